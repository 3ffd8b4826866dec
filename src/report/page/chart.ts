import { sayFullDate } from '../../journal/core/say-when.ts';
import { daysABar, groupsOf, periodOf, worstOf } from '../../journal/core/summary/groups.ts';
import type { Day } from '../../journal/core/summary/types.ts';
import type { Bar, Chart } from './page.ts';

/** More bars than these can't be told apart on paper. */
const MOST_BARS = 130;

/** The worst pain of each day as bars on a scale of 0 to 10, with gaps, and marks for sessions. */
export function chartOf(days: readonly Day[]): Chart {
  const { bars, each } = barsOf(days);
  const what = each === 1 ? 'each day' : `each ${each} days`;
  const extremes = barsText(days);
  return { text: `The worst pain of ${what}, 0 to 10. ${extremes}`, extremes, days, bars };
}

// The days as bars, counted back from the last day; `each` is how many days a bar stands for.
function barsOf(days: readonly Day[]): { readonly bars: readonly Bar[]; readonly each: number } {
  const each = daysABar(days, MOST_BARS);
  return { bars: groupsOf(days, each).map(barOf), each };
}

/** Some days as one bar. @param days at least one */
function barOf(days: readonly Day[]): Bar {
  const worst = worstOf(days);
  return {
    ...periodOf(days),
    ...(worst !== undefined && { worst }),
    sessions: days.reduce((sum, { therapies, exercises }) => sum + therapies.length + exercises.length, 0),
  };
}

// What the chart shows, in words, for people who can't see it.
function barsText(days: readonly Day[]): string {
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
