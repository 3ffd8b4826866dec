import { UsageError } from '../../errors.ts';
import { dayOf, type CalendarDay, isoDate, nextTo, pad } from './day.ts';
import type { Fields } from './fields.ts';
import { normal } from '../../text/normal.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const AGO = /^(\d{1,4}) ?(?:(m|mins?|minutes?)|h|hrs?|hours?) ago$/;
const WITH_OFFSET = /^(\d{4}-\d\d-\d\d)[t ]\d\d:\d\d(:\d\d(\.\d+)?)?(z|[+-]\d\d:?\d\d)$/;
const EXAMPLES = 'now, 20m ago, 2h ago, 18:30, 6pm, yesterday 6pm, mon 08:00, 2026-11-20 18:30';

/**
 * Reads a time that somebody typed. The grammar is strict, so that it never has to guess.
 * @param now what "ago", "today" and weekdays are relative to
 * @returns the moment; a time without an offset is in the computer's own zone
 * @throws UsageError for a time that can't be understood, is in the future, doesn't exist, or exists twice
 */
export function readWhen(text: string, now: Date): Date {
  const typed = normal(text);
  const moment = ago(typed, now) ?? withOffset(typed, now) ?? local(typed, now);
  if (!moment) throw isAmbiguous(typed) ? ambiguous(text) : refusal(text, "isn't a time that unspasm can read");
  if (moment.getTime() > now.getTime()) throw future(text, typed);
  return moment;
}

/** Reads a day that was typed without a time. @returns an ISO date, or undefined for anything else */
export function readDay(text: string, now: Date): string | undefined {
  const day = existing(normal(text), now);
  return day && isoDate(day);
}

/**
 * Writes a moment as ISO 8601 in the computer's own zone, with its offset, to the second.
 * @param time a moment, or milliseconds since 1970
 */
export function toIso(time: Date | number): string {
  const moment = new Date(time);
  const offset = -moment.getTimezoneOffset();
  const size = Math.abs(offset);
  const date = isoDate({ year: moment.getFullYear(), month: moment.getMonth() + 1, day: moment.getDate() });
  const clock = `${pad(moment.getHours())}:${pad(moment.getMinutes())}:${pad(moment.getSeconds())}`;
  return `${date}T${clock}${offset < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

/** The computer's time zone as a field of an entry; no field where the zone isn't known. */
export function zoneOf({ zone }: { readonly zone?: string }): Pick<Fields, 'tz'> {
  return zone === undefined ? {} : { tz: zone };
}

function ago(typed: string, now: Date): Date | undefined {
  if (typed === 'now') return now;
  const match = AGO.exec(typed);
  if (!match) return undefined;
  const unit = match[2] === undefined ? HOUR_MS : MINUTE_MS;
  return new Date(now.getTime() - Number(match[1]) * unit);
}

function withOffset(typed: string, now: Date): Date | undefined {
  const date = WITH_OFFSET.exec(typed)?.[1];
  if (date === undefined || !existing(date, now)) return undefined;
  const moment = new Date(typed.replace(' ', 'T').toUpperCase());
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}

// A day, a time of day, or both; a day alone means the same time of day as now.
function local(typed: string, now: Date): Date | undefined {
  const [, first = '', rest = ''] = /^(\S+?)(?:(?:t(?=\d\d:)| )(.+))?$/.exec(typed) ?? [];
  const day = existing(first, now);
  const time = day ? rest : typed;
  const clock = day && rest === '' ? ([now.getHours(), now.getMinutes()] as const) : clockOf(time);
  return clock && atClock(day ?? dayOf('today', now)!, clock, typed);
}

function existing(word: string, now: Date): CalendarDay | undefined {
  const day = dayOf(word, now);
  if (day && !day.exists)
    throw refusal(word, "isn't a day of the calendar", `use a day that exists, such as ${nextTo(day)}`);
  return day;
}

function clockOf(typed: string): readonly [hours: number, minutes: number] | undefined {
  const match = /^(\d{1,2})(?::(\d\d))? ?(am|pm)?$/.exec(typed);
  if (!match || (match[2] === undefined && !match[3])) return undefined;
  const [hours, minutes, half] = [Number(match[1]), Number(match[2] ?? 0), match[3]];
  if (minutes > 59 || (half ? hours < 1 || hours > 12 : hours > 23)) return undefined;
  return [half ? (hours % 12) + (half === 'pm' ? 12 : 0) : hours, minutes];
}

// When the clocks go forward, an hour is missing; when they go back, an hour comes twice. Neither is guessed at.
function atClock({ year, month, day }: CalendarDay, [hours, minutes]: readonly [number, number], typed: string): Date {
  const moment = new Date(year, month - 1, day, hours, minutes);
  const shows = (one: Date) => one.getHours() === hours && one.getMinutes() === minutes && one.getDate() === day;
  if (!shows(moment)) throw refusal(typed, 'was skipped, as the clocks went forward', 'use a time before or after');
  const twin = [-2, -1, -0.5, 0.5, 1, 2]
    .map((by) => by * HOUR_MS)
    .map((by) => new Date(moment.getTime() + by))
    .find(shows);
  if (!twin) return moment;
  const both = [moment, twin].toSorted((a, b) => a.getTime() - b.getTime()).map((one) => toIso(one));
  throw refusal(typed, 'came twice, as the clocks went back', `say which one: ${both.join(' or ')}`);
}

function isAmbiguous(typed: string): boolean {
  return /^\d{1,2}[./-]\d{1,2}([./-](\d{2}|\d{4})?)?( |$)/.test(typed);
}

function ambiguous(text: string): UsageError {
  return refusal(text, 'could be two different dates', 'write the date as year-month-day: 2026-11-20 18:30');
}

function future(text: string, typed: string): UsageError {
  if (clockOf(typed) === undefined) return refusal(text, 'is in the future');
  return refusal(text, 'is still to come today', `if it was the day before, use: yesterday ${typed}`);
}

function refusal(text: string, why: string, hint = `use a time such as ${EXAMPLES}`): UsageError {
  return new UsageError(`"${text}" ${why}`, { code: 'bad-time', hint });
}
