import { startOfWeek } from 'date-fns/startOfWeek';
import { habitsOf, livedDay, localNoon, today } from './habits.ts';
import { dateOf, dayNumber } from './summary/days.ts';
import { toIso } from './when.ts';

const WEEK = 7;

/** Counts in weeks back from now, as its user counts weeks and days. Made once for many times: it has to be fast. */
export interface Weeks {
  /** How many weeks ago a time was lived: 0 in the week of now. @param at ISO 8601 */
  readonly ago: (at: string) => number;
  /** The first day of a week, as an ISO date. @param ago how many weeks ago it was */
  readonly firstDay: (ago: number) => string;
}

/** The weeks by the clock and the habits that come with `now`. */
export function weeksBefore(now: Date): Weeks {
  const habits = habitsOf(now);
  const begun = startOfWeek(localNoon(today(now)), { weekStartsOn: habits.weekBegins });
  const first = dayNumber(toIso(begun).slice(0, 10));
  return {
    // Plus 0, as a time in this week would give -0.
    ago: (at) => Math.ceil((first - dayNumber(livedDay(at, habits))) / WEEK) + 0,
    firstDay: (ago) => dateOf(first - ago * WEEK),
  };
}
