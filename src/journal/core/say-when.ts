import type { Period } from './summary/types.ts';
import { MONTHS } from './day.ts';
import { clockIn, type Habits, habitsOf, livedDay, today } from './habits.ts';
import { dayNumber } from './summary/days.ts';
import { toIso } from './when.ts';

const MINUTE_MS = 60_000;
/** From Sunday. */
export const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const SHORT_MONTHS = MONTHS.map((name) => name.slice(0, 3));

/** "Sat 21 Nov 18:30", with the year if it isn't this year. @param at ISO 8601 */
export function sayTime(at: string, now: Date): string {
  return `${sayWeekday(at)} ${sayDate(at, now)} ${clockIn(at, habitsOf(now))}`;
}

/** "Sat". @param date ISO 8601, a day or a time */
export function sayWeekday(date: string): string {
  return DAYS[wallDay(date).getDay()]!;
}

function yearOf(day: Date, now: Date): string {
  return day.getFullYear() === now.getFullYear() ? '' : ` ${day.getFullYear()}`;
}

/** "21 Nov", with the year if it isn't this year. @param date ISO 8601, a day or a time */
export function sayDate(date: string, now: Date): string {
  const day = wallDay(date);
  return `${day.getDate()} ${SHORT_MONTHS[day.getMonth()]}${yearOf(day, now)}`;
}

/** "21 Nov 2026". @param date ISO 8601, a day or a time */
export function sayFullDate(date: string): string {
  const [year, month, day] = date.slice(0, 10).split('-').map(Number);
  return `${day} ${SHORT_MONTHS[month! - 1]} ${year}`;
}

/** "21 Nov 2026 18:30", or the date alone of a day without a time. @param at ISO 8601, a day or a time */
export function sayFullTime(at: string, habits: Partial<Habits>): string {
  return at.includes('T') ? `${sayFullDate(at)} ${clockIn(at, habits)}` : sayFullDate(at);
}

/** "14 Oct 2026 to 24 Nov 2026", or a single date. */
export function sayFullPeriod({ from, to }: Period): string {
  return from === to ? sayFullDate(from) : `${sayFullDate(from)} to ${sayFullDate(to)}`;
}

/** How many calendar days ago an ISO time was; negative in the future. */
export function daysAgo(at: string, now: Date): number {
  return dayNumber(today(now)) - dayNumber(livedDay(at, habitsOf(now)));
}

/** "today", "yesterday", "tomorrow", "3 days ago", "in 3 days", by calendar days. */
export function sayDay(at: string, now: Date): string {
  const days = daysAgo(at, now);
  if (days === 0) return 'today';
  if (Math.abs(days) === 1) return days > 0 ? 'yesterday' : 'tomorrow';
  return days > 0 ? `${days} days ago` : `in ${-days} days`;
}

/** "today at 08:10", "yesterday at 22:10", and with the date before that: "Fri 20 Nov 18:30, 2 days ago". */
export function dayAndTime(at: string, now: Date): string {
  const days = daysAgo(at, now);
  return days === 0 || days === 1 ? `${sayDay(at, now)} at ${clockIn(at, habitsOf(now))}` : whenText(at, now);
}

/** "just now", "25 min ago", "3 h 10 min ago", "26 h ago". @param at ISO 8601, not ahead of now */
export function sayAge(at: string, now: Date): string {
  const minutes = Math.max(0, Math.floor((now.getTime() - Date.parse(at)) / MINUTE_MS));
  if (minutes === 0) return 'just now';
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [...(hours > 0 ? [`${hours} h`] : []), ...(rest > 0 ? [`${rest} min`] : []), 'ago'].join(' ');
}

/** "Sun 22 Nov 16:30, today". */
export function whenText(at: string, now: Date): string {
  return `${sayTime(at, now)}, ${sayDay(at, now)}`;
}

/**
 * "14:32" today, and with the date on any other day: "Mon 23 Nov 00:50, tomorrow".
 * @param time milliseconds since 1970
 */
export function momentText(time: number, now: Date): string {
  const at = toIso(time);
  return daysAgo(at, now) === 0 ? clockIn(at, habitsOf(now)) : whenText(at, now);
}

/** "14 Oct to 24 Nov", or a single date. */
export function periodText({ from, to }: Period, now: Date): string {
  return from === to ? sayDate(from, now) : `${sayDate(from, now)} to ${sayDate(to, now)}`;
}

// The day of an ISO time as local midnight: what the user's own clock showed, wherever the computer is now.
function wallDay(at: string): Date {
  const [year, month, day] = at.slice(0, 10).split('-').map(Number);
  return new Date(year!, month! - 1, day);
}
