import { UsageError } from '../../errors.ts';

/** On which days of the week, and at which time of day. */
export interface Schedule {
  /** From 0 for Sunday to 6, each once, from Monday to Sunday. */
  readonly days: readonly number[];
  readonly hour: number;
  readonly minute: number;
}

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
const MONDAY_FIRST = [1, 2, 3, 4, 5, 6, 0];
const SETS: ReadonlyMap<string, readonly number[]> = new Map([
  ['daily', MONDAY_FIRST],
  ['every day', MONDAY_FIRST],
  ['weekdays', [1, 2, 3, 4, 5]],
  ['weekends', [6, 0]],
]);
const TIME = /^(.*?)[\s,]*(?:\bat\s+)?(\d{1,2})(?:[:.]([0-5]\d))?\s*([ap])?\.?(?:m\b\.?)?$/i;
const HINT = 'say which days and when, such as: unspasm plan remind mon,wed,fri 18:30';

/**
 * Reads when to remind: "mon,wed,fri 18:30", "weekdays at 7 am", "tue-thu 6:30pm".
 * @param twelveHours whether the user's clock has twelve hours, so that "6:30" can be read in two ways
 * @throws UsageError for what can't be understood, or can be read in two ways
 */
export function readSchedule(words: readonly string[], twelveHours: boolean): Schedule {
  const typed = words.join(' ').trim();
  const [, days = '', hour, minute, half] = TIME.exec(typed) ?? [];
  if (hour === undefined || (minute === undefined && half === undefined))
    throw refusal(`"${typed}" doesn't say at which time`);
  if (days.trim() === '') throw refusal(`"${typed}" doesn't say on which days`);
  return { days: readDays(days), ...readClock(Number(hour), Number(minute ?? 0), half?.toLowerCase(), twelveHours) };
}

function readClock(hour: number, minute: number, half: string | undefined, twelveHours: boolean) {
  const time = `${hour}:${pad(minute)}`;
  if (half !== undefined) {
    if (hour < 1 || hour > 12) throw refusal(`"${time} ${half}m" isn't a time of day`);
    return { hour: (hour % 12) + (half === 'p' ? 12 : 0), minute };
  }
  if (hour > 23) throw refusal(`"${time}" isn't a time of day`);
  if (twelveHours && hour >= 1 && hour <= 12)
    throw refusal(`"${time}" may be in the morning or in the evening`, `write ${time} am or ${time} pm`);
  return { hour, minute };
}

function readDays(typed: string): number[] {
  const text = typed.trim().toLowerCase();
  const found = SETS.get(text) ?? text.split(/[\s,;&+]+|\band\b/).flatMap((word) => daysIn(word));
  const days = MONDAY_FIRST.filter((day) => found.includes(day));
  if (days.length === 0) throw refusal(`"${typed.trim()}" doesn't say on which days`);
  return days;
}

function daysIn(word: string): number[] {
  if (word === '' || word === 'on') return [];
  const [first = '', last, ...more] = word.split(/[-–]/);
  if (last === undefined) return [dayNamed(first)];
  if (more.length > 0) throw refusal(`"${word}" isn't a day of the week`);
  const [from, to] = [MONDAY_FIRST.indexOf(dayNamed(first)), MONDAY_FIRST.indexOf(dayNamed(last))];
  // "sat-mon" goes past the end of the week.
  const count = ((to - from + 7) % 7) + 1;
  return Array.from({ length: count }, (_, at) => MONDAY_FIRST[(from + at) % 7]!);
}

function dayNamed(word: string): number {
  const name = word.replace(/s$/, '');
  const day = name.length < 2 ? -1 : DAYS.findIndex((one) => one.startsWith(name));
  if (day < 0) throw refusal(`"${word}" isn't a day of the week`);
  return day;
}

function refusal(what: string, hint = HINT): UsageError {
  return new UsageError(what, { code: 'bad-schedule', hint });
}

/** Days as every scheduler abbreviates them: "Mon,Wed,Fri". */
export function shortDays({ days }: Schedule): string[] {
  return days.map((day) => `${DAYS[day]!.charAt(0).toUpperCase()}${DAYS[day]!.slice(1, 3)}`);
}

/** The time of day, "18:30". */
export function clockOf({ hour, minute }: Schedule): string {
  return `${pad(hour)}:${pad(minute)}`;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

/** Whatever was read from a file, as a schedule; undefined for anything else. */
export function scheduleFrom(saved: unknown): Schedule | undefined {
  if (typeof saved !== 'object' || saved === null) return undefined;
  const { days, hour, minute } = saved as Partial<Record<keyof Schedule, unknown>>;
  if (!Array.isArray(days) || !isWithin(hour, 23) || !isWithin(minute, 59)) return undefined;
  const read = days.filter((day: unknown): day is number => isWithin(day, 6));
  return read.length > 0 && read.length === days.length ? { days: read, hour, minute } : undefined;
}

function isWithin(value: unknown, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;
}
