import type { Context } from '../../app/context.ts';
import { OperationError } from '../../errors.ts';
import type { Entry, Fields } from '../../journal/core/records.ts';
import { toIso, zoneOf } from '../../journal/core/when.ts';
import type { Playing } from '../playback/playing.ts';
import type { KeptSession } from '../core/kept.ts';
import type { Outcome } from '../core/outcome.ts';
import type { SessionFlags } from './flags.ts';
import type { Plan } from './plan.ts';

/**
 * Keeps what a session came to. Where nothing can be written that is said, with the entry, and nothing fails.
 * @param begunAt milliseconds since 1970
 * @param former the entry that it replaces, when more is known now
 */
export function keepOutcome(
  context: Context,
  begunAt: number,
  outcome: Outcome & Pick<Fields, 'painAfter'>,
  former?: Entry,
): Entry | undefined {
  try {
    const fields: Fields = { kind: 'session', at: toIso(begunAt), ...zoneOf(context.locale()), ...outcome };
    return context.journal.put(fields, former);
  } catch (error) {
    const hint = error instanceof OperationError && error.hint ? [`  ${error.hint}`] : [];
    context.note([`unspasm: this session was not kept: ${(error as Error).message}`, ...hint]);
    return undefined;
  }
}

/** How a session lies on the disk while it runs. */
export function recordOf(
  { session, pain }: Playing,
  { form, planned }: Plan,
  { save }: SessionFlags,
): Omit<KeptSession, 'v' | 'pid' | 'process'> {
  return {
    session,
    planned,
    ...(form && { form }),
    ...(pain && { painBefore: pain.value }),
    ...(!save && { unsaved: true }),
  };
}
