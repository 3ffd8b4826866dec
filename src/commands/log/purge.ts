import type { CommandDeclaration, Invocation } from '../../command.ts';
import type { Context } from '../../context.ts';
import { CannotError } from '../../errors.ts';
import { findEntry } from '../../journal/find.ts';
import { readEntries } from './entries.ts';
import { entryIds } from './values.ts';

export const path: CommandDeclaration = {
  name: 'log path',
  summary: 'show where the journal is kept',
  description: ['Shows the folder that the journal is kept in: one file a device.'],
  options: [],
  examples: [{ command: 'unspasm log path', does: 'the path of the folder' }],
  run: (_invocation, { journal, print }) => print([journal.folder]),
};

export const purge: CommandDeclaration = {
  name: 'log purge',
  summary: 'erase an entry, or the whole journal, for good',
  description: [
    'Erases an entry with all its former states from the files on this computer, or, without an id, the whole journal. Copies on other devices are not touched.',
    'A backup is made first, unless --no-backup says otherwise; the backup holds what was erased.',
  ],
  arguments: [{ syntax: '[id]', description: 'the id of an entry', values: entryIds }],
  options: [
    { flags: '--yes', description: "don't ask" },
    { flags: '--no-backup', description: 'make no backup, and erase those that there are' },
  ],
  examples: [{ command: 'unspasm log purge k3f9q --yes --no-backup', does: 'erase one entry, without a trace' }],
  withoutInput: 'unspasm log purge --yes erases without asking',
  run,
};

async function run({ args, options }: Invocation, context: Context): Promise<void> {
  const entry = args[0] === undefined ? undefined : findEntry(readEntries(context), args[0]);
  const what = entry ? 'this entry, with all its former states' : `the whole journal in ${context.journal.folder}`;
  if (!options['yes'] && !(await confirms(context, what))) {
    throw new CannotError('nothing was erased', { code: 'declined', hint: 'log purge --yes erases without asking' });
  }
  const backup = context.journal.purge(entry?.id, options['backup'] !== false);
  context.print([`Erased: ${what}.`, backup === undefined ? 'No backup was kept.' : `A backup was kept in ${backup}`]);
}

async function confirms(context: Context, what: string): Promise<boolean> {
  const prompter = await context.prompter();
  const options = [
    { id: 'no', label: 'keep it', key: 'n' },
    { id: 'yes', label: 'erase it', key: 'y' },
  ];
  const intro = `Erase ${what}?`;
  const chosen = await prompter.choice({ place: '', title: '', intro, options, enter: 'no', canGoBack: false });
  return chosen === 'yes';
}
