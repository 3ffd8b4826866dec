import { type Answer, defineCommand, flag, JSON_FLAG } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { OperationError } from '../../errors.ts';
import { type Batch, changesWithout, type JournalFile, lastBatch, singleLines } from '../core/batches.ts';
import { shortId } from '../core/find.ts';
import { latestStates } from '../core/fold.ts';
import { mergeOf } from '../core/merge.ts';
import type { Entry, JournalLine } from '../core/records.ts';
import { sayTime } from '../core/say-when.ts';
import { ulidTime } from '../core/ulid.ts';
import { inverseOf, lastWritten } from '../core/undo.ts';
import { toIso } from '../core/when.ts';
import { entryDocument } from '../views/journal.ts';
import { echo } from './save.ts';

export const command = defineCommand({
  name: 'log undo',
  summary: 'undo the last change; run it again to redo',
  description: [
    'Undoes what was last added, changed or removed on this computer. To redo it, run it again.',
    'It undoes an import or a restore as a whole. Entries that have changed since then stay as they are.',
  ],
  options: { import: flag('undo the last import or restore, even if you have added entries since'), json: JSON_FLAG },
  examples: [
    { command: 'unspasm log undo', does: 'undo the last change' },
    { command: 'unspasm log undo --import', does: 'undo the last import or restore' },
  ],
  run: ({ options }, context) => undoLast(context, options.import === true),
});

function undoLast(context: Context, importOnly: boolean): Answer {
  const { journal } = context;
  const files = journal.files();
  const device = journal.device();
  if (device === undefined) throw nothingToUndo(importOnly);
  const last = lastWritten(singleLines(files), device);
  // An import that was interrupted may leave an empty file.
  const written = files.filter(({ lines }) => lines.length > 0).map(({ name }) => name);
  const batch = lastBatch(written, device);
  if (batch && (importOnly || !last || batch.id > last.rev)) return undoBatch(context, files, batch);
  if (importOnly || !last) throw nothingToUndo(importOnly);
  return undoLine(context, linesOf(files), last);
}

function linesOf(files: readonly JournalFile[]): JournalLine[] {
  return files.flatMap(({ lines }) => lines);
}

function nothingToUndo(importOnly: boolean): OperationError {
  const what = importOnly ? 'there is no import or restore to undo' : 'there is nothing to undo';
  const hint = 'undo a change on the computer where it was made; to see the entries, run: unspasm log list';
  return new OperationError(`${what} on this computer`, { code: 'nothing-to-undo', hint });
}

function undoLine(context: Context, lines: readonly JournalLine[], last: JournalLine): Answer {
  const { journal } = context;
  const inverse = inverseOf(lines, last);
  if (inverse.overtaken) {
    const hint = `to change it, run: unspasm log edit ${shortId(inverse)}`;
    throw new OperationError('that entry has since been changed on another computer', { code: 'overtaken', hint });
  }
  const state = latestStates(lines).get(inverse.id)!;
  if (inverse.fields) return undone(context, 'brought-back', journal.put(inverse.fields, state));
  journal.remove(state);
  return undone(context, 'taken-back', state.op === 'put' ? state : undefined);
}

const IN_WORDS = { 'brought-back': 'Undone: restored', 'taken-back': 'Undone: removed' } as const;

function undone(context: Context, done: keyof typeof IN_WORDS, entry: Entry | undefined): Answer {
  const did = `${IN_WORDS[done]} the entry`;
  return {
    document: () => ({ done, entry: entry ? entryDocument(entry) : null }),
    lines: () => [entry ? echo(context, entry, did) : did],
  };
}

function undoBatch(context: Context, files: readonly JournalFile[], batch: Batch): Answer {
  const { changes, left } = changesWithout(files, batch);
  if (changes.length === 0) {
    const why = 'its entries have changed since, or are also in the files of another computer';
    const hint = 'to remove a single entry, run: unspasm log remove ID';
    throw new OperationError(`nothing of the last import or restore can be undone: ${why}`, {
      code: 'overtaken',
      hint,
    });
  }
  // A restore is written as an import.
  const isImport = batch.kind === 'import';
  const written = context.journal.change(changes, isImport ? 'undo' : 'import');
  const { added, changed, removed } = mergeOf(linesOf(files), written);
  const done = isImport ? 'taken-back' : 'brought-back';
  const when = toIso(ulidTime(batch.id));
  const what = isImport
    ? `Undone: the import or restore of ${sayTime(when, context.now())}`
    : 'Undone: the import or restore is back';
  return {
    document: () => ({ done, entry: null, import: { added, changed, removed, left } }),
    lines: () => [
      `${what}: ${added} added, ${changed} changed, ${removed} removed.`,
      ...(left > 0 ? [leftText(left)] : []),
    ],
  };
}

function leftText(left: number): string {
  if (left === 1)
    return '1 entry stayed as it is, because it was changed later or is also in the file of another computer.';
  return `${left} entries stayed as they are, because they were changed later or are also in the files of other computers.`;
}
