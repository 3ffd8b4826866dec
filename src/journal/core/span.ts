import { UsageError } from '../../errors.ts';
import { habitsOf, livedDay } from './habits.ts';
import { readDay, readWhen } from './read-when.ts';
import { toIso } from './when.ts';

/** A span of time; each end is a day of the user's own clock, or a moment. */
export interface Span {
  readonly from?: Boundary;
  readonly to?: Boundary;
}

interface Boundary {
  /** An ISO date. */
  readonly day: string;
  /** When days begin, in minutes after midnight. */
  readonly dayBegins: number;
  /** Milliseconds since 1970; absent if the whole day is meant. */
  readonly time?: number;
}

/** Reads a span that was typed. @throws UsageError for a time that can't be understood, or an end before the start */
export function readSpan(from: string | undefined, to: string | undefined, now: Date): Span {
  const span = {
    ...(from !== undefined && { from: readBoundary(from, now) }),
    ...(to !== undefined && { to: readBoundary(to, now) }),
  };
  if (isReversed(span)) {
    const hint = 'make --to the same time as --from, or a later one';
    throw new UsageError(`--to (${to}) is before --from (${from})`, { code: 'bad-period', hint });
  }
  return span;
}

function isReversed({ from, to }: Span): boolean {
  if (!from || !to) return false;
  if (from.time === undefined || to.time === undefined) return from.day > to.day;
  return from.time > to.time;
}

/** Whether a time is in the span. @param at ISO 8601 with offset */
export function within({ from, to }: Span, at: string): boolean {
  return (!from || compare(at, from) >= 0) && (!to || compare(at, to) <= 0);
}

function compare(at: string, { day, time, dayBegins }: Boundary): number {
  if (time !== undefined) return Date.parse(at) - time;
  const own = livedDay(at, { dayBegins });
  return own === day ? 0 : own < day ? -1 : 1;
}

function readBoundary(typed: string, now: Date): Boundary {
  const day = readDay(typed, now);
  const { dayBegins } = habitsOf(now);
  if (day !== undefined) return { day, dayBegins };
  const moment = readWhen(typed, now);
  return { day: livedDay(toIso(moment), { dayBegins }), dayBegins, time: moment.getTime() };
}
