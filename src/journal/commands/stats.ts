import type { Invocation } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { statsDocument, statsLines } from '../views/stats/stats.ts';
import { journalWords } from '../content.ts';
import { readSummary } from '../period.ts';

/** Shows what the journal tells of a period. */
export function showStats({ options }: Invocation, context: Context): void {
  const { summary } = readSummary(context, options);
  if (options['json']) return context.printJson(statsDocument(summary));
  context.print(
    statsLines(context.page, summary, journalWords(context), context.content.journal().stats, context.now()),
  );
}
