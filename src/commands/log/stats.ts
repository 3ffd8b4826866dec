import type { Invocation } from '../../command.ts';
import type { Context } from '../../context.ts';
import { readPeriod } from '../../journal/summary/period.ts';
import { summarise } from '../../journal/summary/summarise.ts';
import type { Summary } from '../../journal/summary/types.ts';
import { statsDocument, statsLines } from '../../views/stats/stats.ts';
import { journalWords } from './content.ts';
import { readEntries } from './entries.ts';

/** Shows what the journal tells of a period. */
export function showStats({ options }: Invocation, context: Context): void {
  const summary = summaryOf(context, options);
  if (options['json']) return context.printJson(statsDocument(summary));
  context.print(
    statsLines(context.page, summary, journalWords(context), context.content.journal().stats, context.now()),
  );
}

/** The journal over the period that the options name. */
export function summaryOf(context: Context, options: Invocation['options']): Summary {
  const [from, to, last] = ['from', 'to', 'last'].map((name) => options[name] as string | undefined);
  const entries = readEntries(context);
  return summarise(entries, readPeriod({ from, to, last }, entries, context.now()));
}
