import type { Fields } from '../../journal/core/records.ts';
import { currentStep, elapsed, type Session } from './state.ts';

const MINUTE_MS = 60_000;

/** What a session comes to, as the journal keeps it. */
export type Outcome = Pick<
  Fields,
  'therapy' | 'form' | 'stretches' | 'minutes' | 'took' | 'planned' | 'ended' | 'hurt' | 'painBefore'
>;

/** What else is known of a session. */
export interface Circumstances {
  readonly form?: string | undefined;
  readonly painBefore?: number | undefined;
  /** How long it was planned, in milliseconds. */
  readonly planned: number;
  /** Its parts have names that are worth keeping, as those of stretches. */
  readonly namesParts: boolean;
}

/** What a session came to; nothing when it ended before it had begun. @param off when it was really over, if later */
export function outcomeOf(session: Session, { form, painBefore, planned, namesParts }: Circumstances, off?: number) {
  const { script, ended, hurt, begunAt } = session;
  if (begunAt === undefined || !ended) return undefined;
  const late = off === undefined ? 0 : Math.max(0, off - ended.at);
  const minutes = inMinutes(elapsed(session, ended.at) + late);
  const took = inMinutes(ended.at + late - begunAt);
  const outcome: Outcome = {
    therapy: script.therapy,
    minutes,
    ...(took > minutes && { took }),
    planned: inMinutes(planned),
    ended: ended.why,
    ...(form !== undefined && { form }),
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

// Those that were begun: what was left out because it hurt was done in part, and says so itself.
function partsDone(session: Session): string[] {
  const { part, kind } = currentStep(session);
  const begun = kind === 'ready' ? part : part + 1;
  return session.script.parts.slice(0, begun).map(({ id }) => id);
}
