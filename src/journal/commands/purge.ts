import type { Invocation } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { OperationError } from '../../errors.ts';
import { findEntry } from '../core/find.ts';
import { SCHEMA_VERSION } from '../../schema-version.ts';
import { readEntries } from '../entries.ts';

/** Erases an entry, or the whole journal, once that is confirmed. */
export async function purgeJournal({ args, options }: Invocation, context: Context): Promise<void> {
  const entry = args[0] === undefined ? undefined : findEntry(readEntries(context), args[0]);
  const what = entry ? 'this entry, with all its former states' : `the whole journal in ${context.journal.folder}`;
  const erased = entry?.id ?? 'journal';
  if (options['dry-run']) {
    if (options['json']) return context.printJson({ schemaVersion: SCHEMA_VERSION, dryRun: true, erased });
    return context.print([`Would be erased: ${what}. Nothing was.`]);
  }
  if (!options['yes'] && !(await confirms(context, what))) {
    throw new OperationError('nothing was erased', { code: 'declined', hint: 'log purge --yes erases without asking' });
  }
  const backup = context.journal.purge(entry?.id, options['backup'] !== false);
  if (options['json'])
    return context.printJson({ schemaVersion: SCHEMA_VERSION, dryRun: false, erased, backup: backup ?? null });
  context.print([`Erased: ${what}.`, backup === undefined ? 'No backup was kept.' : `A backup was kept in ${backup}`]);
}

async function confirms(context: Context, what: string): Promise<boolean> {
  const prompter = await context.prompter();
  const answers = { yes: { label: 'erase it' }, no: { label: 'keep it' }, default: false };
  return prompter.confirm({ intro: `Erase ${what}?`, ...answers });
}
