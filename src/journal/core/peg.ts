import { habitsOf } from './habits.ts';
import { mean } from './rating.ts';
import { daysAgo } from './say-when.ts';
import type { Entry } from './records.ts';
import { countDays } from './summary/days.ts';
import { isAhead } from './timed.ts';

/** The questions are about a week, so they aren't offered in the first days of a journal. */
const LEAST_DAYS = 3;
/** With this much pain, more questions would be a burden. */
const TOO_MUCH = 8;

/** What decides whether the weekly questions are offered. */
export interface PegOffer {
  /** The newest first. */
  readonly entries: readonly Entry[];
  /** The entry that was just made. */
  readonly made: Entry;
  /** When they were last declined, in milliseconds since 1970. */
  readonly declined: number | undefined;
  readonly everyDays: number;
  readonly now: Date;
}

/** Whether to offer the three questions about the past week now. */
export function isPegDue({ entries, made, declined, everyDays, now }: PegOffer): boolean {
  if ((made.pain ?? 0) >= TOO_MUCH || made.signs !== undefined || made.unsure !== undefined) return false;
  const since = declined === undefined ? Infinity : now.getTime() - declined;
  // A clock that was once ahead must not put them off for ever.
  if (since >= 0 && since < everyDays * 24 * 3_600_000) return false;
  const last = lastPeg(entries.filter(({ at }) => !isAhead(at, now)));
  if (last) return daysAgo(last.at, now) >= everyDays;
  return countDays(entries, habitsOf(now)) >= LEAST_DAYS;
}

/** The last answers to the questions. @param before an ISO time: only earlier answers count */
export function lastPeg(entries: readonly Entry[], before?: string): Entry | undefined {
  const limit = before === undefined ? Infinity : Date.parse(before);
  return entries.find(({ peg, at }) => peg !== undefined && Date.parse(at) < limit);
}

/** The PEG score: the mean of the three answers, from 0.0 to 10.0 (Krebs et al. 2009). */
export function pegScore(answers: readonly number[]): string {
  return (mean(answers) ?? 0).toFixed(1);
}
