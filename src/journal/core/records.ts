/** The version of the lines that this program writes and understands. */
export const JOURNAL_VERSION = 1;

/**
 * No line is from later than this, in milliseconds since 1970: the year 2200. What says so was written by a
 * hand or with a broken clock, and could never be outdone by a later edit. Not "later than now": a computer
 * whose own clock has fallen back would take its whole journal for broken.
 */
export const LAST_REVISION_TIME = 7_258_118_400_000;

export const KINDS = ['pain', 'session', 'triage', 'note', 'medicine', 'seen', 'resolved', 'peg'] as const;
export type Kind = (typeof KINDS)[number];

/** What an entry says; which fields there are depends on its kind. */
export interface Fields {
  readonly kind: Kind;
  /** When it was so: ISO 8601 with offset. Its first ten letters are the day that the user lived. */
  readonly at: string;
  /** The IANA name of the zone, where the machine tells it. */
  readonly tz?: string;
  /** 0 to 10. */
  readonly pain?: number;
  readonly areas?: readonly string[];
  readonly triggers?: readonly string[];
  readonly helped?: readonly string[];
  /** It kept the user from what they wanted to do. */
  readonly limited?: boolean;
  readonly note?: string;
  /** Of the week before: pain, enjoyment of life and activity, each 0 to 10, as the PEG scale asks. */
  readonly peg?: readonly number[];
  /** Of a medicine: what was taken, in the words of the user. */
  readonly medicine?: string;
  /** Of a session: what was done, in which form, for how many minutes, and how many were planned. */
  readonly therapy?: string;
  readonly form?: string;
  readonly stretches?: readonly string[];
  readonly minutes?: number;
  readonly planned?: number;
  /** From its beginning to its end, with the pauses; absent where there were none. */
  readonly took?: number;
  /** Why it ended: done, stopped, hurt, or cut off; and which parts of it hurt. */
  readonly ended?: string;
  readonly hurt?: readonly string[];
  readonly painBefore?: number;
  readonly painAfter?: number;
  /** Of a triage: its level, what was reported, and what was answered. */
  readonly level?: string;
  readonly signs?: readonly string[];
  readonly unsure?: readonly string[];
  readonly answers?: Readonly<Record<string, string | number>>;
  /** The signs that were asked, each on the screen: of no other is silence a no. Lines from before it was kept lack it. */
  readonly asked?: readonly string[];
  /** Checklists and questions that were left out, and the signs of a checklist that was asked only in part. */
  readonly notAsked?: readonly string[];
}

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
