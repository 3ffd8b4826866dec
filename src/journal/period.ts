import type { Context } from '../app/context.ts';
import type { Entry } from './core/records.ts';
import { habitsOf } from './core/habits.ts';
import { readPeriod, type TypedPeriod } from './core/summary/period.ts';
import { summarise } from './core/summary/summarise.ts';
import type { Summary } from './core/summary/types.ts';
import { countedEntries } from './entries.ts';

/** Reads the journal, the newest entry first, and sums up the period that the options name. */
export function readSummary(
  context: Context,
  typed: TypedPeriod,
): { readonly entries: readonly Entry[]; readonly summary: Summary } {
  const now = context.now();
  const entries = countedEntries(context);
  return { entries, summary: summarise(entries, readPeriod(typed, entries, now), habitsOf(now)) };
}
