import { shifted } from './timed.ts';
import { toIso } from './when.ts';

const MINUTE_MS = 60_000;

/** How somebody counts days and reads the clock. */
export interface Habits {
  /** When a day begins, in minutes after midnight: for night owls the evening lasts longer. */
  readonly dayBegins: number;
  /** "6:30 pm" instead of "18:30". */
  readonly twelveHours: boolean;
  /** The first day of the week, from 0 for Sunday to 6. */
  readonly weekBegins: 0 | 1 | 2 | 3 | 4 | 5 | 6;
}

/** What decides for which day a time counts. */
export type DayHabits = Pick<Habits, 'dayBegins'>;

const USUAL: Habits = { dayBegins: 0, twelveHours: false, weekBegins: 1 };

/**
 * The current time, and the habits of its user. Whatever says or counts days and times is handed `now`, so that all of it
 * agrees.
 */
export class Present extends Date {
  readonly habits: Habits;

  /** @param time milliseconds since 1970 */
  constructor(time: number, habits: Habits) {
    super(time);
    this.habits = habits;
  }
}

/** The habits that come with a time; by default days from midnight, 24 hours and weeks from Monday. */
export function habitsOf(now: Date): Habits {
  return now instanceof Present ? now.habits : USUAL;
}

/** The day that a time counts for, as an ISO date. @param at ISO 8601 */
export function livedDay(at: string, { dayBegins }: DayHabits): string {
  return (dayBegins === 0 ? at : shifted(at, -dayBegins * MINUTE_MS)).slice(0, 10);
}

/** The day that it is, as an ISO date. */
export function today(now: Date): string {
  return livedDay(toIso(now), habitsOf(now));
}

/** Noon of a day, by the computer's clock. @param date an ISO date */
export function localNoon(date: string): Date {
  const [year, month, day] = date.split('-').map(Number);
  return new Date(year!, month! - 1, day, 12);
}

/** The time of day in an ISO time: "18:30", or "6:30 pm" on a clock with twelve hours. */
export function clockIn(at: string, { twelveHours = false }: Partial<Habits>): string {
  const clock = at.slice(11, 16);
  if (!twelveHours) return clock;
  const hours = Number(clock.slice(0, 2));
  return `${hours % 12 || 12}${clock.slice(2)} ${hours < 12 ? 'am' : 'pm'}`;
}
