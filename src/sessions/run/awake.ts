import type { Session } from '../core/state.ts';
import { wrap } from '../../text/wrap.ts';
import type { WakeLock } from '../ports.ts';
import type { SessionRun } from './session-run.ts';

/** How long a note about the computer stays on the screen at least: people may have to lift their heads first. */
const SHOWN_MS = 45_000;

/** What people have to know about the computer while a session runs on it. */
export interface ComputerNotes {
  /** Notes a sentence. @param why the technical reason, for standard error only */
  readonly note: (text: string, why?: string) => void;
  readonly notes: () => readonly string[];
  /** The notes that are still to be read once the session has begun. */
  readonly lateNotes: (session: Session) => string;
}

/**
 * Notes about the computer: on a screen beside what has to be known before it begins, in the
 * background as notifications, otherwise on standard error.
 */
export function openComputerNotes({ context, ports, flags }: SessionRun): ComputerNotes {
  const { capabilities, note, page } = context;
  const { clock } = ports;
  let noted: readonly { readonly text: string; readonly until: number }[] = [];
  return {
    note: (text, why = '') => {
      if (flags.background) void showOnDesktop(ports, text);
      else if (capabilities.drawn) noted = [...noted, { text, until: clock.now() + SHOWN_MS }];
      else note(wrap(`unspasm: ${text}${why}`, page.width));
    },
    notes: () => noted.map(({ text }) => text),
    lateNotes: ({ begunAt, paused }) => {
      // While it hurts, nothing but what to do about that is of use.
      const mayShow = begunAt !== undefined && paused?.why !== 'hurt';
      const isShown = ({ until }: { readonly until: number }) => mayShow && clock.now() < until;
      return noted
        .filter(isShown)
        .map(({ text }) => text)
        .join(' ');
    },
  };
}

async function showOnDesktop({ nativeHelpers }: SessionRun['ports'], body: string): Promise<void> {
  const { noteNotifier } = await nativeHelpers();
  if (typeof noteNotifier !== 'string') await noteNotifier.show({ title: 'unspasm', body, urgent: false });
}

/** Keeps the computer awake, as a sleeping one sounds no alarm; if that can't be done, it is noted. @returns ends it */
export function stayAwake({ ports, flags }: SessionRun, note: ComputerNotes['note']): WakeLock {
  let lock: WakeLock | undefined;
  let isReleased = false;
  const failed = (why: string) =>
    note("This computer may go to sleep, and then the alarm won't sound. Keep it awake.", ` (${why})`);
  const start = async () => {
    const { keepAwake } = await ports.nativeHelpers();
    if (!isReleased) lock = keepAwake(failed);
  };
  if (flags.keepAwake) setImmediate(() => void start());
  return {
    release: () => {
      isReleased = true;
      lock?.release();
    },
  };
}
