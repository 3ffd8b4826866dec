import { JSON_OPTION, type CommandDeclaration, type Invocation, type OptionDeclaration } from '../../command.ts';
import type { Context } from '../../context.ts';
import { readPeriod } from '../../journal/summary/period.ts';
import { summarise } from '../../journal/summary/summarise.ts';
import type { Summary } from '../../journal/summary/types.ts';
import { statsDocument, statsLines } from '../../views/stats/stats.ts';
import { journalWords } from './content.ts';
import { readEntries } from './entries.ts';

/** The period that is looked at. */
export const PERIOD_OPTIONS: readonly OptionDeclaration[] = [
  { flags: '--last <length>', description: 'how far back: 30d, 6w, 3m, 1y; six weeks unless told' },
  { flags: '--from <day>', description: 'the first day: mon, 2026-11-01' },
  { flags: '--to <day>', description: 'the last day; today unless told' },
];

export const stats: CommandDeclaration = {
  name: 'log stats',
  summary: 'what the journal shows: pain, weeks, sessions, triggers',
  description: [
    'Shows a period of the journal: the worst pain of each day, the lowest, median and worst of each week, pain before and after sessions, and the days with and without each trigger.',
    'Days without a rating are gaps and count for nothing. A trigger is compared only from five rated days with it and five without.',
  ],
  options: [...PERIOD_OPTIONS, JSON_OPTION],
  examples: [
    { command: 'unspasm log stats', does: 'the last six weeks' },
    { command: 'unspasm log stats --last 1y --json', does: 'a year, for a script' },
  ],
  seeAlso: ['unspasm log calendar', 'unspasm report'],
  run,
};

function run({ options }: Invocation, context: Context): void {
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
