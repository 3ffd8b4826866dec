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
  format: oneFrom('<format>', 'write json, csv or md (default: json)', ['json', 'csv', 'md']),
  output: text('<file>', 'write to this file (default: - for standard output)'),
  force: flag('overwrite an existing file'),
  from: text('<time>', 'leave out entries before this time (not for JSON)'),
  to: text('<time>', 'leave out entries after this time (not for JSON)'),
};
type Options = Given<typeof OPTIONS>;

export const command = defineCommand({
  name: 'log export',
  summary: 'write out the journal as JSON, CSV or Markdown',
  description: [
    'JSON contains every line of the journal, with earlier versions and removed entries. Use it to move to another computer, and log import there.',
    'CSV and Markdown contain the current entries. In CSV, text that a spreadsheet would run as a formula starts with an apostrophe.',
  ],
  options: OPTIONS,
  examples: [
    { command: 'unspasm log export --output journal.json', does: 'write all of it, to import it elsewhere' },
    {
      command: 'unspasm log export --format csv --from 2026-11-01',
      does: 'write a table of the entries since that day',
    },
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
    const hint = 'leave out --from and --to, or use --format csv';
    throw new UsageError('JSON always contains the whole journal', { code: 'whole-journal', hint });
  }
  // Says so if the journal is lost, and names lines that can't be read.
  readEntries(context);
  return `${JSON.stringify(operationsDocument(context.journal.read().lines, toIso(context.now())), undefined, 1)}\n`;
}

function chosen({ from, to }: Options, context: Context): Entry[] {
  const span = readSpan(from, to, context.now());
  return readEntries(context).filter(({ at }) => within(span, at));
}
