import { agoOf } from './ago.ts';
import { ambiguous, badTime } from './bad-time.ts';
import { type CalendarDay, calendarDay, isoDate, nextTo, WEEKDAYS } from './day.ts';
import { localNoon, today } from './habits.ts';
import { writtenDate } from './written-date.ts';

/**
 * Reads what means a day: today, yesterday, a weekday (the latest, which may be today), "3 days ago", a date.
 * @param typed in lower case, with single spaces
 * @returns undefined for anything else
 * @throws UsageError for a day that doesn't exist, or that could be several days
 */
export function dayOf(typed: string, now: Date): CalendarDay | undefined {
  const words = typed.replace(/^on /, '');
  const noon = localNoon(today(now));
  const relative = named(words, noon);
  const day = relative ? { ...relative, isLived: true as const } : writtenDate(words, noon);
  if (day && !day.exists)
    throw badTime(typed, "isn't a day of the calendar", { hint: `use a day that exists, such as ${nextTo(day)}` });
  return day;
}

function named(words: string, now: Date): CalendarDay | undefined {
  if (words === 'today') return daysBefore(now, 0);
  if (words === 'yesterday') return daysBefore(now, 1);
  if (/^(?:the )?day before yesterday$/.test(words)) return daysBefore(now, 2);
  const [, last, name = ''] = /^(last )?([a-z]+)$/.exec(words) ?? [];
  const weekday = WEEKDAYS.findIndex((one) => name === one || name === one.slice(0, 3));
  if (weekday < 0) return before(words, now);
  const days = (now.getDay() - weekday + 7) % 7;
  return daysBefore(now, last === undefined ? days : lastWeekday(words, days, now));
}

// On a Wednesday, "last Monday" is that of this week to some people and that of the week before to others.
function lastWeekday(words: string, days: number, now: Date): number {
  const sinceMonday = (now.getDay() + 6) % 7;
  if (days === 0) return 7;
  if (days > sinceMonday) return days;
  throw ambiguous(
    words,
    'days',
    [days, days + 7].map((one) => isoDate(daysBefore(now, one))),
  );
}

function before(words: string, now: Date): CalendarDay | undefined {
  const { days, months } = agoOf(words) ?? {};
  if (days !== undefined) return daysBefore(now, days);
  return months === undefined ? undefined : monthsBefore(now, months);
}

// Counts calendar days, as a day in the computer's zone may not have 24 hours, or may not exist.
function daysBefore(now: Date, days: number): CalendarDay {
  const date = new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate() - days));
  return calendarDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

// A month before 31 March is the last day of February.
function monthsBefore(now: Date, months: number): CalendarDay {
  const first = new Date(Date.UTC(now.getFullYear(), now.getMonth() - months, 1));
  const [year, month] = [first.getUTCFullYear(), first.getUTCMonth() + 1];
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return calendarDay(year, month, Math.min(now.getDate(), last));
}
