import { ambiguous, badTime } from './bad-time.ts';
import { type CalendarDay, calendarDay, isoDate, MONTHS, nextTo } from './day.ts';
import { clocksOf } from './clock.ts';
import { toIso } from './when.ts';

const NUMBERS = /^(\d{1,4})([./-])(\d{1,2})(?:\2(\d{1,4})?)?$/;
const DAY_MONTH = /^(?:the )?(\d{1,2})(?:st|nd|rd|th|\.)?[ -](?:of )?([a-z]{3,9})\.?(?:[ -](\d{4}))?$/;
const MONTH_DAY = /^([a-z]{3,9})\.? (?:the )?(\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$/;
const DAY_ALONE = /^(?:the )?(\d{1,2})(?:st|nd|rd|th)$/;

/**
 * Reads a date: "2026-11-20", "20.11.2026", "20 november", "nov 20 2026", "the 14th". Without its year, or its month, it
 * is the latest such day.
 * @param typed in lower case, with single spaces and without commas
 * @returns undefined for anything else
 * @throws UsageError for a date with several readings, without its year in digits, or that doesn't exist
 */
export function writtenDate(typed: string, now: Date): CalendarDay | undefined {
  return fromNumbers(typed, now) ?? fromWords(typed, now) ?? fromDayAlone(typed, now);
}

function fromNumbers(typed: string, now: Date): CalendarDay | undefined {
  const [, first, dot = '', second, last] = NUMBERS.exec(typed) ?? [];
  if (first === undefined || first.length === 3) return undefined;
  if (last === undefined) return first.length > 2 ? undefined : withoutYear(typed, dot, Number(first), Number(second));
  const [a, b, c] = [Number(first), Number(second), Number(last)];
  if (first.length === 4) return last.length > 2 ? undefined : existing(typed, [calendarDay(a, b, c)]);
  if (last.length === 4) return existing(typed, [calendarDay(c, b, a), calendarDay(c, a, b)]);
  if (last.length !== 2) return undefined;
  // A year in two digits may be first or last.
  const readings = [calendarDay(2000 + c, b, a), calendarDay(2000 + c, a, b), calendarDay(2000 + a, b, c)];
  return existing(
    typed,
    readings.filter(({ year }) => year <= now.getFullYear()),
  );
}

/** The one reading that exists. */
function existing(typed: string, readings: readonly CalendarDay[]): CalendarDay | undefined {
  const days = distinct(readings.filter(({ exists }) => exists).map(isoDate));
  if (days.length > 1) throw ambiguous(typed, 'dates', days);
  if (days.length === 1) return readings.find((day) => day.exists)!;
  const [first] = readings;
  if (!first) return undefined;
  throw badTime(typed, "isn't a day of the calendar", { hint: `use a day that exists, such as ${nextTo(first)}` });
}

// "7/10" may be a rating, and "10.11" a time of day, so no date is made of two numbers.
function withoutYear(typed: string, dot: string, a: number, b: number): undefined {
  const orders = dot === '.' ? [[b, a] as const] : [[b, a] as const, [a, b] as const];
  // A leap year, so that no day is missing.
  const dates = orders.filter(([month, day]) => calendarDay(2024, month, day).exists);
  const inWords = distinct(dates.map(([month, day]) => `${day} ${MONTHS[month - 1]}`));
  if (inWords.length === 0) return undefined;
  const times = clocksOf(typed).map(() => typed.replace('.', ':'));
  if (times.length > 0) throw ambiguous(typed, 'times', [...times, ...inWords]);
  if (inWords.length > 1) throw ambiguous(typed, 'dates', inWords);
  throw badTime(typed, 'has no year', { hint: `if it is a date, write it with its month or its year: ${inWords[0]}` });
}

function fromWords(typed: string, now: Date): CalendarDay | undefined {
  const [, day, name = '', year] = DAY_MONTH.exec(typed) ?? swapped(MONTH_DAY.exec(typed)) ?? [];
  const month = monthOf(name);
  if (day === undefined || month === 0) return undefined;
  if (year !== undefined) return existing(typed, [calendarDay(Number(year), month, Number(day))]);
  // A leap day may be up to eight years ago.
  const years = Array.from({ length: 9 }, (_, at) => now.getFullYear() - at);
  const latest = years.map((one) => calendarDay(one, month, Number(day))).find((one) => one.exists && isPast(one, now));
  return latest ?? existing(typed, [calendarDay(now.getFullYear(), month, Number(day))]);
}

function swapped(match: RegExpExecArray | null): readonly (string | undefined)[] | undefined {
  return match ? [match[0], match[2], match[1], match[3]] : undefined;
}

// From 1; 0 for any other word.
function monthOf(typed: string): number {
  if (typed === 'sept') return 9;
  return MONTHS.map((name) => name.toLowerCase()).findIndex((name) => typed === name || typed === name.slice(0, 3)) + 1;
}

function fromDayAlone(typed: string, now: Date): CalendarDay | undefined {
  const [, day] = DAY_ALONE.exec(typed) ?? [];
  if (day === undefined) return undefined;
  // Every day from 1 to 31 is in one of any three months.
  const months = [0, 1, 2].map((back) => new Date(now.getFullYear(), now.getMonth() - back, 1));
  const days = months.map((one) => calendarDay(one.getFullYear(), one.getMonth() + 1, Number(day)));
  return days.find((one) => one.exists && isPast(one, now));
}

function isPast(day: CalendarDay, now: Date): boolean {
  return isoDate(day) <= toIso(now).slice(0, 10);
}

function distinct(words: readonly string[]): string[] {
  return [...new Set(words)];
}
