import type { Session } from './state.ts';

/** A session as it lies on the disk while it runs, so that it outlives the process that runs it. */
export interface KeptSession {
  readonly v: 1;
  /** The process, and the computer, that runs it. */
  readonly pid: number;
  readonly host: string;
  readonly session: Session;
  /** The form of a therapy that was chosen. */
  readonly form?: string;
  /** How long it was planned, in milliseconds. */
  readonly planned: number;
  readonly painBefore?: number;
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
  if (now - last > ASKED_HOURS * HOUR_MS || session.ended) return 'too-old';
  if (session.script.goesOnAsleep) return plannedEnd(session) > now ? 'take-up' : 'ask';
  return now - last < TAKEN_UP_HOURS * HOUR_MS ? 'take-up' : 'ask';
}

/** When a session would have ended by itself, in milliseconds since 1970. */
export function plannedEnd({ endsAt, at, script, paused }: Session): number {
  const later = script.steps.slice(at + 1).reduce((sum, { seconds }) => sum + seconds * 1000, 0);
  return (paused ? Infinity : endsAt) + later;
}
