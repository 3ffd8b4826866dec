import type { Fields } from './fields.ts';

/** The version of the lines that this program writes and understands. */
export const JOURNAL_VERSION = 1;

/**
 * No line is from later than this, in milliseconds since 1970: the year 2200. What says so was written by a
 * hand or with a broken clock, and could never be outdone by a later edit. Not "later than now": a computer
 * whose own clock has fallen back would take its whole journal for broken.
 */
export const LAST_REVISION_TIME = 7_258_118_400_000;

interface Line {
  readonly v: number;
  /** The entry. */
  readonly id: string;
  /** This state of it: a ULID, so that the later of two is the greater. */
  readonly rev: string;
  /** The device that wrote the line. */
  readonly dev: string;
  /** The state that it replaces. */
  readonly base?: string;
}

export interface Put extends Line, Fields {
  readonly op: 'put';
}

/** A tombstone: the entry is gone, and stays gone on every device. */
export interface Del extends Line {
  readonly op: 'del';
}

export type JournalLine = Put | Del;

/** An entry as it stands now. */
export type Entry = Put;

/** The words for the ids that entries hold: areas, triggers, what helped. */
export type Words = (id: string) => string;

/** A line that can't be understood: it is kept, named, and stops nothing. */
export interface BadLine {
  readonly file: string;
  /** From 1; 0 for the whole of what should be a file. */
  readonly line: number;
  readonly why: string;
}
