import type { Context } from '../../app/context.ts';
import { OperationError } from '../../errors.ts';
import { breaksIn, breaksOfToday } from '../../journal/core/breaks.ts';
import type { Entry } from '../../journal/core/records.ts';
import { toIso, zoneOf } from '../../journal/core/when.ts';

/** This many of the newest entries have today's breaks among them. */
const ENOUGH_ENTRIES = 200;

/** How many breaks of today are in the journal of this device; none where it can't be read. */
export function countToday(context: Context): number {
  const entry = entryOfToday(context);
  return entry ? breaksIn([entry]) : 0;
}

/**
 * Saves that a break was taken: those of a day are one entry. If that fails, it says so and goes on.
 * @param move the id of what was done
 */
export function saveBreak(context: Context, move: string): void {
  const { journal, now, locale, note } = context;
  const former = entryOfToday(context);
  const moves = [...(former?.moves ?? []), move];
  const at = former?.at ?? toIso(now());
  try {
    journal.put({ kind: 'break', at, ...zoneOf(locale()), moves }, former);
  } catch (error) {
    if (!(error instanceof OperationError)) throw error;
    note([`unspasm: this break couldn't be saved: ${error.message}`, `  ${error.hint}`]);
  }
}

function entryOfToday({ journal, now }: Context): Entry | undefined {
  const device = journal.device();
  if (device === undefined) return undefined;
  try {
    return breaksOfToday(journal.newest(ENOUGH_ENTRIES).entries, device, now());
  } catch (error) {
    if (!(error instanceof OperationError)) throw error;
    return undefined;
  }
}
