import { sayFullDate } from '../../journal/core/say-when.ts';
import { daysABar, groupsOf, periodOf, worstOf } from '../../journal/core/summary/groups.ts';
import type { Day, Period } from '../../journal/core/summary/types.ts';

/** A bar of the picture: some days together where there are more than it can hold. */
export interface Bar extends Period {
  /** The worst rating of these days; none is a gap. */
  readonly worst?: number;
  readonly sessions: number;
}

/** More bars than these can't be told apart on paper. */
const MOST = 130;

/** The days as bars, folded from the last one backwards where they are too many. @returns how many days a bar holds */
export function barsOf(days: readonly Day[]): { readonly bars: readonly Bar[]; readonly each: number } {
  const each = daysABar(days, MOST);
  return { bars: groupsOf(days, each).map(barOf), each };
}

function barOf(days: readonly Day[]): Bar {
  const worst = worstOf(days);
  return {
    ...periodOf(days),
    ...(worst !== undefined && { worst }),
    sessions: days.reduce((sum, { therapies }) => sum + therapies.length, 0),
  };
}

/** What the picture shows, in words: for who doesn't see it. */
export function barsText(days: readonly Day[]): string {
  const rated = days.filter(({ worst }) => worst !== undefined);
  const [first] = rated;
  if (!first) return 'No day was rated.';
  const highest = rated.reduce((best, day) => (day.worst! > best.worst! ? day : best), first);
  const lowest = rated.reduce((best, day) => (day.worst! < best.worst! ? day : best), first);
  const gaps = days.length - rated.length;
  return [
    `Highest ${highest.worst} on ${sayFullDate(highest.date)}, lowest ${lowest.worst} on ${sayFullDate(lowest.date)}.`,
    gaps > 0 ? `Not rated on ${gaps} of ${days.length} days.` : 'Rated on every day.',
  ].join(' ');
}
