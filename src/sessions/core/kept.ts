import { goTo, without } from './clockwork.ts';
import { next } from './machine.ts';
import { readingSeconds, spoken, type Step } from './script.ts';
import { currentStep, laterSteps, type Next, type Session } from './state.ts';

/** A session as it lies on the disk while it runs, so that it outlives the process that runs it. */
export interface KeptSession {
  readonly v: 1;
  /** The process that runs it, and what tells it apart from others of that number, here and on other computers. */
  readonly pid: number;
  readonly process: string;
  readonly session: Session;
  /** The form of a therapy that was chosen. */
  readonly form?: string;
  /** How long it was planned, in milliseconds. */
  readonly planned: number;
  readonly painBefore?: number;
  /** It isn't to be kept in the journal. */
  readonly unsaved?: true;
  /** When a signal ended the process, in milliseconds since 1970; a crash leaves none. */
  readonly cutAt?: number;
}

const HOUR_MS = 3_600_000;
/** For so long it makes sense to ask how a session that was cut off ended. */
const ASKED_HOURS = 24;
/** For so long a stretch can be taken up again where it was. */
const TAKEN_UP_HOURS = 1;

/** What can be done with a session that was cut off. */
export type CutOff = 'take-up' | 'ask' | 'too-old';

/** Whether a session that was cut off can go on, or only be asked about. @param now milliseconds since 1970 */
export function cutOffState({ session, cutAt }: KeptSession, now: number): CutOff {
  const last = cutAt ?? session.seen;
  if (now - last > ASKED_HOURS * HOUR_MS) return 'too-old';
  // It ended, and the process with it, before that was kept.
  if (session.ended) return 'ask';
  // What was paused on the skin may have lain there ever since.
  if (session.script.goesOnAsleep) return !session.paused && plannedEnd(session) > now ? 'take-up' : 'ask';
  return now - last < TAKEN_UP_HOURS * HOUR_MS ? 'take-up' : 'ask';
}

/** When a session would have ended by itself, in milliseconds since 1970. */
function plannedEnd(session: Session): number {
  return session.endsAt + laterSteps(session);
}

/** Milliseconds that are left of the step at which a session was cut off. */
export function leftOfStep({ session, cutAt }: KeptSession, now: number): number {
  const { script, paused, endsAt, seen } = session;
  if (paused) return paused.left;
  return Math.max(0, endsAt - (script.goesOnAsleep ? now : (cutAt ?? seen)));
}

/**
 * A session that was cut off, taken up again. The time since then is to it as if the computer had
 * slept: what lies on the skin has lain there. For a stretch there is time to get down once more,
 * and then its step begins anew.
 */
export function takeUp({ session, cutAt }: KeptSession, now: number): Next {
  if (session.script.goesOnAsleep) return next(session, 'time', now);
  const { script, at, paused, seen } = session;
  // What hurt isn't begun again.
  if (paused?.why === 'hurt') return next(session, 'skip', now);
  const since = paused?.since ?? cutAt ?? seen;
  const steps = [...script.steps.slice(0, at), ...readyAgain(session), ...script.steps.slice(at)];
  const pausedFor = session.pausedFor + (session.begunAt === undefined ? 0 : now - since);
  return goTo({ ...without(session, 'paused'), script: { ...script, steps }, pausedFor }, at, now, now);
}

function readyAgain(session: Session): Step[] {
  const step = currentStep(session);
  const ready = session.script.steps.find(({ part, kind }) => part === step.part && kind === 'ready');
  if (!ready || step.kind === 'ready') return [];
  const coming = spoken(step.cue, step.side);
  const says = `${ready.cue} ${coming}`;
  return [{ ...ready, coming, says, seconds: Math.max(ready.seconds, readingSeconds(says)) }];
}
