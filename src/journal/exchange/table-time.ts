import { isoDate, MONTHS, pad } from '../core/day.ts';
import { readWhen } from '../core/read-when.ts';
import { toIso } from '../core/when.ts';
import { normal } from '../../text/normal.ts';

/** The order of day, month and year in the dates of a table. */
export const DATE_ORDERS = ['dmy', 'mdy', 'ymd'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** When a row was, and what it says about it whatever the clock and the zone of the computer. */
export interface Moment {
  /** ISO 8601, for the entry. */
  readonly at: string;
  /** The time as it stands in the row, in one form; in UTC if it has an offset. */
  readonly said: string;
}

const NUMBERS = /^(\d{1,4})([./-])(\d{1,2})\2(\d{4}|\d{1,2})(?=$|[ t,])/;
const MONTH_BEGINNINGS = MONTHS.map((name) => name.slice(0, 3).toLowerCase());
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? (?=\w)/;
const DAY_MONTH = /^(\d{1,2})(?:st|nd|rd|th|\.)?[ -]([a-z]{3,9})\.?,?[ -](\d{4})/;
const MONTH_DAY = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})/;
const CLOCK =
  /^(\d{1,2})[:.](\d\d)(?:[:.](\d\d)(?:[.,]\d{1,9})?)?(?: ?([ap])\.?m\.?)?(?: ?(z|utc|gmt|[+-]\d\d:?\d\d))?$/;
const HOUR = /^(\d{1,2}) ?([ap])\.?m\.?$/;

/**
 * The order of the dates of a table, as far as a day after the twelfth shows it.
 * @param texts the cells, by the line of the file
 * @throws Error when some dates have the day first and others the month
 */
export function orderOf(texts: readonly (readonly [line: number, text: string])[]): DateOrder | undefined {
  const lines = new Map<DateOrder, number>();
  for (const [line, text] of texts) {
    const order = certainOrder(normal(text));
    if (order !== undefined && !lines.has(order)) lines.set(order, line);
  }
  const [dmy, mdy] = [lines.get('dmy'), lines.get('mdy')];
  if (dmy !== undefined && mdy !== undefined)
    throw new Error(`line ${dmy} has the day first, and line ${mdy} the month`);
  return dmy === undefined ? (mdy === undefined ? undefined : 'mdy') : 'dmy';
}

/** A date of a table that can be read in two ways, and how. */
export interface TwoReadings {
  readonly cell: string;
  /** In words, such as "3 October 2026". */
  readonly readings: readonly { readonly order: DateOrder; readonly words: string }[];
}

/**
 * The first date that can be read in two ways, where no other date of the table shows the order.
 * @param cells the cells of the time
 */
export function twoReadings(cells: readonly string[]): TwoReadings | undefined {
  if (cells.some((cell) => certainOrder(normal(cell)) !== undefined)) return undefined;
  for (const cell of cells) {
    const match = NUMBERS.exec(normal(cell).replace(WEEKDAY, ''));
    if (!match || match[1]!.length > 2 || (match[4]!.length === 4 && match[1] === match[3])) continue;
    const readings = DATE_ORDERS.flatMap((order) => {
      const [, [year, at, day]] = numbersOf(match[0], order) ?? [undefined, [0, 0, 0]];
      const isDay = at >= 1 && at <= 12 && day >= 1 && day <= 31;
      return isDay ? [{ order, words: `${day} ${MONTHS[at - 1]} ${year}` }] : [];
    });
    if (readings.length > 1) return { cell: match[0], readings };
  }
  return undefined;
}

function certainOrder(text: string): DateOrder | undefined {
  const [, first = '', , second = '', last = ''] = NUMBERS.exec(text.replace(WEEKDAY, '')) ?? [];
  if (last.length !== 4) return undefined;
  if (Number(first) > 12) return 'dmy';
  return Number(second) > 12 ? 'mdy' : undefined;
}

/**
 * Reads a date, with or without a time, as other programs write it. A date alone is kept at noon.
 * @throws Error for anything that isn't a date, is ambiguous, lies ahead, or that the clocks skipped or repeated
 */
