import type { Entry } from '../records.ts';
import { isRating } from '../rating.ts';
import { datesOf } from './calendar.ts';
import type { Day, Period } from './types.ts';

/** Every day of a period, with what its entries say. @param entries those of the period, the oldest first */
export function daysOf(entries: readonly Entry[], period: Period): Day[] {
  const byDate = groupByDate(entries);
  return datesOf(period).map((date) => dayOf(date, byDate.get(date) ?? []));
}

/** The day that an entry is about: of the user's own clock. */
export function dateIn({ at }: { readonly at: string }): string {
  return at.slice(0, 10);
}

/** The entries that are about a period, in their order. */
export function entriesIn(entries: readonly Entry[], { from, to }: Period): Entry[] {
  return entries.filter((entry) => dateIn(entry) >= from && dateIn(entry) <= to);
}

/** The ratings that an entry holds: a session has one of its beginning and one of its end. */
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
