import type { Fields } from './fields.ts';

/** The version of the format that this program writes and reads: docs/journal-format.md. */
export const JOURNAL_VERSION = 1;

/** The device of lines that were made from a table. */
export const IMPORTED = 'imported';

/**
 * Ids and revisions with a later time don't count, in milliseconds since 1970: the year 2200. They were made by hand or
 * with a broken clock, and no later edit could have a greater revision. The limit isn't "now", as a computer whose clock
 * has been set back would take its whole journal for broken.
 */
export const LAST_REVISION_TIME = 7_258_118_400_000;

interface Line {
  readonly v: number;
  /** The entry. */
  readonly id: string;
  /** The revision: a ULID, so the later of two is the greater. */
  readonly rev: string;
  /** The device that wrote the line. */
  readonly dev: string;
  /** The revision that it replaces. */
  readonly base?: string;
}

export interface Put extends Line, Fields {
  readonly op: 'put';
}

/** A tombstone: the entry is removed, on every device. */
export interface Del extends Line {
  readonly op: 'del';
}

export type JournalLine = Put | Del;

/** An entry as it is now. */
export type Entry = Put;

/** Looks up the words for an id in an entry: an area, a trigger, what helped. */
export type Words = (id: string) => string;

/** A line that can't be read. It stays in its file, and is reported. */
export interface BadLine {
  readonly file: string;
  /** From 1; 0 for the whole file. */
  readonly line: number;
  readonly why: string;
}
