import { UsageError } from '../../../errors.ts';
import type { Entry } from '../records.ts';
import { readDay } from '../read-when.ts';
import { habitsOf, livedDay, today } from '../habits.ts';
import { dateOf, dayNumber } from './days.ts';
import type { Period } from './types.ts';

/** The default: six weeks, in which most acute pain changes a lot. */
const USUAL_DAYS = 42;
/** A longer period, of over a hundred years, is a typing error. */
const MOST_DAYS = 36_525;
const UNITS: ReadonlyMap<string, number> = new Map([
  ['d', 1],
  ['w', 7],
  ['m', 30],
  ['y', 365],
]);

/** A period as somebody typed it. */
export interface TypedPeriod {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** "6w", "30d", "3m", "1y": counted back from `to`, or from today. */
  readonly last?: string | undefined;
}

/**
 * Reads the period that the options name. By default it is the last six weeks, or as much of them as there is.
 * @param entries the newest first
 * @throws UsageError for a period that can't be understood, contradicts itself or is in the future
 */
export function readPeriod({ from, to, last }: TypedPeriod, entries: readonly Entry[], now: Date): Period {
  if (from !== undefined && last !== undefined) {
    throw new UsageError('--from and --last both set the start', { code: 'two-beginnings', hint: 'use one of them' });
  }
  const latest = today(now);
  const end = to === undefined ? latest : readDate('--to', to, latest, now);
  const begin =
    from === undefined ? beginBefore(end, last, firstDay(entries, now)) : readDate('--from', from, latest, now);
  if (begin > end) {
    const hint = 'make --to the same day as --from, or a later one';
    throw new UsageError(`the period ends (${end}) before it starts (${begin})`, { code: 'bad-period', hint });
  }
  return { from: begin, to: end };
}

function readDate(option: string, typed: string, latest: string, now: Date): string {
  const date = readDay(typed, now);
  if (date === undefined || date > latest) {
    const why = date === undefined ? "isn't a day that unspasm can read" : 'is in the future';
    const hint = 'use a day such as yesterday, mon, "3 days ago" or 2026-11-20';
    throw new UsageError(`${option}: "${typed}" ${why}`, { code: 'bad-day', hint });
  }
  return date;
}

function firstDay(newestFirst: readonly Entry[], now: Date): string | undefined {
  const first = newestFirst.at(-1);
  return first && livedDay(first.at, habitsOf(now));
}

function beginBefore(end: string, last: string | undefined, first: string | undefined): string {
  if (last !== undefined) return dateOf(dayNumber(end) - readLength(last) + 1);
  const usual = dateOf(dayNumber(end) - USUAL_DAYS + 1);
  return first !== undefined && first > usual && first <= end ? first : usual;
}

function readLength(typed: string): number {
  const [, count = '', unit = ''] = /^(\d{1,5}) ?([dwmy])[a-z]*$/.exec(typed.trim().toLowerCase()) ?? [];
  const days = Number(count) * (UNITS.get(unit) ?? 0);
  if (days >= 1 && days <= MOST_DAYS) return days;
  const hint = 'use a length such as 30d, 6w, 3m or 1y';
  throw new UsageError(`--last can't be "${typed}"`, { code: 'bad-length', hint });
}
