import { mean } from './rating.ts';
import { daysAgo } from './say-when.ts';
import type { Entry } from './records.ts';

/** Nobody is asked about weeks whose journal has just begun. */
const LEAST_DAYS = 3;
/** From this pain on questions are a burden. */
const TOO_MUCH = 8;

/** What decides whether the weekly questions are offered. */
export interface PegOffer {
  /** The newest first. */
  readonly entries: readonly Entry[];
  /** The entry that was just made. */
  readonly made: Entry;
  /** When they were declined last, in milliseconds since 1970. */
  readonly declined: number | undefined;
  readonly everyDays: number;
  readonly now: Date;
}

/** Whether the three questions about the past week are due, and this is a moment for them. */
export function isPegDue({ entries, made, declined, everyDays, now }: PegOffer): boolean {
  if ((made.pain ?? 0) >= TOO_MUCH || made.signs !== undefined || made.unsure !== undefined) return false;
  const since = declined === undefined ? Infinity : now.getTime() - declined;
  // A clock that was ahead once must not put it off for good.
  if (since >= 0 && since < everyDays * 24 * 3_600_000) return false;
  const last = lastPeg(entries);
  if (last) return daysAgo(last.at, now) >= everyDays;
  return new Set(entries.map(({ at }) => at.slice(0, 10))).size >= LEAST_DAYS;
}

/** The last time the questions were answered. @param before a time that it has to lie before */
export function lastPeg(entries: readonly Entry[], before?: string): Entry | undefined {
  const limit = before === undefined ? Infinity : Date.parse(before);
  return entries.find(({ peg, at }) => peg !== undefined && Date.parse(at) < limit);
}

/** The score: the mean of the three answers, 0 to 10 (Krebs et al. 2009). */
export function pegScore(answers: readonly number[]): string {
  return (mean(answers) ?? 0).toFixed(1);
}
