import type { Invocation } from '../../command.ts';
import type { Context } from '../../context.ts';
import { CannotError } from '../../errors.ts';
import { findEntry } from '../../journal/find.ts';
import { latestStates } from '../../journal/fold.ts';
import { inverseOfLast } from '../../journal/undo.ts';
import { echo } from './add.ts';
import { readEntries } from './entries.ts';

/** Takes an entry out. */
export function removeEntry({ args }: Invocation, context: Context): void {
  const entry = findEntry(readEntries(context), args[0]!);
  context.journal.remove(entry);
  context.print([echo(context, entry, 'Removed'), 'unspasm log undo brings it back.']);
}

/** Takes back what was done last. */
export function undoLast(_invocation: Invocation, context: Context): void {
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
