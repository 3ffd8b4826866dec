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

/** A period as weeks, counted from its last day backwards, the earliest first; the first may be short. */
export function weeksOf({ from, to }: Period): Period[] {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  const count = Math.ceil((last - first + 1) / 7);
  return Array.from({ length: count }, (_, at) => {
    const end = last - 7 * (count - 1 - at);
    return { from: dateOf(Math.max(first, end - 6)), to: dateOf(end) };
  });
}
