import type { Fields } from '../../journal/core/fields.ts';
import { partsDone } from './clockwork.ts';
import { elapsed, type Session } from './state.ts';

const MINUTE_MS = 60_000;

/** The result of a session, as fields of its journal entry. */
export type Outcome = Pick<
  Fields,
  'therapy' | 'form' | 'routineLevel' | 'stretches' | 'minutes' | 'took' | 'planned' | 'ended' | 'hurt' | 'painBefore'
>;

/** What a journal entry says about a session beside what happened in it. */
export interface SessionFacts {
  readonly form?: string | undefined;
  /** The level of a routine that has levels. */
  readonly routineLevel?: string | undefined;
  readonly painBefore?: number | undefined;
  /** Its planned length, in milliseconds. */
  readonly planned: number;
  /** Whether the entry names the parts that were done, as it does for stretches. */
  readonly namesParts: boolean;
}

/**
 * The outcome of a session; nothing if it ended before it had begun.
 * @param takenOff when it was really over, if that was later; milliseconds since 1970
 */
export function outcomeOf(
  session: Session,
  { form, routineLevel, painBefore, planned, namesParts }: SessionFacts,
  takenOff?: number,
) {
  const { script, ended, hurt, begunAt } = session;
  if (begunAt === undefined || !ended) return undefined;
  const late = takenOff === undefined ? 0 : Math.max(0, takenOff - ended.at);
  const minutes = inMinutes(elapsed(session, ended.at) + late);
  const took = inMinutes(ended.at + late - begunAt);
  const outcome: Outcome = {
    therapy: script.therapy,
    minutes,
    ...(took > minutes && { took }),
    planned: inMinutes(planned),
    ended: ended.why,
    ...(form !== undefined && { form }),
    ...(routineLevel !== undefined && { routineLevel }),
    ...(namesParts && { stretches: partsDone(session) }),
    ...(hurt.length > 0 && { hurt }),
    ...(painBefore !== undefined && { painBefore }),
  };
  return outcome;
}

/** Milliseconds as minutes, to a tenth. */
export function inMinutes(ms: number): number {
  return Math.round((ms / MINUTE_MS) * 10) / 10;
}
