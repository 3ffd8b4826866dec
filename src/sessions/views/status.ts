import type { KeptSession } from '../core/kept.ts';
import { currentStep, sessionLeft } from '../core/state.ts';
import { SCHEMA_VERSION } from '../../schema-version.ts';
import { toIso } from '../../journal/core/when.ts';
import { stepTitle } from './announcement.ts';
import { clockTime, minutesAndSeconds } from './times.ts';

/**
 * "Ice: 7:32 left, ends 14:32 (Ice on)".
 * @param now milliseconds since 1970
 * @param sayLeft how the time that is left is written
 */
export function sessionStatusText({ session }: KeptSession, now: number, sayLeft = minutesAndSeconds): string {
  const { script, paused, ended } = session;
  if (ended) return `${script.name}: over since ${clockTime(ended.at)}`;
  const left = sessionLeft(session, now);
  const when = paused ? 'paused' : left > 0 ? `ends ${clockTime(now + left)}` : 'over';
  return `${script.name}: ${sayLeft(left)} left, ${when} (${stepTitle(currentStep(session))})`;
}

/** What is said of a session that was cut off. */
export function cutOffText({ session, cutAt }: KeptSession): string {
  const cut = cutAt === undefined ? 'was cut off' : `was cut off at ${clockTime(cutAt)}`;
  return `${session.script.name} of ${clockTime(session.begunAt ?? session.startedAt)} ${cut}.`;
}

/** The same as the JSON document that scripts read. */
export function statusDocument(running: readonly KeptSession[], cutOff: readonly KeptSession[], now: number): object {
  return {
    schemaVersion: SCHEMA_VERSION,
    running: running.map((kept) => runningDocument(kept, now)),
    cutOff: cutOff.map(({ session, cutAt }) => ({
      therapy: session.script.therapy,
      startedAt: toIso(session.startedAt),
      cutAt: cutAt === undefined ? null : toIso(cutAt),
    })),
  };
}

function runningDocument({ session, pid }: KeptSession, now: number): object {
  const { script, paused, ended, at, startedAt } = session;
  const left = sessionLeft(session, now);
  const state = ended ? 'over' : paused ? 'paused' : 'running';
  const { kind, title, side } = currentStep(session);
  return {
    pid,
    therapy: script.therapy,
    name: script.name,
    state,
    secondsLeft: Math.ceil(left / 1000),
    startedAt: toIso(startedAt),
    endsAt: paused ? null : toIso(ended?.at ?? now + left),
    step: { number: at + 1, of: script.steps.length, kind, title, ...(side && { side }) },
  };
}
