import { breaksIn, isBreak, withoutBreaks } from '../journal/core/breaks.ts';
import { type DayHabits, livedDay } from '../journal/core/habits.ts';
import { sayFullDate } from '../journal/core/say-when.ts';
import { entriesIn } from '../journal/core/summary/days.ts';
import type { Entry } from '../journal/core/records.ts';
import type { Period } from '../journal/core/summary/types.ts';
import { mentionsSigns } from '../journal/core/signs.ts';
import { splitAhead, ratingsOf } from '../journal/core/timed.ts';
import { pluralize } from '../text/plural.ts';
import type { Reader } from './formats.ts';

/** A journal as a report reads it. */
export interface Read {
  /** The newest first, without those that are ahead of now, and without breaks from sitting. */
  readonly entries: readonly Entry[];
  /** The breaks from sitting. */
  readonly breaks: readonly Entry[];
  /** Entries whose time is ahead of now: a clock was wrong. They can't be put on any day. */
  readonly ahead: number;
  /** Lines that can't be read. */
  readonly unreadable: number;
}

/** Divides what was read from the journal into what a report can use, and what it can't. @param newestFirst all entries */
export function usable(newestFirst: readonly Entry[], unreadable: number, now: Date): Read {
  const { ahead, soFar } = splitAhead(newestFirst, now);
  const breaks = soFar.filter(isBreak);
  return { entries: withoutBreaks(soFar), breaks, ahead: ahead.length, unreadable };
}

/**
 * What of the journal isn't in a report about a period, in words; nothing where all of it is.
 * @param habits when days begin
 */
export function leftOutOf(
  { entries, breaks, ahead, unreadable }: Read,
  { from, to }: Period,
  habits: DayHabits,
): string[] {
  const within = entriesIn(breaks, { from, to }, habits);
  const dates = entries.map(({ at }) => livedDay(at, habits));
  const earlier = dates.filter((date) => date < from).length;
  const later = dates.filter((date) => date > to).length;
  return [
    ...(earlier > 0 ? [`${entryCount(earlier)} from before ${sayFullDate(from)}`] : []),
    ...(later > 0 ? [`${entryCount(later)} from after ${sayFullDate(to)}`] : []),
    ...(within.length > 0 ? [`${pluralize(breaksIn(within), 'break')} from sitting`] : []),
    ...(ahead > 0 ? [`${entryCount(ahead)} with a time in the future`] : []),
    ...(unreadable > 0 ? [`${pluralize(unreadable, 'line')} of the journal that can't be read`] : []),
  ];
}

/**
 * What of the entries of a period isn't on a page, in words: its lists have limits of their own, and say so themselves.
 * @param all whether every entry is added to the page
 */
export function leftOutOfPage(entries: readonly Entry[], reader: Reader, all: boolean): string[] {
  if (all) return [];
  // Notes that mention a warning sign are quoted or counted where the signs are.
  const notes = entries.filter((entry) => (entry.note ?? '').trim() !== '' && !mentionsSigns(entry)).length;
  const rated = reader === 'physio' && entries.some((entry) => ratingsOf(entry).length > 0);
  const medicines = reader === 'physio' && entries.some(({ medicine = '' }) => medicine.trim() !== '');
  return [
    ...(notes > 0 ? [`the words of ${pluralize(notes, 'note')}`] : []),
    ...(rated ? ['the pain of each day'] : []),
    ...(medicines ? ['medicines'] : []),
  ];
}

function entryCount(count: number): string {
  return pluralize(count, 'entry', 'entries');
}
