import { worstRating } from '../rating.ts';
import { type DayHabits, livedDay } from '../habits.ts';
import { wasDone } from '../done.ts';
import type { Entry } from '../records.ts';
import { type Rating, ratingsInOrder } from '../timed.ts';
import type { Day, Period } from './types.ts';

/**
 * Sums up each day of a period. A rating counts for the day on which it was given, also at the end of a session that
 * began the evening before.
 * @param entries the oldest first; those of other days are left out
 */
export function daysOf(entries: readonly Entry[], period: Period, habits: DayHabits): Day[] {
  const byDate = groupByDate(entries, habits);
  const rated = groupByDate(ratingsInOrder(entries), habits);
  return datesOf(period).map((date) => dayOf(date, byDate.get(date) ?? [], rated.get(date) ?? []));
}

/** The entries that are about a period, in the same order. */
export function entriesIn(entries: readonly Entry[], { from, to }: Period, habits: DayHabits): Entry[] {
  return entries.filter(({ at }) => {
    const date = livedDay(at, habits);
    return date >= from && date <= to;
  });
}

/** On how many days some entries are. */
export function countDays(entries: readonly Entry[], habits: DayHabits): number {
  return new Set(entries.map(({ at }) => livedDay(at, habits))).size;
}

/** Entries or ratings by the day that they count for, as an ISO date. */
export function groupByDate<One extends { readonly at: string }>(
  all: readonly One[],
  habits: DayHabits,
): Map<string, One[]> {
  const groups = new Map<string, One[]>();
  for (const one of all) {
    const date = livedDay(one.at, habits);
    const group = groups.get(date);
    if (group) group.push(one);
    else groups.set(date, [one]);
  }
  return groups;
}

function dayOf(date: string, entries: readonly Entry[], rated: readonly Rating[]): Day {
  const ratings = rated.map(({ pain }) => pain);
  return {
    date,
    ratings,
    ...(ratings.length > 0 && { worst: worstRating(ratings) }),
    limited: entries.some(({ limited }) => limited === true),
    therapies: entries.flatMap((entry) => (entry.kind === 'session' && wasDone(entry) ? (entry.therapy ?? []) : [])),
    exercises: entries.flatMap((entry) => (entry.kind === 'exercise' && wasDone(entry) ? (entry.activity ?? '') : [])),
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
