import { type DayHabits, livedDay } from './habits.ts';
import type { Entry } from './records.ts';
import { dateOf, dayNumber } from './summary/days.ts';
import { offsetIn, shifted } from './timed.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_HOURS = 24;

/** The answer of a check that has the day or the time that was typed, beside the choice that it falls into. */
export const ONSET_AT = 'onset-at';

/** What an answer to triage's question about the onset means. */
export interface Onset {
  /** How many hours ago, in the middle of its span. */
  readonly hours?: number;
  /** The end of its span, in hours; absent for the last answer. */
  readonly upTo?: number;
  /** How many calendar days ago, at least and at most. */
  readonly days?: { readonly from: number; readonly to: number };
}

/** When the pain began, as far as a check knows. */
export interface Beginning {
  /** ISO 8601, by the clock of the place where the check was made: in the middle of what the answer allows. */
  readonly at: string;
  /** The earliest time that the answer allows, in milliseconds since 1970; absent where it has no limit. */
  readonly earliest?: number;
  /** Not even the day is known. */
  readonly isEstimate: boolean;
}

/**
 * When the pain began, by what was said in a check: the day or the time that was typed, or else the choice.
 * @returns undefined for an entry that doesn't say it, or says it with an answer that isn't known
 */
export function beginningOf(
  { at, answers = {} }: Entry,
  onsetOf: (answer: string) => Onset | undefined,
  habits: DayHabits,
): Beginning | undefined {
  const typed = answers[ONSET_AT];
  const onset = onsetOf(String(answers['onset']));
  return (
    (typeof typed === 'string' ? fromTyped(typed, at, habits) : undefined) ?? (onset && fromOnset(onset, at, habits))
  );
}

function fromTyped(typed: string, at: string, habits: DayHabits): Beginning | undefined {
  if (/^\d{4}-\d\d-\d\d$/.test(typed)) {
    const days = dayNumber(livedDay(at, habits)) - dayNumber(typed);
    return days >= 0 ? fromDays({ from: days, to: days }, at, habits) : undefined;
  }
  const time = Date.parse(typed);
  return time <= Date.parse(at) ? { at: typed, earliest: time, isEstimate: false } : undefined;
}

function fromOnset({ hours, upTo, days }: Onset, at: string, habits: DayHabits): Beginning | undefined {
  if (days) return fromDays(days, at, habits);
  if (hours === undefined) return undefined;
  const middle = shifted(at, -hours * HOUR_MS);
  const earliest = upTo === undefined ? {} : { earliest: Date.parse(at) - upTo * HOUR_MS };
  // Somebody who says "in the last 24 hours" is on the first day, whatever the clock shows.
  const isToday = upTo !== undefined && upTo <= DAY_HOURS && livedDay(middle, habits) < livedDay(at, habits);
  return { at: isToday ? startOf(at, 0, habits) : middle, ...earliest, isEstimate: hours > 0 };
}

// In the middle of those days; today has only come as far as now.
function fromDays({ from, to }: NonNullable<Onset['days']>, at: string, habits: DayHabits): Beginning {
  const first = startOf(at, to, habits);
  const earliest = Date.parse(first);
  const latest = from === 0 ? Date.parse(at) : Date.parse(startOf(at, from - 1, habits));
  return { at: shifted(first, (latest - earliest) / 2), earliest, isEstimate: from < to };
}

/** The start of the day some days before a time, by the same clock. */
function startOf(at: string, daysBefore: number, habits: DayHabits): string {
  const midnight = `${dateOf(dayNumber(livedDay(at, habits)) - daysBefore)}T00:00:00${offsetIn(at)}`;
  return shifted(midnight, habits.dayBegins * MINUTE_MS);
}
