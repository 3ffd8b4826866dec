import type { CommandDeclaration } from '../../command.ts';
import type { Context } from '../../context.ts';
import { CannotError } from '../../errors.ts';
import { findEntry } from '../../journal/find.ts';
import { latestStates } from '../../journal/fold.ts';
import { inverseOfLast } from '../../journal/undo.ts';
import { echo } from './add.ts';
import { readEntries } from './entries.ts';
import { ID } from './show.ts';

export const remove: CommandDeclaration = {
  name: 'log remove',
  summary: 'take an entry out',
  description: [
    'Takes an entry out of the journal, on every device. Its text stays in the file, so that log undo can bring it back; log purge erases.',
  ],
  arguments: [ID],
  options: [],
  examples: [{ command: 'unspasm log remove k3f9q', does: 'take the entry with this id out' }],
  seeAlso: ['unspasm log undo', 'unspasm log purge'],
  run: ({ args }, context) => {
    const entry = findEntry(readEntries(context), args[0]!);
    context.journal.remove(entry);
    context.print([echo(context, entry, 'Removed'), 'unspasm log undo brings it back.']);
  },
};

export const undo: CommandDeclaration = {
  name: 'log undo',
  summary: 'take back what was done last; once more: do it again',
  description: ['Takes back what was last added, changed or removed on this device. That can itself be undone.'],
  options: [],
  examples: [{ command: 'unspasm log undo', does: 'take back the last thing' }],
  run: (_invocation, context) => undoLast(context),
};

function undoLast(context: Context): void {
  const { journal, print } = context;
  const { lines } = journal.read();
  const device = journal.device();
  const inverse = device === undefined ? undefined : inverseOfLast(lines, device);
  if (!inverse) throw new CannotError('there is nothing to undo on this device', { code: 'nothing-to-undo' });
  if (inverse.overtaken) {
    const hint = 'unspasm log edit changes it';
    throw new CannotError('that entry has been changed on another device since', { code: 'overtaken', hint });
  }
  const state = latestStates(lines).get(inverse.id)!;
  if (inverse.fields) return print([echo(context, journal.put(inverse.fields, state), 'Brought back')]);
  journal.remove(state);
  print([state.op === 'put' ? echo(context, state, 'Taken back') : 'Taken back']);
}
