import { defineCommand, flag, JSON_FLAG, oneFrom, repeated, text as textOption } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { UsageError } from '../../errors.ts';
import { sanitize } from '../../text/sanitize.ts';
import { wrap } from '../../text/wrap.ts';
import { journalWords } from '../content.ts';
import { takenBack } from '../core/batches.ts';
import { latestStates } from '../core/fold.ts';
import { type Merge, mergeOf } from '../core/merge.ts';
import type { Entry, JournalLine } from '../core/records.ts';
import { decode } from '../exchange/decode.ts';
import { readOperations } from '../exchange/operations.ts';
import { DATE_ORDERS, type DateOrder } from '../exchange/table-time.ts';
import { entryDocument, entryText } from '../views/journal.ts';

/** How many entries --dry-run shows. */
const SHOWN = 5;

export const command = defineCommand({
  name: 'log import',
  summary: 'import entries from log export, or from a table',
  description: [
    'Imports JSON from log export, or a CSV table with a header row: at, and pain, note, medicine or therapy. If your columns have other names, --map says which is which; date and time can be two columns. It skips entries that are already there, so that you can import a file again.',
    'Ratings such as 6.5, 7/10 or 65 % are rounded to a whole number from 0 to 10, with halves rounded up, and you are told. A date without a time is saved as noon. Dates such as 03/10/2026 need --dates, unless other dates in the table show the order.',
    'It imports all of the file or none of it, and makes a backup first. log undo undoes it.',
  ],
  arguments: [{ syntax: '<file>', description: 'the file, or - for standard input' }],
  options: {
    map: repeated('<field=column>', 'the column for a field; repeat it for more fields'),
    dates: oneFrom('<order>', 'the order of day, month and year: dmy, mdy or ymd', DATE_ORDERS),
    scale: textOption('<number>', 'the number for the worst pain in the table, such as 100'),
    strict: flag('refuse ratings that would be rounded'),
    'dry-run': flag('show what would be imported, and change nothing'),
    json: JSON_FLAG,
  },
  examples: [
    { command: 'unspasm log import journal.json --dry-run', does: 'show what would be imported' },
    { command: 'unspasm log import diary.csv', does: 'import a table from another program' },
    {
      command: 'unspasm log import diary.csv --map at="Start time" --map pain=Intensity --dates dmy --dry-run',
      does: 'show the first rows of a table with other names',
    },
  ],
  seeAlso: ['unspasm log undo', 'unspasm log export'],
  run: async ({ args, options }, context) => {
    const files = context.journal.files();
    const lines = files.flatMap((file) => file.lines);
    const merge = mergeOf(lines, await readLines(args[0]!, lines, options, context), takenBack(files));
    const { added, changed, removed, known } = merge;
    const dryRun = options['dry-run'] === true;
    const first = dryRun ? firstOf(merge, lines) : [];
    const backup = dryRun || merge.fresh.length === 0 ? undefined : context.journal.adopt(merge.fresh);
    return {
      document: () => ({
        dryRun,
        added,
        changed,
        removed,
        known,
        backup: backup ?? null,
        ...(dryRun && { first: first.map(entryDocument) }),
      }),
      lines: () => [
        mergeText(merge, dryRun),
        ...(backup === undefined ? [] : [`A backup was saved in ${backup}`]),
        ...preview(first, context),
      ],
    };
  },
});

interface Options {
  readonly map?: readonly string[] | undefined;
  readonly dates?: DateOrder | undefined;
  readonly scale?: string | undefined;
  readonly strict?: true | undefined;
}

async function readLines(
  path: string,
  lines: readonly JournalLine[],
  { map = [], dates, scale, strict }: Options,
  context: Context,
): Promise<readonly JournalLine[]> {
  const file = path === '-' ? 'standard input' : path;
  const { text, encoding } = decode(context.readBytes(path), file);
  if (/^\s*[{[]/.test(text)) return readOperations(text, file);
  const [{ readTable }, { readMap }] = await Promise.all([
    import('../exchange/read-table.ts'),
    import('../exchange/name-columns.ts'),
  ]);
  const table = readTable(text, {
    file,
    lines,
    now: context.now(),
    map: readMap(map),
    ...(dates !== undefined && { dates }),
    ...(scale !== undefined && { scale: scaleOf(scale) }),
    strict: strict === true,
  });
  const notes = [
    ...(encoding === undefined ? [] : [`the file was read as ${encoding}`]),
    ...table.notes,
    ...(table.unknownColumns.length > 0 ? [`these columns were ignored: ${table.unknownColumns.join(', ')}`] : []),
  ];
  if (notes.length > 0) context.note(notes.map((note) => sanitize(`unspasm: ${note}`)));
  return table.lines;
}

function scaleOf(text: string): number {
  if (/^\d{1,4}$/.test(text) && Number(text) > 0) return Number(text);
  throw new UsageError(`--scale can't be "${text}"`, {
    code: 'bad-scale',
    hint: 'use a whole number from 1 to 9999, such as 100',
  });
}

// Only what counts in the end: an export holds earlier states as well.
function firstOf({ fresh }: Merge, lines: readonly JournalLine[]): Entry[] {
  const states = latestStates([...lines, ...fresh]);
  const kept = fresh.filter((line): line is Entry => line.op === 'put' && states.get(line.id)!.rev === line.rev);
  return kept.slice(0, SHOWN);
}

// With the year and the time as they are kept, as a wrong order of day and month is seen only there.
function preview(entries: readonly Entry[], context: Context): string[] {
  if (entries.length === 0) return [];
  const words = journalWords(context);
  const rows = entries.map((entry) => `${entry.at.slice(0, 16).replace('T', ' ')}  ${entryText(entry, words)}`);
  return ['', 'The first of them:', ...rows.flatMap((row) => wrap(row, context.page.width, { first: '  ' }))];
}

function mergeText({ added, changed, removed, known }: Merge, dryRun: boolean): string {
  const counts = `${added} added, ${changed} changed, ${removed} removed, ${known} already there`;
  return `${dryRun ? 'Would be imported' : 'Imported'}: ${counts}.`;
}
