import type { Fields } from './fields.ts';
import { latestStates } from './fold.ts';
import { LAST_ID } from './parse.ts';
import { type Del, JOURNAL_VERSION, type JournalLine, type Put } from './records.ts';
import { makeUlid, ulidTime } from './ulid.ts';
import { fieldsOf } from './undo.ts';
import { nextRevision, type Writing } from './write.ts';

/** A file of the journal. */
export interface JournalFile {
  readonly name: string;
  readonly lines: readonly JournalLine[];
}

/** What a batch does: it imports, or it takes an import back. */
export type BatchKind = 'import' | 'undo';

/** Lines that were written in one go, as a file of their own. */
export interface Batch {
  readonly kind: BatchKind;
  /** A ULID, whose time is when it was written. */
  readonly id: string;
  /** The device that wrote it. */
  readonly device: string;
}

const NAME = /^(import|undo)-([0-7][0-9A-HJKMNP-TV-Z]{25})(?:-(.+))?\.jsonl$/s;

/** The name of the file of a batch. */
export function batchName({ kind, id, device }: Batch): string {
  return `${kind}-${id}-${device}.jsonl`;
}

/** The last batch that a device wrote, among the names of files. */
export function lastBatch(names: readonly string[], device: string): Batch | undefined {
  return names
    .flatMap((name) => batchOf(name) ?? [])
    .filter((batch) => batch.device === device && batch.id <= LAST_ID)
    .toSorted((a, b) => (a.id < b.id ? 1 : -1))[0];
}

function batchOf(name: string): Batch | undefined {
  const [, kind, id, device = ''] = NAME.exec(name) ?? [];
  return id === undefined ? undefined : { kind: kind as BatchKind, id, device };
}

/** The lines that were written one at a time, by whatever device: those of no batch. */
export function singleLines(files: readonly JournalFile[]): JournalLine[] {
  return files.filter(({ name }) => !batchOf(name)).flatMap(({ lines }) => lines);
}

/** The revisions that exist because an import was taken back: importing the same again has to bring those entries back. */
export function takenBack(files: readonly JournalFile[]): ReadonlySet<string> {
  const undone = files.filter(({ name }) => batchOf(name)?.kind === 'undo');
  return new Set(undone.flatMap(({ lines }) => lines.map(({ rev }) => rev)));
}

/** What has to be written for one entry: its new fields, or none to remove it. */
export interface Change {
  readonly current: JournalLine;
  readonly fields?: Fields;
}

/** What undoes a batch. */
export interface Inverse {
  readonly changes: readonly Change[];
  /** How many entries of the batch stay as they are, as they were changed since or are in another file as well. */
  readonly left: number;
}

/**
 * What brings each entry to the state that it would have without a batch. An entry that was changed since, or that
 * another file has as well (another device's own, for example), isn't touched.
 */
export function changesWithout(files: readonly JournalFile[], batch: Batch): Inverse {
  // A copy that a sync program made belongs to the same batch.
  const isOf = ({ name }: JournalFile) => name.startsWith(`${batch.kind}-${batch.id}`);
  const before = latestStates(files.filter((file) => !isOf(file)).flatMap(({ lines }) => lines));
  const states = latestStates(files.flatMap(({ lines }) => lines));
  const ids = [...new Set(files.filter(isOf).flatMap(({ lines }) => lines.map(({ id }) => id)))];
  const isLeft = (id: string) => states.get(id)!.rev === before.get(id)?.rev;
  const changes = ids.flatMap((id): Change[] => {
    const [current, former] = [states.get(id)!, before.get(id)];
    if (isLeft(id)) return [];
    if (former?.op === 'put') return [{ current, fields: fieldsOf(former) }];
    return current.op === 'put' ? [{ current }] : [];
  });
  return { changes, left: ids.filter((id) => isLeft(id) && states.get(id)!.op === 'put').length };
}

/**
 * Makes the lines of a batch: all have the same time, and their revisions grow.
 * @throws OperationError when the clock is after the year 2199
 */
export function batchLines(changes: readonly Change[], writing: Writing): JournalLine[] {
  const greatest = [writing.after ?? '', ...changes.map(({ current }) => current.rev)].toSorted().at(-1)!;
  const time = ulidTime(nextRevision({ ...writing, after: greatest === '' ? undefined : greatest }));
  const revisions = changes.map(() => makeUlid(time, writing.random)).toSorted();
  return changes.map(({ current: { id, rev: base }, fields }, at): Put | Del => {
    const rest = { id, rev: revisions[at]!, dev: writing.device, base };
    return fields ? { v: JOURNAL_VERSION, op: 'put', ...rest, ...fields } : { v: JOURNAL_VERSION, op: 'del', ...rest };
  });
}
