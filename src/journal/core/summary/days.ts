import type { Entry } from '../records.ts';
import { isRating } from '../rating.ts';
import type { Day, Period } from './types.ts';

/** Sums up each day of a period. @param entries those of the period, the oldest first */
export function daysOf(entries: readonly Entry[], period: Period): Day[] {
  const byDate = groupByDate(entries);
  return datesOf(period).map((date) => dayOf(date, byDate.get(date) ?? []));
}

/** The day that an entry is about, by the user's own clock, as an ISO date. */
export function dateIn({ at }: { readonly at: string }): string {
  return at.slice(0, 10);
}

/** The entries that are about a period, in the same order. */
export function entriesIn(entries: readonly Entry[], { from, to }: Period): Entry[] {
  return entries.filter((entry) => dateIn(entry) >= from && dateIn(entry) <= to);
}

/** The ratings in an entry; a session can have one from before it and one from after. */
export function ratingsIn({ pain, painBefore, painAfter }: Entry): number[] {
  return [pain, painBefore, painAfter].filter(isRating);
}

function groupByDate(entries: readonly Entry[]): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const date = dateIn(entry);
    const group = groups.get(date);
    if (group) group.push(entry);
    else groups.set(date, [entry]);
  }
  return groups;
}

function dayOf(date: string, entries: readonly Entry[]): Day {
  const ratings = entries.flatMap(ratingsIn);
  return {
    date,
    ratings,
    ...(ratings.length > 0 && { worst: Math.max(...ratings) }),
    limited: entries.some(({ limited }) => limited === true),
    therapies: entries.flatMap(({ kind, therapy }) => (kind === 'session' && therapy !== undefined ? [therapy] : [])),
  };
}

const DAY_MS = 86_400_000;

/** The number of a calendar day, counted from 1970. @param date an ISO date */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

/** The ISO date of a day. @param number as {@link dayNumber} gives it */
export function dateOf(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** The ISO dates of a period, the earliest first. */
export function datesOf({ from, to }: Period): string[] {
  const first = dayNumber(from);
  return Array.from({ length: Math.max(0, dayNumber(to) - first + 1) }, (_, at) => dateOf(first + at));
}
