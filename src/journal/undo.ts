import type { Fields, JournalLine, Put } from './records.ts';

/** What has to be written to take back a line: the state before it, or that there was none. */
export type Inverse = {
  readonly id: string;
  readonly fields: Fields | undefined;
  /** Another device has changed the entry since: taking back would throw that away. */
  readonly overtaken: boolean;
};

/**
 * The inverse of the last line that this device wrote. It is a line like any other, so that it can
 * be taken back as well.
 * @param lines all lines of all devices
 */
export function inverseOfLast(lines: readonly JournalLine[], device: string): Inverse | undefined {
  const last = lastOf(lines.filter(({ dev }) => dev === device));
  if (!last) return undefined;
  const before = lastOf(lines.filter(({ id, rev }) => id === last.id && rev < last.rev));
  const overtaken = lines.some(({ id, rev }) => id === last.id && rev > last.rev);
  return { id: last.id, fields: before?.op === 'put' ? fieldsOf(before) : undefined, overtaken };
}

function lastOf(lines: readonly JournalLine[]): JournalLine | undefined {
  return lines.reduce<JournalLine | undefined>((last, line) => (last && last.rev >= line.rev ? last : line), undefined);
}

/** What an entry says, without what says which line of the journal it is. */
export function fieldsOf({ v: _v, op: _op, id: _id, rev: _rev, dev: _dev, base: _base, ...fields }: Put): Fields {
  return fields;
}
