import { normal } from '../../text/normal.ts';
import { agoOf } from './ago.ts';
import { ambiguous, type BadTime, badTime } from './bad-time.ts';
import { calendarDay, type CalendarDay, isoDate, pad } from './day.ts';
import { type Clock, clocksOf } from './clock.ts';
import { habitsOf } from './habits.ts';
import { dayOf } from './typed-day.ts';
import { toIso } from './when.ts';

const HOUR_MS = 3_600_000;
const WITH_OFFSET =
  /^(\d{4}-\d\d-\d\d)[t ](\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?)(?: ?(z|utc|gmt)| ?([+-]\d\d)(?::?(\d\d))?)$/;
const AHEAD = /^(?:tomorrow|next [a-z]|in (?:\d|an? |half ))/;

/** Nobody has a back spasm to log from before this. */
export const EARLIEST = Date.UTC(1900, 0, 1);

/** Other words for a day and a part of it; a part beside a time of day goes after it. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/^(?:just|right) now$/, 'now'],
  [/\b(?:about|around|roughly) (?=\S)/g, ''],
  [/\blast (night|evening)\b/, 'yesterday $1'],
  [/\bthis (morning|afternoon|evening)\b/, 'today $1'],
  [/\btonight\b/, 'today night'],
  [/^(\S+(?: [ap]\.?m\.?)?) (today|yesterday) (morning|afternoon|evening)$/, '$2 $1 in the $3'],
  [/ (morning|afternoon|evening) (?:at )?(?=.*\d)(.+)$/, ' $2 in the $1'],
];

/**
 * Reads a time that somebody typed: a day, a time of day, both in either order, or how long ago it was. What has several
 * readings is refused, so that it never has to guess.
 * @param now what "ago", "today" and weekdays are relative to
 * @returns the moment; a time without an offset is in the computer's own zone
 * @throws UsageError for a time that can't be understood, has several readings, is in the future, doesn't exist, or
 * exists twice
 */
export function readWhen(text: string, now: Date): Date {
  const typed = simplified(text);
  if (AHEAD.test(typed)) throw badTime(text, 'is in the future', { reason: 'ahead' });
  const moment = sinceNow(typed, now) ?? withOffset(typed, now) ?? local(typed, text, now);
  if (!moment) throw badTime(text, "isn't a time that unspasm can read", { reason: 'not a time' });
  if (moment.getTime() > now.getTime()) throw future(text, typed);
  if (moment.getTime() < EARLIEST) throw badTime(text, 'is too long ago');
  return moment;
}

/** Reads a day that was typed without a time. @returns an ISO date, or undefined for anything else */
export function readDay(text: string, now: Date): string | undefined {
  const day = dayOf(simplified(text), now);
  return day && isoDate(day);
}

function simplified(text: string): string {
  const typed = normal(text)
    .replaceAll('’', "'")
    .replace(/,(?= |$)/g, '')
    .replace(/^(\d{4}-\d\d-\d\d)t(?=\d)/, '$1 ');
  return PHRASES.reduce((words, [phrase, plain]) => words.replace(phrase, plain), lastNight(typed));
}

// "Last night at 11" was yesterday, "last night at 2" was today.
function lastNight(typed: string): string {
  const [, after, before] = /^last night (?:at )?(.+)$|^(.+) last night$/.exec(typed) ?? [];
  const said = after ?? before;
  if (said === undefined) return typed;
  const [clock] = [`${said} at night`, said].flatMap(clocksOf);
  return clock ? `${clock.hours < 12 ? 'today' : 'yesterday'} ${clock.hours}:${pad(clock.minutes)}` : typed;
}

function sinceNow(typed: string, now: Date): Date | undefined {
  if (typed === 'now') return now;
  const { milliseconds } = agoOf(typed) ?? {};
  return milliseconds === undefined ? undefined : new Date(now.getTime() - milliseconds);
}

