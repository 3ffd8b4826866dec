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
  if (declined !== undefined && now.getTime() - declined < everyDays * 24 * 3_600_000) return false;
  const last = lastPeg(entries);
  if (last) return daysAgo(last.at, now) >= everyDays;
  return new Set(entries.map(({ at }) => at.slice(0, 10))).size >= LEAST_DAYS;
}

/** The last time the questions were answered. */
export function lastPeg(entries: readonly Entry[]): Entry | undefined {
  return entries.find(({ peg }) => peg !== undefined);
}

/** The score: the mean of the three answers, 0 to 10 (Krebs et al. 2009). */
export function pegScore(answers: readonly number[]): string {
  return (answers.reduce((sum, one) => sum + one, 0) / answers.length).toFixed(1);
}
