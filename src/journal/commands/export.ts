import { defineCommand, flag, type Given, oneFrom, text } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { sanitize } from '../../text/sanitize.ts';
import type { Entry, JournalLine } from '../core/records.ts';
import { toIso } from '../core/when.ts';
import { leftOutOfTable } from '../exchange/columns.ts';
import { operationsDocument } from '../exchange/operations.ts';
import { oddTime } from '../views/ahead.ts';
import { entryText } from '../views/journal.ts';
import { journalWords } from '../content.ts';
import { readJournal } from '../entries.ts';
import { FILTER_OPTIONS, filterEntries, filterText, isFiltered } from '../filter.ts';

const OPTIONS = {
  format: oneFrom('<format>', 'write json, csv or md (default: json)', ['json', 'csv', 'md']),
  output: text('<file>', 'write to this file (default: - for standard output)'),
  force: flag('overwrite an existing file'),
  ...FILTER_OPTIONS,
};
type Options = Given<typeof OPTIONS>;

export const command = defineCommand({
  name: 'log export',
  summary: 'write out the journal as JSON, CSV or Markdown',
  description: [
    'JSON contains every line of the journal, with earlier versions and removed entries. Use it to move to another computer, and log import there.',
    'CSV and Markdown contain the current entries. In CSV, text that a spreadsheet would run as a formula starts with an apostrophe.',
    'With --from, --to, --kind or --search it writes only those entries, and the export says how many it left out. In JSON these entries still have their earlier versions.',
  ],
  options: OPTIONS,
  examples: [
    { command: 'unspasm log export --output journal.json', does: 'write all of it, to import it elsewhere' },
    {
      command: 'unspasm log export --format csv --from 2026-11-01 --kind pain,note',
      does: 'write a table of the pain ratings and notes since that day',
    },
  ],
  seeAlso: ['unspasm log import', 'unspasm report'],
  run: async ({ options }, context) => {
    const { output = '-', force = false, format = 'json' } = options;
    const written = await textOf(options, context);
    if (output === '-') return context.printText(written, format === 'json');
    const isFile = context.saveText(output, written, force, format === 'json');
    const said = [`Written: ${output}`];
    // A pipe may be standard output, which belongs to the document.
    if (isFile) context.print(said);
    else context.note(said);
  },
});

/** What is exported, and what isn't. */
interface Selection {
  readonly lines: readonly JournalLine[];
  /** The chosen entries, the newest first. */
  readonly entries: readonly Entry[];
  /** How many entries were not chosen; undefined where nothing was chosen. */
  readonly leftOut: number | undefined;
}

function selected(options: Options, context: Context): Selection {
  // Says so if the journal is lost, and names lines that can't be read.
  const { lines, entries: all } = readJournal(context);
  if (!isFiltered(options)) return { lines, entries: all, leftOut: undefined };
  const entries = filterEntries(context, all, options);
  const ids = new Set(entries.map(({ id }) => id));
  return { lines: lines.filter(({ id }) => ids.has(id)), entries, leftOut: all.length - entries.length };
}

async function textOf(options: Options, context: Context): Promise<string> {
  const { format = 'json' } = options;
  const { lines, entries, leftOut } = selected(options, context);
  const exported = toIso(context.now());
  if (format === 'json') return `${JSON.stringify(operationsDocument(lines, exported, leftOut), undefined, 1)}\n`;
  const notes = leftOut === undefined ? [] : [choiceText(options, entries.length, leftOut)];
  if (format === 'csv') {
    const { csvOf } = await import('../exchange/csv.ts');
    const left = [...notes, ...leftOutOfTable(entries)];
    if (left.length > 0) context.note(left.map((one) => sanitize(`unspasm: ${one}`)));
    return csvOf(entries);
  }
  const { markdownOf } = await import('../exchange/markdown.ts');
  const words = journalWords(context);
  const now = context.now();
  return markdownOf(entries, (entry) => `${entryText(entry, words)}${oddTime(entry.at, now)}`, notes);
}

/** "These are 3 of 40 entries: those since mon, of the kind pain." */
function choiceText(options: Options, chosen: number, leftOut: number): string {
  return `These are ${chosen} of ${chosen + leftOut} entries: those ${filterText(options)}.`;
}
