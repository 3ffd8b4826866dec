import type { Invocation } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { OperationError } from '../../errors.ts';
import { findEntry } from '../core/find.ts';
import { latestStates } from '../core/fold.ts';
import type { Entry } from '../core/records.ts';
import { inverseOfLast } from '../core/undo.ts';
import { SCHEMA_VERSION } from '../../schema-version.ts';
import { entryDocument } from '../views/journal.ts';
import { echo } from './add.ts';
import { readEntries } from '../entries.ts';

/** Takes an entry out. */
export function removeEntry({ args, options }: Invocation, context: Context): void {
  const entry = findEntry(readEntries(context), args[0]!);
  context.journal.remove(entry);
  if (options['json']) context.printJson({ schemaVersion: SCHEMA_VERSION, entry: entryDocument(entry) });
  else context.print([echo(context, entry, 'Removed'), 'unspasm log undo brings it back.']);
}

/** Takes back what was done last. */
export function undoLast({ options }: Invocation, context: Context): void {
  const { journal } = context;
  const { lines } = journal.read();
  const device = journal.device();
  const inverse = device === undefined ? undefined : inverseOfLast(lines, device);
  if (!inverse) throw new OperationError('there is nothing to undo on this device', { code: 'nothing-to-undo' });
  if (inverse.overtaken) {
    const hint = 'unspasm log edit changes it';
    throw new OperationError('that entry has been changed on another device since', { code: 'overtaken', hint });
  }
  const state = latestStates(lines).get(inverse.id)!;
  const tell = options['json'] ? tellInJson : tellInWords;
  if (inverse.fields) return tell(context, 'Brought back', journal.put(inverse.fields, state));
  journal.remove(state);
  tell(context, 'Taken back', state.op === 'put' ? state : undefined);
}

type Undone = 'Brought back' | 'Taken back';

function tellInWords(context: Context, did: Undone, entry: Entry | undefined): void {
  context.print([entry ? echo(context, entry, did) : did]);
}

function tellInJson({ printJson }: Context, did: Undone, entry: Entry | undefined): void {
  const done = did === 'Taken back' ? 'taken-back' : 'brought-back';
  printJson({ schemaVersion: SCHEMA_VERSION, done, entry: entry ? entryDocument(entry) : null });
}
