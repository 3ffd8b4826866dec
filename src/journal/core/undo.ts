import type { Fields } from './fields.ts';
import type { JournalLine, Put } from './records.ts';

/** What has to be written to undo a line: the fields as they were before it, or undefined to remove the entry. */
export type Inverse = {
  readonly id: string;
  readonly fields: Fields | undefined;
  /** Another device has changed the entry since: undoing would lose that change. */
  readonly overtaken: boolean;
};

/**
 * The inverse of a line. It is written as a line like any other, so it can be undone as well.
 * @param lines all lines of all devices
 * @param last the last line that a device wrote
 */
export function inverseOf(lines: readonly JournalLine[], last: JournalLine): Inverse {
  const action = actionOf(last, lines);
  const before = lastOf(lines.filter(({ id, rev }) => id === action.id && rev < action.rev));
  const overtaken = lines.some(({ id, rev }) => id === last.id && rev > last.rev);
  return { id: last.id, fields: before?.op === 'put' ? fieldsOf(before) : undefined, overtaken };
}

/** The last line that a device wrote. */
export function lastWritten(lines: readonly JournalLine[], device: string): JournalLine | undefined {
  return lastOf(lines.filter(({ dev }) => dev === device));
}

// An entry is saved, checked for warning signs, and saved again with those: to the user this is one action.
function actionOf(line: JournalLine, lines: readonly JournalLine[]): JournalLine {
  const base = lines.find(({ id, rev }) => id === line.id && rev === line.base && rev < line.rev);
  return base && onlyChangesSigns(line, base) ? actionOf(base, lines) : line;
}

function onlyChangesSigns(line: JournalLine, base: JournalLine): boolean {
  if (line.op !== 'put' || base.op !== 'put' || line.dev !== base.dev || sameSigns(line, base)) return false;
  return sameFields(withoutSigns(line), withoutSigns(base));
}

function withoutSigns(line: Put): object {
  const { signs: _signs, unsure: _unsure, ...fields } = fieldsOf(line);
  return fields;
}

/** Whether fields say the same, in whatever order. */
export function sameFields(one: object, other: object): boolean {
  return ordered(one) === ordered(other);
}

// The order of fields means nothing.
function ordered(fields: object): string {
  return JSON.stringify(Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

type Signs = Pick<Fields, 'signs' | 'unsure'>;

/** Whether two entries have the same warning signs. */
export function sameSigns(one: Signs, other: Signs): boolean {
  return (
    JSON.stringify([one.signs ?? [], one.unsure ?? []]) === JSON.stringify([other.signs ?? [], other.unsure ?? []])
  );
}

function lastOf(lines: readonly JournalLine[]): JournalLine | undefined {
  return lines.reduce<JournalLine | undefined>((last, line) => (last && last.rev >= line.rev ? last : line), undefined);
}

/** The fields of an entry, without those that every line has. */
export function fieldsOf({ v: _v, op: _op, id: _id, rev: _rev, dev: _dev, base: _base, ...fields }: Put): Fields {
  return fields;
}
