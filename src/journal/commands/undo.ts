import { type Answer, defineCommand, flag, JSON_FLAG } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { OperationError } from '../../errors.ts';
import { type Batch, changesWithout, type JournalFile, lastBatch, singleLines } from '../core/batches.ts';
import { latestStates } from '../core/fold.ts';
import { mergeOf } from '../core/merge.ts';
import type { Entry, JournalLine } from '../core/records.ts';
import { sayTime } from '../core/say-when.ts';
import { ulidTime } from '../core/ulid.ts';
import { inverseOfLast, lastWritten } from '../core/undo.ts';
import { toIso } from '../core/when.ts';
import { entryDocument } from '../views/journal.ts';
import { echo } from './save.ts';

export const command = defineCommand({
  name: 'log undo',
  summary: 'take back what was done last; once more: do it again',
  description: [
    'Takes back what was last added, changed or removed on this device. That can itself be undone.',
    'An import is taken back as a whole. Entries that were changed since stay as they are.',
  ],
  options: { import: flag('take back the last import, even if entries were added since'), json: JSON_FLAG },
  examples: [
    { command: 'unspasm log undo', does: 'take back the last thing' },
    { command: 'unspasm log undo --import', does: 'take back the last import' },
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
  return undoLine(context, linesOf(files), device, last);
}

function linesOf(files: readonly JournalFile[]): JournalLine[] {
  return files.flatMap(({ lines }) => lines);
}

function nothingToUndo(importOnly: boolean): OperationError {
  const what = importOnly ? 'there is no import to undo on this device' : 'there is nothing to undo on this device';
  return new OperationError(what, { code: 'nothing-to-undo' });
}

function undoLine(context: Context, lines: readonly JournalLine[], device: string, last: JournalLine): Answer {
  const { journal } = context;
  const inverse = inverseOfLast(lines, device, last)!;
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

function undoBatch(context: Context, files: readonly JournalFile[], batch: Batch): Answer {
  const changes = changesWithout(files, batch);
  if (changes.length === 0) {
    const hint = 'its entries were changed since, or are in the files of another device as well';
    throw new OperationError('nothing of the last import can be taken back', { code: 'overtaken', hint });
  }
  const isImport = batch.kind === 'import';
  const written = context.journal.change(changes, isImport ? 'undo' : 'import');
  const { added, changed, removed } = mergeOf(linesOf(files), written);
  const done = isImport ? 'taken-back' : 'brought-back';
  const when = toIso(ulidTime(batch.id));
  const what = isImport ? `the import of ${sayTime(when, context.now())}` : 'the import';
  return {
    document: () => ({ done, entry: null, import: { added, changed, removed } }),
    lines: () => [`${IN_WORDS[done]}: ${what}: ${added} added, ${changed} changed, ${removed} removed.`],
  };
}
