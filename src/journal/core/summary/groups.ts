import type { Day, Period } from './types.ts';

/** A week is the least that tells more together than its days do. */
export const WEEK = 7;

/**
 * Days in groups of so many, counted from the last day backwards, so that it ends with a whole group;
 * the first may be short.
 */
export function groupsOf(days: readonly Day[], size: number): Day[][] {
  const count = Math.ceil(days.length / size);
  return Array.from({ length: count }, (_, at) => {
    const end = days.length - size * (count - 1 - at);
    return days.slice(Math.max(0, end - size), end);
  });
}

/** How many days each bar of a picture stands for, where it has room for so many bars: one, or a week and more. */
export function daysABar(days: readonly Day[], room: number): number {
  return days.length <= room ? 1 : Math.max(WEEK, Math.ceil(days.length / room));
}

/** From the first of some days to the last. @param days at least one */
export function periodOf(days: readonly Day[]): Period {
  return { from: days[0]!.date, to: days.at(-1)!.date };
}

/** The worst rating of some days; nothing where none was rated. */
export function worstOf(days: readonly Day[]): number | undefined {
  const rated = days.flatMap(({ worst }) => worst ?? []);
  return rated.length === 0 ? undefined : Math.max(...rated);
}
