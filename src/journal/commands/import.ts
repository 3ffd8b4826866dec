import { defineCommand, flag, JSON_FLAG, oneFrom, repeated, text as textOption } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { OperationError } from '../../errors.ts';
import { mayAsk } from '../../terminal/capabilities.ts';
import { blocksOf } from '../../terminal/page.ts';
import { journalWords } from '../content.ts';
import { takenBack } from '../core/batches.ts';
import { latestStates } from '../core/fold.ts';
import { type Merge, mergeOf } from '../core/merge.ts';
import type { Entry, JournalLine } from '../core/records.ts';
import { hasNoSigns } from '../core/signs.ts';
import { openDetector } from '../../understanding/detect.ts';
import { DATE_ORDERS } from '../exchange/table-time.ts';
import { type Cautions, cautionLines, cautionNotes, mergeText, previewLines, signsDocument } from '../views/import.ts';
import { entryDocument } from '../views/journal.ts';
import { readImport } from './import-file.ts';
import { cautionsFor, notesToCheck, signChanges, withSigns } from './import-signs.ts';

/** How many entries are shown before they are imported. */
const SHOWN = 5;

const appNames = ({ content }: Context) =>
  content.importMaps().map(({ id, name }) => ({ value: id, description: name }));

export const command = defineCommand({
  name: 'log import',
  summary: 'import entries from log export, or from a table',
  description: [
    'Imports JSON from log export, or a CSV table with a header row: at, and pain, note, medicine or therapy. If your columns have other names, --map says which is which; date and time can be two columns. It skips entries that are already there, so that you can import a file again. With a better --map, it changes what it imported.',
    'In a terminal it shows the first rows as they would be saved, and asks before it saves them. If it needs to know which column is which, it asks that too.',
    'Tables from some apps are recognised by their columns. unspasm help import lists those apps, and says how to get a table from each.',
    'Ratings such as 6.5, 7/10 or 65 % become whole numbers from 0 to 10. Halves are rounded up, and you are told. A date without a time is saved as noon. Dates such as 03/10/2026 need --dates, unless other dates in the table show the order.',
    'It imports all of the file or none of it, and makes a backup first. log undo undoes it. Notes are checked for warning signs, and you are told if a recent one mentions any.',
  ],
  arguments: [{ syntax: '<file>', description: 'the file, or - for standard input' }],
  options: {
    app: textOption('<app>', 'the app that the table comes from, or none (default: by its columns)', appNames),
    map: repeated('<field=column>', 'the column for a field; repeat it for more fields'),
    rows: repeated('<column=text>', 'import only rows with this text in that column'),
    dates: oneFrom('<order>', 'the order of day, month and year: dmy, mdy or ymd', DATE_ORDERS),
    scale: textOption('<number>', 'the number for the worst pain in the table, such as 100'),
    strict: flag('refuse ratings that would be rounded'),
    'dry-run': flag('show what would be imported, and change nothing'),
    yes: flag("don't ask for confirmation"),
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
  seeAlso: ['unspasm help import', 'unspasm log undo', 'unspasm log export'],
  run: async ({ args, options }, context) => {
    const files = context.journal.files();
    const lines = files.flatMap((file) => file.lines);
    const asks = options.yes !== true && options.json !== true && mayAsk(context.capabilities);
    const read = await readImport(context, args[0]!, options, { lines, asks });
    const merge = mergeOf(lines, read.lines, takenBack(files));
    if (options['dry-run']) return dryRun(context, merge, lines);
    if (merge.fresh.length === 0) return imported(context, merge, {});
    if (asks) await confirmOrStop(context, merge, lines);
    const done = await adopt(context, merge.fresh, lines, read.unread);
    // Standard output is for the document alone then.
    if (options.json) context.note(cautionNotes(done.cautions));
    return imported(context, merge, done);
  },
});

async function adopt(
  context: Context,
  fresh: readonly JournalLine[],
  lines: readonly JournalLine[],
  unread: ReadonlySet<string> | undefined,
) {
  const detect = openDetector(context);
  const states = latestStates([...lines, ...fresh]);
  const isUnread = (line: Entry) =>
    unread ? unread.has(line.id) : hasNoSigns(line) && states.get(line.id)!.rev === line.rev;
  const { lines: checked, isRead } = await withSigns(context, detect, fresh, isUnread);
  const { journal } = context;
  const backup = unread ? journal.adopt(checked) : journal.adopt(fresh, signChanges(fresh, checked));
  const notes = notesToCheck(context, lines, checked);
  return { backup, notes, isRead, cautions: await cautionsFor(context, detect, notes) };
}

function dryRun(context: Context, merge: Merge, lines: readonly JournalLine[]) {
  const first = firstOf(merge, lines);
  return {
    document: () => ({ ...documentOf(merge, true), backup: null, first: first.map(entryDocument) }),
    lines: () => [mergeText(merge, 'Would be imported'), ...previewLines(context.page, first, journalWords(context))],
  };
}

interface Done {
  readonly backup?: string | undefined;
  /** Recent notes that mention warning signs. */
  readonly notes?: readonly Entry[];
  readonly isRead?: boolean;
  /** What is said about those notes. */
  readonly cautions?: Cautions;
}

function imported({ page }: Context, merge: Merge, { backup, notes = [], isRead = true, cautions }: Done) {
  return {
    document: () => ({
      ...documentOf(merge, false),
      backup: backup ?? null,
      ...signsDocument(notes, isRead),
    }),
    lines: () => [
      mergeText(merge, 'Imported'),
      ...(backup === undefined ? [] : [`A backup was saved in ${backup}`]),
      ...(cautions ? cautionLines(page, cautions) : []),
    ],
  };
}

function documentOf({ added, changed, removed, known }: Merge, isDryRun: boolean) {
  return { dryRun: isDryRun, added, changed, removed, known };
}

// Only what counts in the end: an export holds earlier states as well.
function firstOf({ fresh }: Merge, lines: readonly JournalLine[]): Entry[] {
  const states = latestStates([...lines, ...fresh]);
  const kept = fresh.filter((line): line is Entry => line.op === 'put' && states.get(line.id)!.rev === line.rev);
  return kept.slice(0, SHOWN);
}

async function confirmOrStop(context: Context, merge: Merge, lines: readonly JournalLine[]): Promise<void> {
  const preview = () => [
    mergeText(merge, 'To import'),
    ...previewLines(context.page, firstOf(merge, lines), journalWords(context)),
  ];
  const prompter = await context.prompter();
  const options = [
    { id: 'yes', label: 'import', key: 'y' },
    { id: 'no', label: "don't import", key: 'n' },
  ];
  const reading = { blocks: () => blocksOf(preview()) };
  const asked = { intro: 'Import this?', options, default: 'yes', escape: 'no', inline: true, reading };
  if ((await prompter.choice(asked)) === 'yes') return;
  throw new OperationError('nothing was imported', {
    code: 'declined',
    hint: 'to import without being asked, use --yes',
  });
}
