import type { SessionPorts, NativeHelpers } from '../ports.ts';
import type { Notice } from '../playback/notices.ts';
import type { PlayPorts } from '../playback/play.ts';
import { withHelpers } from '../reach.ts';
import { type Announcement, announcementFor } from '../views/announcement.ts';
import type { ComputerNotes } from './awake.ts';
import { openNotifications } from './notifications.ts';
import type { SessionRun } from './session-run.ts';

type SoundKind = NonNullable<Announcement['sound']>;

/** Announces by ear what happens. */
export interface Announcer {
  readonly announce: PlayPorts['announce'];
  /** Resolves when all that was announced so far has been spoken. */
  readonly hasSpoken: () => Promise<void>;
  /** Takes a notification away that is out of date once the session is over. */
  readonly withdraw: () => void;
}

/**
 * Speaks and sounds what happens, so that nobody has to look; for an alarm it uses everything there is.
 * @param note is called once if nothing can be spoken
 * @param canAnswer whether somebody can answer an alarm
 */
export function createAnnouncer(run: SessionRun, note: ComputerNotes['note'], canAnswer: boolean): Announcer {
  const { context, ports, flags } = run;
  const { content, settings, now } = context;
  const speaks = !flags.quiet && (flags.speak ?? settings.speech === true);
  const sounds = !flags.quiet && settings.sound !== false;
  const notifications = openNotifications(run, canAnswer);
  const noteOnce = oncePerText(note);
  let speaking = Promise.resolve();
  const announce: PlayPorts['announce'] = (signals, session, stage, press) => {
    const all = signals.map((signal) =>
      announcementFor(signal, session, content.sessions(), now().getTime(), flags.background ? 'command' : 'key'),
    );
    const kind = sounds ? soundOf(all) : undefined;
    const text = speaks ? spokenText(all) : '';
    if (kind === 'alarm') stage.ring();
    notifications.update(all, session, stage, press);
    const act = async (helpers: NativeHelpers) => {
      const played = kind && playSound(kind, helpers, ports, noteOnce);
      const failure = text === '' ? undefined : await speak({ text, isCountdown: isCountdown(all), played }, helpers);
      if (failure !== undefined) noteOnce(`The instructions can't be read aloud: ${failure}.`);
    };
    if (kind || text !== '') {
      const done = withHelpers(ports, act);
      if (text !== '') speaking = done;
    }
    return noticeOf(all);
  };
  return { announce, hasSpoken: () => speaking, withdraw: notifications.withdraw };
}

// What happens at one moment is shown together; what shows nothing itself removes the notice before.
// The words are those of the voice: the time left is on the screen in large digits, and changes.
export function noticeOf(announcements: readonly Announcement[]): Notice | undefined {
  const shown = announcements.filter(({ shownFor }) => shownFor !== undefined);
  if (shown.length === 0) return undefined;
  const said = shown.filter(({ shownFor }) => shownFor! > 0).map(({ aloud }) => aloud);
  return { text: said.join(' '), seconds: Math.max(...shown.map(({ shownFor }) => shownFor!)) };
}

function soundOf(announcements: readonly Announcement[]): SoundKind | undefined {
  const sounds = announcements.flatMap(({ sound }) => sound ?? []);
  return sounds.includes('alarm') ? 'alarm' : sounds.at(-1);
}

function spokenText(announcements: readonly Announcement[]): string {
  return announcements
    .map(({ aloud }) => aloud)
    .join(' ')
    .trim();
}

// A number can't wait for its tick: the next one comes a second later.
function isCountdown(announcements: readonly Announcement[]): boolean {
  return announcements.every(({ sound, aloud }) => sound === 'count' || aloud === '');
}

function oncePerText(note: (text: string) => void): (text: string) => void {
  const noted = new Set<string>();
  return (text) => {
    if (!noted.has(text)) note(text);
    noted.add(text);
  };
}

/** Plays a sound, or rings the bell instead; for an alarm it was rung before. @returns when the sound has ended */
async function playSound(
  kind: SoundKind,
  { sound }: NativeHelpers,
  ports: SessionPorts,
  note: (text: string) => void,
): Promise<void> {
  const isPlayed = sound !== undefined && (await sound.play(kind));
  if (sound && !isPlayed) note("Sounds can't be played: no sound program on this computer works.");
  if (!isPlayed && kind === 'step') ports.bell();
}

interface Speech {
  readonly text: string;
  readonly isCountdown: boolean;
  /** The sound that comes with it; absent if none does. */
  readonly played: Promise<void> | undefined;
}

/** Speaks once a sound has ended, so that the first words can be understood. @returns why it failed, if it did */
async function speak({ text, isCountdown: counts, played }: Speech, { voice }: NativeHelpers) {
  if (typeof voice === 'string') return voice;
  const worked = await voice.say(text, { isCountdown: counts, ...(played && !counts && { after: played }) });
  return worked ? undefined : 'no speech program on this computer works';
}
