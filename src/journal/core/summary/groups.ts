import type { Day, Period } from './types.ts';

/** Days in a week. */
export const WEEK = 7;

/**
 * Divides days into groups, counted back from the last day, so that the last group is whole and the first may be short.
 * @param size the number of days in a group
 */
export function groupsOf(days: readonly Day[], size: number): Day[][] {
  const count = Math.ceil(days.length / size);
  return Array.from({ length: count }, (_, at) => {
    const end = days.length - size * (count - 1 - at);
    return days.slice(Math.max(0, end - size), end);
  });
}

/**
 * How many days each bar of a chart stands for: one, or at least a week where there are more days than bars.
 * @param room the number of bars that fit
 */
export function daysABar(days: readonly Day[], room: number): number {
  return days.length <= room ? 1 : Math.max(WEEK, Math.ceil(days.length / room));
}

/** The period from the first of some days to the last. @param days at least one */
export function periodOf(days: readonly Day[]): Period {
  return { from: days[0]!.date, to: days.at(-1)!.date };
}

/** The worst rating of some days; undefined if none was rated. */
export function worstOf(days: readonly Day[]): number | undefined {
  const rated = days.flatMap(({ worst }) => worst ?? []);
  return rated.length === 0 ? undefined : Math.max(...rated);
}
