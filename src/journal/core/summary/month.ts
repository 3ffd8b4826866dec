import { UsageError } from '../../../errors.ts';
import { isoDate, MONTHS, pad } from '../day.ts';
import { EARLIEST } from '../read-when.ts';
import type { Period } from './types.ts';

/** A month of the calendar. */
export interface NamedMonth {
  /** "November 2026". */
  readonly title: string;
  readonly period: Period;
}

/**
 * Reads a month: "this" or nothing, "last", a name (the latest such month), or 2026-11.
 * @throws UsageError for a month that can't be understood or is in the future
 */
export function readMonth(typed: string | undefined, now: Date): NamedMonth {
  const [year, month] = [now.getFullYear(), now.getMonth()];
  const word = (typed ?? '').trim().toLowerCase();
  if (word === '' || word === 'this') return monthOf(year, month);
  if (word === 'last') return monthOf(month === 0 ? year - 1 : year, (month + 11) % 12);
  const named = word.length < 3 ? -1 : MONTHS.findIndex((name) => name.toLowerCase().startsWith(word));
  if (named >= 0) return monthOf(named > month ? year - 1 : year, named);
  const [, typedYear, typedMonth] = /^(\d{4})-(\d\d)$/.exec(word) ?? [];
  const [y, m] = [Number(typedYear), Number(typedMonth) - 1];
  if (typedYear === undefined || m < 0 || m > 11 || y < new Date(EARLIEST).getUTCFullYear())
    throw refusal(typed!, "isn't a month that unspasm can read");
  if (y > year || (y === year && m > month)) throw refusal(typed!, 'is in the future');
  return monthOf(y, m);
}

function refusal(typed: string, why: string): UsageError {
  return new UsageError(`"${typed}" ${why}`, { code: 'bad-month', hint: 'use a month such as 2026-11, nov or last' });
}

function monthOf(year: number, month: number): NamedMonth {
  const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const first = isoDate({ year, month: month + 1, day: 1 });
  return { title: `${MONTHS[month]} ${year}`, period: { from: first, to: `${first.slice(0, 8)}${pad(length)}` } };
}
