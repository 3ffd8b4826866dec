import { defineCommand, flag, JSON_FLAG, without } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { OperationError } from '../../errors.ts';
import { findEntry } from '../core/find.ts';
import { readEntries } from '../entries.ts';
import { ID } from '../options.ts';

export const command = defineCommand({
  name: 'log purge',
  summary: 'erase an entry, or the whole journal, for good',
  description: [
    'Erases an entry with all its former states from the files on this computer, or, without an id, the whole journal. Copies on other devices are not touched.',
    'A backup is made first, unless --no-backup says otherwise; the backup holds what was erased.',
  ],
  arguments: [{ ...ID, syntax: '[id]' }],
  options: {
    'dry-run': flag('say what would be erased, and erase nothing'),
    yes: flag("don't ask"),
    backup: without('make no backup, and erase those that there are'),
    json: JSON_FLAG,
  },
  examples: [{ command: 'unspasm log purge k3f9q --yes --no-backup', does: 'erase one entry, without a trace' }],
  withoutInput: 'unspasm log purge --yes erases without asking',
  run: async ({ args, options }, context) => {
    const entry = args[0] === undefined ? undefined : findEntry(readEntries(context), args[0]);
    const what = entry ? 'this entry, with all its former states' : `the whole journal in ${context.journal.folder}`;
    const erased = entry?.id ?? 'journal';
    if (options['dry-run']) {
      return {
        document: () => ({ dryRun: true, erased }),
        lines: () => [`Would be erased: ${what}. Nothing was.`],
      };
    }
    if (!options.yes) await confirmOrStop(context, what);
    const backup = context.journal.purge(entry?.id, options.backup !== false);
    const backupText = backup === undefined ? 'No backup was kept.' : `A backup was kept in ${backup}`;
    return {
      document: () => ({ dryRun: false, erased, backup: backup ?? null }),
      lines: () => [`Erased: ${what}.`, backupText],
    };
  },
});

async function confirmOrStop(context: Context, what: string): Promise<void> {
  const prompter = await context.prompter();
  const answers = { yes: { label: 'erase it' }, no: { label: 'keep it' }, default: false };
  if (await prompter.confirm({ intro: `Erase ${what}?`, ...answers })) return;
  throw new OperationError('nothing was erased', { code: 'declined', hint: 'log purge --yes erases without asking' });
}
