import { defineCommand, flag, JSON_FLAG, without } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { OperationError } from '../../errors.ts';
import { lineFor } from '../entries.ts';
import { ID } from '../options.ts';

export const command = defineCommand({
  name: 'log purge',
  summary: 'permanently delete an entry, or the whole journal',
  description: [
    'Permanently deletes an entry and all its earlier versions from the files on this computer. Without an id, it deletes the whole journal. Copies on other computers are not touched.',
    'It makes a backup first, which still contains what was deleted. With --no-backup it makes none, and deletes the existing ones.',
  ],
  arguments: [{ ...ID, syntax: '[id]' }],
  options: {
    'dry-run': flag('show what would be deleted, and delete nothing'),
    yes: flag("don't ask for confirmation"),
    backup: without('make no backup, and delete the existing ones'),
    json: JSON_FLAG,
  },
  examples: [{ command: 'unspasm log purge k3f9q --yes --no-backup', does: 'delete one entry, and every backup' }],
  withoutInput: 'to delete without being asked, use --yes',
  run: async ({ args, options }, context) => {
    const entry = args[0] === undefined ? undefined : lineFor(context, args[0]);
    const what = entry ? 'this entry and all its earlier versions' : `the whole journal in ${context.journal.folder}`;
    const erased = entry?.id ?? 'journal';
    if (options['dry-run']) {
      return {
        document: () => ({ dryRun: true, erased }),
        lines: () => [`This would delete ${what}. Nothing was deleted.`],
      };
    }
    if (!options.yes) await confirmOrStop(context, what);
    const backup = context.journal.purge(entry?.id, options.backup !== false);
    const backupText = backup === undefined ? 'There is no backup.' : `A backup was saved in ${backup}`;
    return {
      document: () => ({ dryRun: false, erased, backup: backup ?? null }),
      lines: () => [`Deleted ${what}.`, backupText],
    };
  },
});

async function confirmOrStop(context: Context, what: string): Promise<void> {
  const prompter = await context.prompter();
  const answers = { yes: { label: 'delete it' }, no: { label: 'keep it' }, default: false };
  if (await prompter.confirm({ intro: `Permanently delete ${what}?`, ...answers })) return;
  throw new OperationError('nothing was deleted', {
    code: 'declined',
    hint: 'to delete without being asked, use --yes',
  });
}
