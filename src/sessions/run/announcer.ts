import type { SessionPorts, NativeHelpers } from '../ports.ts';
import type { Notice, PlayPorts } from '../playback/play.ts';
import type { Stage } from '../playback/stage.ts';
import { type Announcement, announcementFor } from '../views/announcement.ts';
import { canAnswer } from '../../terminal/capabilities.ts';
import type { ComputerNotes } from './awake.ts';
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
 */
export function createAnnouncer(run: SessionRun, note: ComputerNotes['note']): Announcer {
  const { context, ports, flags } = run;
  const { content, settings, now } = context;
  const speaks = !flags.quiet && (flags.speak ?? settings.speech === true);
  const sounds = !flags.quiet && settings.sound !== false;
  const notices = noticesOf(run);
  let isUnspoken = false;
  const unspoken = (why: string) => {
    if (!isUnspoken) note(`The instructions can't be read aloud: ${why}.`);
    isUnspoken = true;
  };
  let speaking = Promise.resolve();
  const announce: PlayPorts['announce'] = (signals, session, stage) => {
    const all = signals.map((signal) => announcementFor(signal, session, content.sessions(), now().getTime()));
    const kind = sounds ? soundOf(all) : undefined;
    const text = speaks ? spokenText(all) : '';
    if (kind === 'alarm') stage.ring();
    notices.update(all.find(({ sound }) => sound === 'alarm')?.line, session.alarm !== undefined, stage);
    const act = async (helpers: NativeHelpers) => {
      const played = kind && playSound(kind, helpers, ports);
      const failure = text === '' ? undefined : await speak({ text, isCountdown: isCountdown(all), played }, helpers);
      if (failure !== undefined) unspoken(failure);
    };
    if (kind || text !== '') {
      const done = later(ports, act);
      if (text !== '') speaking = done;
    }
    return noticeOf(all);
  };
  return { announce, hasSpoken: () => speaking, withdraw: notices.withdraw };
}

/** The notification of an alarm: that of the desktop, or where there is none, that of the terminal. */
function noticesOf({ context: { settings, capabilities }, ports, flags }: SessionRun) {
  const isWanted = !flags.quiet && settings.notifications !== false;
  let isShown = false;
  const withdraw = () => {
    // Where nobody can answer an alarm, what to do stays on the screen.
    if (!isShown || !canAnswer(capabilities)) return;
    isShown = false;
    void later(ports, ({ notifier }) => typeof notifier !== 'string' && notifier.withdraw());
  };
  return {
    withdraw,
    /** @param text what the alarm says, if one sounds now @param isWaiting whether an alarm waits for an answer */
    update: (text: string | undefined, isWaiting: boolean, stage: Stage): void => {
      if (!isWaiting) withdraw();
      if (text === undefined || !isWanted) return;
      isShown = true;
      void later(ports, ({ notifier }) => showNotice(text, notifier, stage));
    },
  };
}

async function showNotice(body: string, notifier: NativeHelpers['notifier'], stage: Stage): Promise<void> {
  const isOnDesktop = typeof notifier !== 'string' && (await notifier.show({ title: 'unspasm', body, urgent: true }));
  if (!isOnDesktop) stage.notify(body);
}

// What happens at one moment is shown together; what shows nothing itself removes the notice before.
// The words are those of the voice: the time left is on the screen in large digits, and changes.
function noticeOf(announcements: readonly Announcement[]): Notice | undefined {
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

/** Plays a sound, or rings the bell instead; for an alarm it was rung before. @returns when the sound has ended */
async function playSound(kind: SoundKind, { sound }: NativeHelpers, ports: SessionPorts): Promise<void> {
  const isPlayed = sound !== undefined && (await sound.play(kind));
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

// The programs that speak and play are loaded once the session is on the screen.
async function later(ports: SessionPorts, act: (helpers: NativeHelpers) => unknown): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  await act(await ports.nativeHelpers());
}
