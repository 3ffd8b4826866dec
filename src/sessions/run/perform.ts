import type { Context } from '../../app/context.ts';
import type { SessionPorts, WakeLock } from '../ports.ts';
import { play } from '../playback/play.ts';
import type { Playing } from '../playback/playing.ts';
import type { OpenStage } from '../playback/stage.ts';
import type { Next, Session } from '../core/state.ts';
import { canAnswer } from '../../terminal/capabilities.ts';
import { wrap } from '../../text/wrap.ts';
import { saveInterrupted } from './save-on-exit.ts';
import { recordOf } from './save.ts';
import type { SessionFlags } from './flags.ts';
import type { Plan } from './plan.ts';
import { createAnnouncer } from './announcer.ts';

/** How long the end of a session that asks nothing stays on the screen: the longest cue there takes 8 seconds to say. */
const LINGER_MS = 10_000;

/** How long a warning about the computer stays on the screen at least: people may have to lift their heads first. */
const WARNING_MS = 45_000;

/** How long we wait at most for a program that is still speaking when everything else is done. */
const LONGEST_SPEECH_MS = 20_000;

/** Plays a session, from its beginning or where it was cut off, and says how it went. */
export async function perform(
  context: Context,
  ports: SessionPorts,
  plan: Plan,
  flags: SessionFlags,
  first: Next,
  painBefore?: number,
): Promise<Playing> {
  const openStage = await stageFor(context, ports, plan, flags, first);
  let playing: Playing = { session: first.session, isOver: false };
  const keep = (now: Playing, isNews: boolean) => {
    playing = now;
    if (!isNews) return;
    ports.kept.keep(recordOf(now, plan, flags));
  };
  const warnings = makeWarnings(context, ports, plan.notes);
  const forget = ports.onExitSignal((signal) => saveInterrupted(context, ports, plan, flags, playing, signal));
  const awake = stayAwake(ports, flags, warnings.warn);
  const teller = createAnnouncer(context, ports, flags, warnings.warn);
  const doors = {
    clock: ports.clock,
    openStage,
    patience: { canAnswer: canAnswer(context.capabilities), linger: context.capabilities.drawn ? LINGER_MS : 0 },
    tell: teller.tell,
    keep,
    notes: warnings.notes,
    news: warnings.news,
  };
  try {
    const over = await play(first, doors, painBefore);
    // A screen lingers anyway.
    if (over.session.ended?.why === 'done' && !context.capabilities.drawn) stayUntil(teller.hasSpoken());
    return over;
  } finally {
    awake.release();
    forget();
  }
}

// Warnings about the computer: on a screen with the notes, as long as these are shown, and for a while after the start.
function makeWarnings({ capabilities, note, page }: Context, { clock }: SessionPorts, planned: Plan['notes']) {
  let warnings: readonly { readonly text: string; readonly until: number }[] = [];
  return {
    warn: (text: string, why = ''): void => {
      if (capabilities.drawn) warnings = [...warnings, { text, until: clock.now() + WARNING_MS }];
      else note(wrap(`unspasm: ${text}${why}`, page.width));
    },
    notes: () => [...planned, ...warnings.map(({ text }) => text)],
    news: ({ begunAt }: Session): string => {
      const isShown = ({ until }: { readonly until: number }) => begunAt !== undefined && clock.now() < until;
      return warnings
        .filter(isShown)
        .map(({ text }) => text)
        .join(' ');
    },
  };
}

// Where the session is told in lines this process may have nothing left to do, and phrases that wait would end with it.
function stayUntil(hasSpoken: Promise<void>): void {
  const stay = setTimeout(() => {}, LONGEST_SPEECH_MS);
  void hasSpoken.finally(() => clearTimeout(stay));
}

// Each way of showing it is loaded where it is used.
async function stageFor(
  context: Context,
  ports: SessionPorts,
  plan: Plan,
  flags: SessionFlags,
  first: Next,
): Promise<OpenStage> {
  if (context.capabilities.drawn) {
    const { openScreenStage } = await import('./open-screen-stage.ts');
    return openScreenStage(context, ports, plan, flags);
  }
  const { openLineStage } = await import('./open-line-stage.ts');
  return openLineStage(context, ports, plan, flags, first);
}

// A computer that sleeps sounds no alarm: where it can't be kept awake that is said.
function stayAwake(ports: SessionPorts, { keepAwake }: SessionFlags, warn: (text: string, why: string) => void) {
  let lock: WakeLock | undefined;
  let isOver = false;
  const failed = (why: string) =>
    warn('This computer may fall asleep, and then no alarm sounds: keep it awake.', ` (${why})`);
  const start = async () => {
    const nativeHelpers = await ports.nativeHelpers();
    if (!isOver) lock = nativeHelpers.keepAwake(failed);
  };
  if (keepAwake) setImmediate(() => void start());
  return {
    release: () => {
      isOver = true;
      lock?.release();
    },
  };
}
