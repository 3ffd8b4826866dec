import type { CommandDeclaration, Invocation } from '../../command.ts';
import type { Context } from '../../context.ts';
import { UsageError } from '../../errors.ts';
import type { Entry } from '../../journal/records.ts';
import { readSpan, within } from '../../journal/span.ts';
import { toIso } from '../../journal/when.ts';
import { operationsDocument } from '../../report/operations.ts';
import { nearest } from '../../text/nearest.ts';
import { entryText } from '../../views/journal.ts';
import { journalWords } from './content.ts';
import { readEntries } from './entries.ts';

const FORMATS = ['json', 'csv', 'md'] as const;

export const exportEntries: CommandDeclaration = {
  name: 'log export',
  summary: 'write the journal out: JSON, CSV or Markdown',
  description: [
    'JSON holds every line of the journal, with former states and what was removed: the way to move to another computer, with log import there.',
    'CSV and Markdown hold the entries as they stand. In CSV an apostrophe stands before what a spreadsheet would take for a formula.',
  ],
  options: [
    { flags: '--format <format>', description: 'json, csv or md; json unless told', values: FORMATS },
    { flags: '--output <file>', description: 'where to; - or nothing is standard output' },
    { flags: '--force', description: 'overwrite a file that is there' },
    { flags: '--from <time>', description: 'of CSV and Markdown: not before' },
    { flags: '--to <time>', description: 'of CSV and Markdown: not after' },
  ],
  examples: [
    { command: 'unspasm log export --output journal.json', does: 'all of it, to be imported elsewhere' },
    { command: 'unspasm log export --format csv --from 2026-11-01', does: 'a table of this month' },
  ],
  seeAlso: ['unspasm log import', 'unspasm report'],
  run,
};

async function run({ options }: Invocation, context: Context): Promise<void> {
  const text = await textOf(readFormat(options['format'] as string | undefined), options, context);
  const output = (options['output'] as string | undefined) ?? '-';
  if (output === '-') return context.print([text.replace(/\n$/, '')]);
  context.saveText(output, text, Boolean(options['force']));
  context.note([`Written: ${output}`]);
}

async function textOf(
  format: (typeof FORMATS)[number],
  options: Invocation['options'],
  context: Context,
): Promise<string> {
  if (format === 'json') return operationsText(options, context);
  const entries = chosen(options, context);
  if (format === 'csv') {
    const { csvOf } = await import('../../report/csv.ts');
    return csvOf(entries);
  }
  const { markdownOf } = await import('../../report/markdown.ts');
  const words = journalWords(context);
  return markdownOf(entries, (entry) => entryText(entry, words), context.now());
}

// A part of them would be no journal.
function operationsText(options: Invocation['options'], context: Context): string {
  if (options['from'] !== undefined || options['to'] !== undefined) {
    const hint = 'without --from and --to, or with --format csv';
    throw new UsageError('JSON holds the whole journal', { code: 'whole-journal', hint });
  }
  readEntries(context);
  return `${JSON.stringify(operationsDocument(context.journal.read().lines, toIso(context.now())), undefined, 1)}\n`;
}

function chosen(options: Invocation['options'], context: Context): Entry[] {
  const span = readSpan(options['from'] as string | undefined, options['to'] as string | undefined, context.now());
  return readEntries(context).filter(({ at }) => within(span, at));
}

function readFormat(typed = 'json'): (typeof FORMATS)[number] {
  const format = FORMATS.find((one) => one === typed.toLowerCase());
  if (format) return format;
  throw new UsageError(`--format: "${typed}" is not known${nearest(typed, FORMATS)}`, {
    code: 'unknown-format',
    hint: `it takes: ${FORMATS.join(', ')}`,
  });
}
