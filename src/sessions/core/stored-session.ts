import { goTo, withHeld, without } from './clockwork.ts';
import { next } from './machine.ts';
import { readingSeconds, spoken, type Step } from './script.ts';
import { currentStep, laterSteps, type Next, type Session } from './state.ts';

/** What is saved of a session while it is in progress, so that it outlives the process that runs it. */
export interface SessionRecord {
  readonly session: Session;
  /** The form of a therapy that was chosen. */
  readonly form?: string;
  /** The level of a routine that has levels. */
  readonly routineLevel?: string;
  /** Its planned length, in milliseconds. */
  readonly planned: number;
  readonly painBefore?: number;
  /** It was started with --no-save: it doesn't go into the journal. */
  readonly unsaved?: true;
  /** When a signal ended the process, in milliseconds since 1970; absent after a crash. */
  readonly cutAt?: number;
}

/** A session that was saved, with the process that runs it or ran it. */
export interface StoredSession extends SessionRecord {
  readonly v: 1;
  readonly pid: number;
  /** What distinguishes the process from others with this number, on this computer and on others. */
  readonly process: string;
}

const HOUR_MS = 3_600_000;
/** How long afterwards it makes sense to ask how an interrupted session ended. */
const ASKED_HOURS = 24;
/** How long afterwards a stretch can be resumed where it was. */
const RESUMABLE_HOURS = 1;

/** What can be done with an interrupted session. */
export type InterruptionState = 'resume' | 'ask' | 'forget';

/** Whether an interrupted session can be resumed, or only be asked about, or is of no use any more. @param now milliseconds since 1970 */
export function interruptionState({ session, cutAt }: StoredSession, now: number): InterruptionState {
  const last = cutAt ?? session.seen;
  // Nobody had begun.
  if (session.paused?.waits) return 'forget';
  if (now - last > ASKED_HOURS * HOUR_MS) return 'forget';
  // It had ended, but the process ended before that could be saved.
  if (session.ended) return 'ask';
  // What was paused on the skin may have stayed there ever since.
  if (session.script.countsDuringSleep) return !session.paused && plannedEnd(session) > now ? 'resume' : 'ask';
  return now - last < RESUMABLE_HOURS * HOUR_MS ? 'resume' : 'ask';
}

/** When a session would have ended by itself, in milliseconds since 1970. */
function plannedEnd(session: Session): number {
  return session.endsAt + laterSteps(session);
}

/** The time left of the step at which a session was interrupted, in milliseconds. */
export function leftOfStep({ session, cutAt }: StoredSession, now: number): number {
  const { script, paused, endsAt, seen } = session;
  if (paused) return paused.left;
  return Math.max(0, endsAt - (script.countsDuringSleep ? now : (cutAt ?? seen)));
}

/**
 * Resumes an interrupted session. The time since then counts as if the computer had been asleep:
 * what was on the skin has stayed there. For a stretch there is time to get into position again,
 * and then its step starts over.
 */
export function resumeInterrupted({ session, cutAt }: StoredSession, now: number): Next {
  if (session.script.countsDuringSleep) return next(session, 'time', now);
  const { script, at, paused, seen } = session;
  // A movement that hurt isn't started again.
  if (paused?.why === 'hurt') return next(session, 'skip', now);
  const since = paused?.since ?? cutAt ?? seen;
  const steps = [...script.steps.slice(0, at), ...readyAgain(session), ...script.steps.slice(at)];
  const pausedFor = session.pausedFor + (session.begunAt === undefined ? 0 : now - since);
  // The step counts as far as it had come, not for the time since then.
  const endsAt = now + (paused?.left ?? session.endsAt - since);
  const { held } = withHeld({ ...session, endsAt }, now);
  const going = { ...without(session, 'paused'), ...(held && { held }), script: { ...script, steps }, pausedFor };
  return goTo(going, at, now, now);
}

function readyAgain(session: Session): Step[] {
  const step = currentStep(session);
  const ready = session.script.steps.find(({ part, kind }) => part === step.part && kind === 'ready');
  if (!ready || step.kind === 'ready') return [];
  const coming = spoken(step.cue, step.side);
  const says = `${ready.cue} ${coming}`;
  return [{ ...ready, coming, says, seconds: Math.max(ready.seconds, readingSeconds(says)) }];
}
