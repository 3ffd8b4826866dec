import type { StoredSession } from '../core/stored-session.ts';
import { currentStep, type Session, sessionLeft } from '../core/state.ts';
import { toIso } from '../../journal/core/when.ts';
import { stepTitle } from './announcement.ts';
import { clockTime, minutesAndSeconds } from './times.ts';

/**
 * "Ice: 7:32 left, ends 14:32 (Ice on)".
 * @param now milliseconds since 1970
 * @param sayLeft writes the time that is left
 */
export function sessionStatusText({ session }: StoredSession, now: number, sayLeft = minutesAndSeconds): string {
  const { script, paused, ended } = session;
  if (ended) return `${script.name}: finished at ${clockTime(ended.at, script)}`;
  const left = sessionLeft(session, now);
  const going = left > 0 ? `ends ${clockTime(now + left, script)}` : 'finished';
  const when = paused ? (paused.waits ? 'not started' : 'paused') : going;
  return `${script.name}: ${sayLeft(left)} left, ${when} (${stepTitle(currentStep(session))})`;
}

/** "The session you started at 14:00 (Ice) was interrupted at 14:07." */
export function interruptedText({ session, cutAt }: StoredSession): string {
  const interruption =
    cutAt === undefined ? 'was interrupted' : `was interrupted at ${clockTime(cutAt, session.script)}`;
  return `The session you started at ${clockTime(session.begunAt ?? session.startedAt, session.script)} (${session.script.name}) ${interruption}.`;
}

/** The sessions in progress, and those that were interrupted, as a JSON document. @param now milliseconds since 1970 */
export function statusDocument(
  running: readonly StoredSession[],
  interrupted: readonly StoredSession[],
  now: number,
): object {
  return {
    running: running.map((one) => runningDocument(one, now)),
    cutOff: interrupted.map(({ session, cutAt }) => ({
      therapy: session.script.therapy,
      startedAt: toIso(session.startedAt),
      cutAt: cutAt === undefined ? null : toIso(cutAt),
    })),
  };
}

function runningDocument({ session, pid }: StoredSession, now: number): object {
  return { pid, ...sessionDocument(session, now) };
}

/** A session at a moment, as scripts get it. @param now milliseconds since 1970 */
export function sessionDocument(session: Session, now: number): object {
  const { script, paused, ended, at, startedAt } = session;
  const left = sessionLeft(session, now);
  const state = ended ? 'over' : paused ? 'paused' : 'running';
  const { kind, title, side } = currentStep(session);
  return {
    therapy: script.therapy,
    name: script.name,
    state,
    secondsLeft: Math.ceil(left / 1000),
    startedAt: toIso(startedAt),
    endsAt: paused ? null : toIso(ended?.at ?? now + left),
    step: { number: at + 1, of: script.steps.length, kind, title, ...(side && { side }) },
  };
}
