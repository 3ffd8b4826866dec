import { defineCommand, flag, JSON_FLAG } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { takenBack } from '../core/batches.ts';
import { fold } from '../core/fold.ts';
import { type Merge, mergeOf } from '../core/merge.ts';
import type { JournalLine } from '../core/records.ts';
import { readOperations } from '../exchange/operations.ts';
import { sanitize } from '../../text/sanitize.ts';

export const command = defineCommand({
  name: 'log import',
  summary: 'take entries in: from log export, or from a table',
  description: [
    'Takes in what log export wrote as JSON, or a CSV table with a first line of names: at, and pain, note, medicine or therapy. What is there already is passed over, so that a file may be imported again.',
    'All of it is taken in, or nothing; a backup is made before.',
  ],
  arguments: [{ syntax: '<file>', description: 'the file; - is standard input' }],
  options: { 'dry-run': flag('say what would come in, and change nothing'), json: JSON_FLAG },
  examples: [
    { command: 'unspasm log import journal.json --dry-run', does: 'what it would bring' },
    { command: 'unspasm log import diary.csv', does: 'a table of another program' },
  ],
  seeAlso: ['unspasm log export'],
  run: async ({ args, options }, context) => {
    const files = context.journal.files();
    const lines = files.flatMap((file) => file.lines);
    const merge = mergeOf(lines, await readLines(args[0]!, lines, context), takenBack(files));
    const { added, changed, removed, known } = merge;
    const dryRun = options['dry-run'] === true;
    const backup = dryRun || merge.fresh.length === 0 ? undefined : context.journal.adopt(merge.fresh);
    return {
      document: () => ({ dryRun, added, changed, removed, known, backup: backup ?? null }),
      lines: () => [mergeText(merge, dryRun), ...(backup === undefined ? [] : [`A backup was kept in ${backup}`])],
    };
  },
});

async function readLines(
  path: string,
  lines: readonly JournalLine[],
  context: Context,
): Promise<readonly JournalLine[]> {
  const text = context.readText(path);
  const file = path === '-' ? 'standard input' : path;
  if (/^\s*[{[]/.test(text)) return readOperations(text, file);
  const { readTable } = await import('../exchange/read-table.ts');
  const table = readTable(text, { file, entries: fold(lines), now: context.now() });
  if (table.unknownColumns.length > 0)
    context.note([sanitize(`unspasm: columns that say nothing to it: ${table.unknownColumns.join(', ')}`)]);
  return table.lines;
}

function mergeText({ added, changed, removed, known }: Merge, dryRun: boolean): string {
  const counts = `${added} added, ${changed} changed, ${removed} removed, ${known} already there`;
  return `${dryRun ? 'Would be imported' : 'Imported'}: ${counts}.`;
}
