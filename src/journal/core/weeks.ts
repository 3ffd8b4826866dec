import { differenceInCalendarWeeks } from 'date-fns/differenceInCalendarWeeks';
import { habitsOf, livedDay, localNoon, today } from './habits.ts';
import { dateOf, dayNumber } from './summary/days.ts';

const WEEK = 7;
/** The day with the number 0 was a Thursday. */
const FIRST_WEEKDAY = 4;

/** How many weeks ago something was: 0 in the week of now, by the day on which it was lived. @param at ISO 8601 */
export function weeksAgo(at: string, now: Date): number {
  const habits = habitsOf(now);
  const day = localNoon(livedDay(at, habits));
  return differenceInCalendarWeeks(localNoon(today(now)), day, { weekStartsOn: habits.weekBegins });
}

/** The first day of the week that was so many weeks ago, as an ISO date. */
export function firstDayOfWeek(ago: number, now: Date): string {
  const day = dayNumber(today(now));
  const sinceFirst = (day + FIRST_WEEKDAY - habitsOf(now).weekBegins) % WEEK;
  return dateOf(day - sinceFirst - ago * WEEK);
}
