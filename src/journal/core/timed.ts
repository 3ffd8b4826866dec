import { isRating } from './rating.ts';
import type { Entry } from './records.ts';

const MINUTE_MS = 60_000;

/** Clocks of two computers differ by a little, and the length of a session is rounded: that isn't a wrong clock. */
const SLACK_MINUTES = 5;

/** A rating of pain, and when it was given. */
export interface Rating {
  /** ISO 8601 with the offset of the place where it was given. */
  readonly at: string;
  /** 0 to 10. */
  readonly pain: number;
}

/** No session lasts longer than a day: a greater number is a typing error, or another program's. */
const LONGEST_MINUTES = 1440;

/** When a session ended, in milliseconds since 1970; for any other entry, its time. */
export function endOf({ at, minutes = 0, took = minutes }: Entry): number {
  return Date.parse(at) + boundedMinutes(took) * MINUTE_MS;
}

/** A number of minutes as far as it can be true: from none to a whole day. */
export function boundedMinutes(minutes = 0): number {
  return Math.min(Math.max(minutes, 0), LONGEST_MINUTES);
}

/** How long some entries took together, in whole minutes. */
export function minutesIn(entries: readonly Entry[]): number {
  return Math.round(entries.reduce((sum, { minutes }) => sum + boundedMinutes(minutes), 0));
}

/** The ratings in an entry, with the times at which they were given: a session has one at its start, one at its end. */
export function ratingsOf(entry: Entry): Rating[] {
  const { at, pain, painBefore, painAfter } = entry;
  // One list for each entry of a journal, and no lists to put it together.
  const ratings: Rating[] = [];
  if (isRating(pain)) ratings.push({ at, pain });
  if (isRating(painBefore)) ratings.push({ at, pain: painBefore });
  if (isRating(painAfter)) ratings.push({ at: shifted(at, endOf(entry) - Date.parse(at)), pain: painAfter });
  return ratings;
}

/**
 * The ratings in some entries in the order in which they were given. A rating that was logged during a session comes
 * before the one at the end of that session.
 * @param oldestFirst entries by the time that they are about
 */
export function ratingsInOrder(oldestFirst: readonly Entry[]): Rating[] {
  const timed = oldestFirst.flatMap(ratingsOf).map((rating) => ({ rating, time: Date.parse(rating.at) }));
  return timed.toSorted((a, b) => a.time - b.time).map(({ rating }) => rating);
}

/**
 * Whether a time is ahead of now: the clock that it comes from was wrong, or the one of this computer is.
 * @param at ISO 8601
 */
export function isAhead(at: string, now: Date): boolean {
  return Date.parse(at) > now.getTime() + SLACK_MINUTES * MINUTE_MS;
}

/** Divides entries into those ahead of now and those so far. @param newestFirst entries by the time that they are about */
export function splitAhead(newestFirst: readonly Entry[], now: Date): { ahead: Entry[]; soFar: Entry[] } {
  const from = newestFirst.findIndex(({ at }) => !isAhead(at, now));
  const count = from < 0 ? newestFirst.length : from;
  return { ahead: newestFirst.slice(0, count), soFar: newestFirst.slice(count) };
}

/** An ISO time moved by some milliseconds, later or earlier, with the same offset: what the same clock would have shown. */
export function shifted(at: string, milliseconds: number): string {
  if (milliseconds === 0) return at;
  const offset = offsetIn(at);
  const shown = Date.parse(`${at.slice(0, at.length - offset.length)}Z`);
  return `${new Date(shown + milliseconds).toISOString().slice(0, 19)}${offset}`;
}

/** The offset from UTC at the end of an ISO time: "Z", "+01:00". */
export function offsetIn(at: string): string {
  return /(?:z|[+-]\d\d:?\d\d)$/i.exec(at)?.[0] ?? '';
}