export function readMoment(text: string, now: Date, order?: DateOrder): Moment {
  const typed = normal(text).replace(WEEKDAY, '');
  const { date, rest } = readDate(typed, order);
  if (rest === '') return { at: toIso(noonOf(date, now)), said: date };
  const { clock, seconds, offset } = readClock(rest);
  if (offset === undefined) {
    const moment = readWhen(`${date} ${clock}`, now);
    return { at: toIso(moment.getTime() + Number(seconds) * 1000), said: `${date}T${clock}:${seconds}` };
  }
  const isUtc = /^[a-z]/.test(offset);
  const zone = isUtc ? 'Z' : `${offset.slice(0, 3)}:${offset.slice(-2)}`;
  const iso = `${date}T${clock}:${seconds}${zone}`;
  const moment = readWhen(iso, now);
  // A time in UTC says nothing about the user's own day.
  return { at: isUtc ? toIso(moment) : iso, said: moment.toISOString() };
}

// The noon of today may be still to come.
function noonOf(date: string, now: Date): Date {
  return date === toIso(now).slice(0, 10) && now.getHours() < 12 ? now : readWhen(`${date} 12:00`, now);
}

function readClock(text: string): { clock: string; seconds: string; offset?: string } {
  const match = CLOCK.exec(text);
  const [, hour = '', half] = match ? [match[0], match[1], match[4]] : (HOUR.exec(text) ?? []);
  const hours = (Number(hour) % (half ? 12 : 100)) + (half === 'p' ? 12 : 0);
  if (hour === '' || hours > 23 || (half && (Number(hour) < 1 || Number(hour) > 12)))
    throw new Error("its time isn't understood");
  const [minutes, seconds, offset] = [match?.[2] ?? '00', match?.[3] ?? '00', match?.[5]];
  if (Number(minutes) > 59 || Number(seconds) > 59) throw new Error('there is no such time');
  return { clock: `${pad(hours)}:${minutes}`, seconds, ...(offset !== undefined && { offset }) };
}

function readDate(typed: string, order: DateOrder | undefined): { date: string; rest: string } {
  const [whole, parts] = numbersOf(typed, order) ?? wordsOf(typed) ?? [];
  if (!parts) throw new Error('a date is needed, such as 2026-11-20 18:30');
  const [year, month, day] = parts;
  return {
    date: isoDate({ year, month, day }),
    rest: typed.slice(whole!.length).replace(/^(?:t(?=\d)|,? at |,? ?)/, ''),
  };
}

type Parts = readonly [year: number, month: number, day: number];

function numbersOf(typed: string, order: DateOrder | undefined): readonly [string, Parts] | undefined {
  const match = NUMBERS.exec(typed);
  if (!match) return undefined;
  const [whole, first, , second, last] = match as unknown as [string, string, string, string, string];
  if (first.length === 4) return [whole, [Number(first), Number(second), Number(last)]];
  if (first.length === 3) return undefined;
  const known = certainOrder(typed) ?? order ?? (last.length === 4 && first === second ? 'dmy' : undefined);
  if (known === undefined)
    throw new Error('that date can be read in two ways; say --dates dmy, --dates mdy or --dates ymd');
  const [a, b, c] = [first, second, last].map(Number) as [number, number, number];
  if (known === 'ymd') return last.length === 4 ? undefined : [whole, [2000 + a, b, c]];
  if (order !== undefined && order !== known) throw new Error(`that date doesn't fit the order ${order}`);
  const year = last.length === 4 ? c : 2000 + c;
  return [whole, known === 'dmy' ? [year, b, a] : [year, a, b]];
}

const month = (word: string): number => MONTH_BEGINNINGS.indexOf(word.slice(0, 3)) + 1;

function wordsOf(typed: string): readonly [string, Parts] | undefined {
  const first = DAY_MONTH.exec(typed);
  if (first && month(first[2]!)) return [first[0], [Number(first[3]), month(first[2]!), Number(first[1])]];
  const second = MONTH_DAY.exec(typed);
  return second && month(second[1]!)
    ? [second[0], [Number(second[3]), month(second[1]!), Number(second[2])]]
    : undefined;
}
