import type { Period } from './types.ts';

const DAY_MS = 86_400_000;

/** The number of a day of the calendar, whatever its length on the clock: days apart differ by one. */
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
