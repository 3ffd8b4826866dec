import type { Invocation } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { fold } from '../core/fold.ts';
import { type Merge, mergeOf } from '../core/merge.ts';
import type { JournalLine } from '../core/records.ts';
import { readOperations } from '../exchange/operations.ts';
import { sanitize } from '../../text/sanitize.ts';
import { SCHEMA_VERSION } from '../../schema-version.ts';

/** Takes entries in. */
export async function importEntries({ args, options }: Invocation, context: Context): Promise<void> {
  const file = args[0]!;
  const { lines } = context.journal.read();
  const merge = mergeOf(
    lines,
    await readLines(context.readText(file), file === '-' ? 'standard input' : file, lines, context),
  );
  const isDry = Boolean(options['dry-run']);
  const backup = isDry || merge.fresh.length === 0 ? undefined : context.journal.adopt(merge.fresh);
  if (options['json']) return context.printJson(documentOf(merge, isDry, backup));
  context.print([sayMerge(merge, isDry), ...(backup === undefined ? [] : [`A backup was kept in ${backup}`])]);
}

async function readLines(
  text: string,
  file: string,
  lines: readonly JournalLine[],
  context: Context,
): Promise<JournalLine[]> {
  if (/^\s*[{[]/.test(text)) return readOperations(text, file);
  const { readTable } = await import('../exchange/read-table.ts');
  const table = readTable(text, { file, entries: fold(lines), now: context.now() });
  if (table.passedOver.length > 0)
    context.note([sanitize(`unspasm: columns that say nothing to it: ${table.passedOver.join(', ')}`)]);
  return [...table.lines];
}

function sayMerge({ added, changed, removed, known }: Merge, isDry: boolean): string {
  const counts = `${added} added, ${changed} changed, ${removed} removed, ${known} already there`;
  return `${isDry ? 'Would be imported' : 'Imported'}: ${counts}.`;
}

function documentOf({ added, changed, removed, known }: Merge, dryRun: boolean, backup: string | undefined): object {
  return { schemaVersion: SCHEMA_VERSION, dryRun, added, changed, removed, known, backup: backup ?? null };
}
