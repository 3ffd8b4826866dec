import type { Context } from '../app/context.ts';
import type { Entry } from './core/records.ts';
import { withDays } from './core/summary/days.ts';
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
  const days = withDays(entries, now);
  return { entries, summary: summarise(days, readPeriod(typed, days, now)) };
}
