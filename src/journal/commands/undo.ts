import { type Answer, defineCommand, JSON_FLAG } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { OperationError } from '../../errors.ts';
import { latestStates } from '../core/fold.ts';
import type { Entry } from '../core/records.ts';
import { inverseOfLast } from '../core/undo.ts';
import { entryDocument } from '../views/journal.ts';
import { echo } from './save.ts';

export const command = defineCommand({
  name: 'log undo',
  summary: 'take back what was done last; once more: do it again',
  description: ['Takes back what was last added, changed or removed on this device. That can itself be undone.'],
  options: { json: JSON_FLAG },
  examples: [{ command: 'unspasm log undo', does: 'take back the last thing' }],
  run: (_invocation, context) => undoLast(context),
});

function undoLast(context: Context): Answer {
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
  if (inverse.fields) return undone(context, 'brought-back', journal.put(inverse.fields, state));
  journal.remove(state);
  return undone(context, 'taken-back', state.op === 'put' ? state : undefined);
}

const IN_WORDS = { 'brought-back': 'Brought back', 'taken-back': 'Taken back' } as const;

function undone(context: Context, done: keyof typeof IN_WORDS, entry: Entry | undefined): Answer {
  const did = IN_WORDS[done];
  return {
    document: () => ({ done, entry: entry ? entryDocument(entry) : null }),
    lines: () => [entry ? echo(context, entry, did) : did],
  };
}
