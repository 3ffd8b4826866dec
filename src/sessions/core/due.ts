import { SLEPT_MS } from './advance.ts';
import { marksOf, nextMention } from './marks.ts';
import { currentStep, type Session } from './state.ts';

/**
 * How long a session without a screen is left alone at most, in milliseconds. Timers stand still while a computer
 * sleeps: an alarm would be late by what it slept, if nobody looked at the clock before.
 */
export const LONGEST_LOOK_MS = 5000;

/**
 * When something happens to a session by itself next: a mark, the end of a step, an alarm or a reminder.
 * @param now milliseconds since 1970, as the answer is; Infinity if nothing will happen
 */
export function dueAt(session: Session, now: number): number {
  const { alarm, ended, paused, length, endsAt } = session;
  const alarmAt = alarm ? nextMention('alarm', alarm.since, now) : Infinity;
  if (ended) return alarmAt;
  if (paused) return Math.min(alarmAt, nextMention('pause', paused.since, now));
  const since = endsAt - length;
  const marks = marksOf(currentStep(session), length).map(({ at }) => since + at);
  return Math.min(alarmAt, endsAt, ...marks.filter((at) => at > now));
}

/** When a session without a screen is looked at next, in milliseconds since 1970. */
export function nextLook(session: Session, now: number): number {
  return Math.min(dueAt(session, now), now + LONGEST_LOOK_MS);
}

/**
 * A session that was left alone and is looked at again. Unless that comes late, as after the computer has slept, the
 * process was awake all the time, which the time between two looks alone doesn't say.
 * @param due when it was to be looked at; nothing happened to it before. @param now the time at which it is
 */
export function leftAlone(session: Session, due: number, now: number): Session {
  const until = Math.min(due, now) - 1;
  return now - due > SLEPT_MS || until <= session.seen ? session : { ...session, seen: until };
}
