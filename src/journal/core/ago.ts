import { SPELT_NUMBER, speltNumber } from '../../text/number-words.ts';

/** How long ago something was: in milliseconds, or in days or months of the calendar. */
export interface Ago {
  readonly milliseconds?: number;
  readonly days?: number;
  readonly months?: number;
}

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

const NUMBER = String.raw`(\d{1,4}|an?|${SPELT_NUMBER})`;
const HOURS = '(?:h|hrs?|hours?)';
const MINUTES = '(?:m|mins?|minutes?)';

const FIXED: ReadonlyMap<string, number> = new Map([
  ['half an hour', 0.5 * HOUR_MS],
  ['a quarter of an hour', 0.25 * HOUR_MS],
  ['an hour and a half', 1.5 * HOUR_MS],
]);
const AND_A_HALF = new RegExp(`^${NUMBER} and a half ${HOURS}$`);
const DECIMAL = new RegExp(String.raw`^(\d{1,3}[.,]\d) ?${HOURS}$`);
const TIME = new RegExp(String.raw`^(?:${NUMBER} ?${HOURS})?(?:^|$| ?(?=\d)| and )(?:${NUMBER} ?${MINUTES})?$`);
const SECONDS = new RegExp(`^${NUMBER} ?(?:s|secs?|seconds?)$`);
const CALENDAR = new RegExp(`^${NUMBER} ?(d|days?|w|weeks?|months?|y|years?)$`);

/**
 * Reads how long ago something was: "20m ago", "an hour ago", "1h30m ago", "3 days ago", "2 weeks ago".
 * @param typed in lower case, with single spaces
 * @returns undefined for anything else
 */
export function agoOf(typed: string): Ago | undefined {
  const [, said] = /^(.+) ago$/.exec(typed) ?? [];
  if (said === undefined) return undefined;
  const length = said.replace(/^a couple of /, 'two ');
  const milliseconds = FIXED.get(length) ?? timeOf(length);
  return milliseconds === undefined ? calendarOf(length) : { milliseconds };
}

function timeOf(length: string): number | undefined {
  const [, decimal] = DECIMAL.exec(length) ?? [];
  if (decimal !== undefined) return Number(decimal.replace(',', '.')) * HOUR_MS;
  const [, whole] = AND_A_HALF.exec(length) ?? [];
  if (whole !== undefined) return (numberOf(whole) + 0.5) * HOUR_MS;
  const [, seconds] = SECONDS.exec(length) ?? [];
  if (seconds !== undefined) return numberOf(seconds) * SECOND_MS;
  const [, hours = '0', minutes = '0'] = TIME.exec(length) ?? [];
  return TIME.test(length) ? numberOf(hours) * HOUR_MS + numberOf(minutes) * MINUTE_MS : undefined;
}

function calendarOf(length: string): Ago | undefined {
  const [, number = '', unit = ''] = CALENDAR.exec(length) ?? [];
  const count = numberOf(number);
  if (unit.startsWith('d')) return { days: count };
  if (unit.startsWith('w')) return { days: 7 * count };
  if (unit.startsWith('m')) return { months: count };
  return unit.startsWith('y') ? { months: 12 * count } : undefined;
}

/** A number in digits, or in words. @returns NaN for anything else */
export function numberOf(word: string): number {
  return word === 'a' || word === 'an' ? 1 : (speltNumber(word) ?? Number(word));
}
