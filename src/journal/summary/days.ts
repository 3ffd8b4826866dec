import type { Entry } from '../records.ts';
import { datesOf } from './calendar.ts';
import type { Day, Period } from './types.ts';

/** From this rating on a day counts as severe, as on the usual scale of words. */
export const SEVERE = 7;

/** Every day of a period, with what its entries say. @param entries those of the period, the oldest first */
export function daysOf(entries: readonly Entry[], period: Period): Day[] {
  const byDate = groupByDate(entries);
  return datesOf(period).map((date) => dayOf(date, byDate.get(date) ?? []));
}

/** The day that an entry is about: of the user's own clock. */
export function dateIn({ at }: { readonly at: string }): string {
  return at.slice(0, 10);
}

/** The ratings that an entry holds: a session has one of its beginning and one of its end. */
export function ratingsIn({ pain, painBefore, painAfter }: Entry): number[] {
  return [pain, painBefore, painAfter].filter(isRating);
}

/** Whether a number is a rating: a hand, or another program, may have written any. */
export function isRating(value: number | undefined): value is number {
  return value !== undefined && value >= 0 && value <= 10;
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
