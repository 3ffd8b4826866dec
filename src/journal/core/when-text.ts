import type { Period } from './summary/types.ts';
import { daysAgo, sayDate, sayDay, sayTime } from './say-when.ts';
import { toIso } from './when.ts';

/** "Sun 22 Nov 16:30, today". */
export function whenText(at: string, now: Date): string {
  return `${sayTime(at, now)}, ${sayDay(at, now)}`;
}

/**
 * "14:32" on the day of now; on another day that is said, too: "Mon 23 Nov 00:50, tomorrow".
 * @param time milliseconds since 1970
 */
export function momentText(time: number, now: Date): string {
  const at = toIso(time);
  return daysAgo(at, now) === 0 ? at.slice(11, 16) : whenText(at, now);
}

/** "14 Oct to 24 Nov", or the one day. */
export function periodText({ from, to }: Period, now: Date): string {
  return from === to ? sayDate(from, now) : `${sayDate(from, now)} to ${sayDate(to, now)}`;
}
