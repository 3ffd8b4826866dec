import { defineCommand, flag, type Given, oneFrom, text } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { UsageError } from '../../errors.ts';
import type { Entry } from '../core/records.ts';
import { readSpan, within } from '../core/span.ts';
import { toIso } from '../core/when.ts';
import { operationsDocument } from '../exchange/operations.ts';
import { entryText } from '../views/journal.ts';
import { journalWords } from '../content.ts';
import { readEntries } from '../entries.ts';

const OPTIONS = {
  format: oneFrom('<format>', 'json, csv or md; json unless told', ['json', 'csv', 'md']),
  output: text('<file>', 'where to; - or nothing is standard output'),
  force: flag('overwrite a file that is there'),
  from: text('<time>', 'of CSV and Markdown: not before'),
  to: text('<time>', 'of CSV and Markdown: not after'),
};
type Options = Given<typeof OPTIONS>;

export const command = defineCommand({
  name: 'log export',
  summary: 'write the journal out: JSON, CSV or Markdown',
  description: [
    'JSON holds every line of the journal, with former states and what was removed: the way to move to another computer, with log import there.',
    'CSV and Markdown hold the entries as they stand. In CSV an apostrophe stands before what a spreadsheet would take for a formula.',
  ],
  options: OPTIONS,
  examples: [
    { command: 'unspasm log export --output journal.json', does: 'all of it, to be imported elsewhere' },
    { command: 'unspasm log export --format csv --from 2026-11-01', does: 'a table of this month' },
  ],
  seeAlso: ['unspasm log import', 'unspasm report'],
  run: async ({ options }, context) => {
    const { output = '-', force = false, format = 'json' } = options;
    const written = await textOf(options, context);
    if (output === '-') return context.printText(written, format === 'json');
    context.saveText(output, written, force, format === 'json');
    context.note([`Written: ${output}`]);
  },
});

async function textOf(options: Options, context: Context): Promise<string> {
  const { format = 'json' } = options;
  if (format === 'json') return operationsText(options, context);
  const entries = chosen(options, context);
  if (format === 'csv') {
    const { csvOf } = await import('../exchange/csv.ts');
    return csvOf(entries);
  }
  const { markdownOf } = await import('../exchange/markdown.ts');
  const words = journalWords(context);
  return markdownOf(entries, (entry) => entryText(entry, words), context.now());
}

// Part of the lines wouldn't be a journal.
function operationsText({ from, to }: Options, context: Context): string {
  if (from !== undefined || to !== undefined) {
    const hint = 'without --from and --to, or with --format csv';
    throw new UsageError('JSON holds the whole journal', { code: 'whole-journal', hint });
  }
  // Says so if the journal is lost, and names lines that can't be read.
  readEntries(context);
  return `${JSON.stringify(operationsDocument(context.journal.read().lines, toIso(context.now())), undefined, 1)}\n`;
}

function chosen({ from, to }: Options, context: Context): Entry[] {
  const span = readSpan(from, to, context.now());
  return readEntries(context).filter(({ at }) => within(span, at));
}
