import type { Invocation } from '../../command.ts';
import type { Context } from '../../context.ts';
import type { Entry } from '../../journal/records.ts';
import { readPeriod, type TypedPeriod } from '../../journal/summary/period.ts';
import { summarise } from '../../journal/summary/summarise.ts';
import type { Summary } from '../../journal/summary/types.ts';
import { readEntries } from './entries.ts';

/** The journal, the newest first, and the period of it that the options name, as numbers. */
export function readSummary(
  context: Context,
  options: Invocation['options'],
): { readonly entries: readonly Entry[]; readonly summary: Summary } {
  const { from, to, last } = options as TypedPeriod;
  const entries = readEntries(context);
  return { entries, summary: summarise(entries, readPeriod({ from, to, last }, entries, context.now())) };
}
