import type { Context } from '../../app/context.ts';
import type { SessionPorts, NativeHelpers } from '../ports.ts';
import type { Notice, PlayDoors } from '../playback/play.ts';
import { type Announcement, announcementFor } from '../views/announcement.ts';
import type { SessionFlags } from './flags.ts';
import { isSpoken } from './speech.ts';

type SoundKind = NonNullable<Announcement['sound']>;

/** Tells somebody by ear what happens. */
export interface Teller {
  readonly tell: PlayDoors['tell'];
  /** Resolves once nothing that was told so far is still to be spoken. */
  readonly hasSpoken: () => Promise<void>;
}

/**
 * Says and sounds what happens, so that nobody has to look: speech, sounds, and for an alarm everything there is.
 * @param warn is told once why the cues can't be heard
 */
export function createAnnouncer(
  context: Context,
  ports: SessionPorts,
  flags: SessionFlags,
  warn: (text: string) => void,
): Teller {
  const { content, settings, now } = context;
  const speaks = isSpoken(context, flags);
  const sounds = !flags.quiet && settings.sound !== false;
  let isUnheard = false;
  const unheard = (why: string) => {
    if (!isUnheard) warn(`The cues can't be read aloud: ${why}.`);
    isUnheard = true;
  };
  let speaking = Promise.resolve();
  const tell: Teller['tell'] = (signals, session, stage) => {
    const tellings = signals.map((signal) => announcementFor(signal, session, content.sessions(), now().getTime()));
    const kind = sounds ? soundOf(tellings) : undefined;
    const text = speaks ? wordsOf(tellings) : '';
    if (kind === 'alarm') stage.ring(tellings.find((one) => one.sound === 'alarm')!.line);
    const act = async (nativeHelpers: NativeHelpers) => {
      const played = kind && play(kind, nativeHelpers, ports);
      const why = text === '' ? undefined : await speak(text, tellings, nativeHelpers, played);
      if (why !== undefined) unheard(why);
    };
    if (kind || text !== '') {
      const told = later(ports, act);
      if (text !== '') speaking = told;
    }
    return noticeOf(tellings);
  };
  return { tell, hasSpoken: () => speaking };
}

// What happens at one moment is shown together; what says nothing by itself takes away what stood there.
// The words are the voice's: how long is left stands there in large digits, and goes on.
function noticeOf(tellings: readonly Announcement[]): Notice | undefined {
  const shown = tellings.filter(({ shownFor }) => shownFor !== undefined);
  if (shown.length === 0) return undefined;
  const said = shown.filter(({ shownFor }) => shownFor! > 0).map(({ aloud }) => aloud);
  return { text: said.join(' '), seconds: Math.max(...shown.map(({ shownFor }) => shownFor!)) };
}

function soundOf(tellings: readonly Announcement[]): SoundKind | undefined {
  const sounds = tellings.flatMap(({ sound }) => sound ?? []);
  return sounds.includes('alarm') ? 'alarm' : sounds.at(-1);
}

function wordsOf(tellings: readonly Announcement[]): string {
  return tellings
    .map(({ aloud }) => aloud)
    .join(' ')
    .trim();
}

/** Plays a sound, or rings the bell in its place; an alarm has rung it. @returns once it has ended */
async function play(kind: SoundKind, { sound }: NativeHelpers, ports: SessionPorts): Promise<void> {
  const isPlayed = sound !== undefined && (await sound.play(kind));
  if (!isPlayed && kind === 'step') ports.bell();
}

/** Speaks once a sound has ended, so that its first words can be made out. @returns why nothing was spoken, if so */
async function speak(
  text: string,
  tellings: readonly Announcement[],
  { voice }: NativeHelpers,
  played: Promise<void> | undefined,
): Promise<string | undefined> {
  if (typeof voice === 'string') return voice;
  // A number can't wait for its tick: the next one comes a second later.
  const isCountdown = tellings.every(({ sound, aloud }) => sound === 'count' || aloud === '');
  const worked = await voice.say(text, { isCountdown, ...(played && !isCountdown && { after: played }) });
  return worked ? undefined : 'no speech program on this computer works';
}

// What reaches further is loaded once the session is shown already.
async function later(ports: SessionPorts, act: (nativeHelpers: NativeHelpers) => Promise<void>): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  await act(await ports.nativeHelpers());
}