function withOffset(typed: string, now: Date): Date | undefined {
  const [, date, clock = '', utc, hours, minutes = '00'] = WITH_OFFSET.exec(typed) ?? [];
  if (date === undefined || !dayOf(date, now)) return undefined;
  const moment = new Date(`${date}T${clock.replace(',', '.')}${utc === undefined ? `${hours}:${minutes}` : 'Z'}`);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}

// A day alone means the same time of day as now.
function local(typed: string, text: string, now: Date): Date | undefined {
  const day = dayOf(typed, now);
  if (day) return atClock(day, { hours: now.getHours(), minutes: now.getMinutes(), seconds: 0 }, text, now);
  for (const [words, clock] of splits(typed)) {
    const clocks = clocksOf(clock);
    if (clocks.length > 0 && words === '') return latest(clocks, text, now);
    const of = clocks.length === 0 ? undefined : dayOf(words, now);
    if (of) return oneOf(clocks, of, text, now);
  }
  return undefined;
}

/** A text as a day and a time of day, in whichever order; the day may be missing. */
function splits(typed: string): (readonly [day: string, clock: string])[] {
  const words = typed.split(' ');
  const parts = words.map((_, at) => [words.slice(0, at).join(' '), words.slice(at).join(' ')] as const);
  return [...parts, ...parts.map(([before, after]) => [after, before] as const)];
}

// A time without a day is that of the day it is, or in the small hours of a night owl that of the date it is.
function latest(clocks: readonly Clock[], text: string, now: Date): Date {
  const lived = oneOf(clocks, dayOf('today', now)!, text, now);
  return lived > now && habitsOf(now).dayBegins > 0
    ? oneOf(clocks, calendarDay(now.getFullYear(), now.getMonth() + 1, now.getDate()), text, now)
    : lived;
}

/** The one of some times of a day that isn't in the future. */
function oneOf(clocks: readonly Clock[], day: CalendarDay, text: string, now: Date): Date {
  const moments = clocks.map((clock) => atClock(day, clock, text, now));
  const past = moments.filter((moment) => moment.getTime() <= now.getTime());
  const readings = [...new Set(past.map((moment) => toIso(moment).slice(0, 16).replace('T', ' ')))];
  if (readings.length > 1) throw ambiguous(text, 'times', readings);
  return past[0] ?? moments[0]!;
}

// When the clocks go forward, an hour is missing; when they go back, an hour comes twice. Neither is guessed at.
function atClock(of: CalendarDay, clock: Clock, text: string, now: Date): Date {
  const { hours, minutes, seconds, endsDay, from } = clock;
  // An hour before the day begins belongs to the night after it.
  const isNight = of.isLived && hours * 60 + minutes < habitsOf(now).dayBegins;
  const own = of.day + (endsDay || isNight ? 1 : 0);
  const moment = new Date(of.year, of.month - 1, own, hours, minutes, seconds);
  // This morning has begun, even if the hour that stands for it is still to come.
  if (from !== undefined && moment > now && now >= new Date(of.year, of.month - 1, of.day, from)) return now;
  const day = new Date(of.year, of.month - 1, own, 12).getDate();
  const shows = (one: Date) =>
    one.getHours() === hours && one.getMinutes() === minutes && one.getSeconds() === seconds && one.getDate() === day;
  const reason = 'clocks changed';
  if (!shows(moment))
    throw badTime(text, 'was skipped, as the clocks went forward', { reason, hint: 'use a time before or after' });
  const twin = [-2, -1, -0.5, 0.5, 1, 2].map((by) => new Date(moment.getTime() + by * HOUR_MS)).find(shows);
  if (!twin) return moment;
  const both = [moment, twin].toSorted((a, b) => a.getTime() - b.getTime()).map((one) => toIso(one));
  throw badTime(text, 'came twice, as the clocks went back', { reason, hint: `say which one: ${both.join(' or ')}` });
}

function future(text: string, typed: string): BadTime {
  const reason = 'ahead';
  const clock = typed.replace(/^today /, '');
  if (clocksOf(clock).length === 0) return badTime(text, 'is in the future', { reason });
  return badTime(text, 'is still to come today', { reason, hint: `if it was the day before, use: yesterday ${clock}` });
}
