import type { Period } from '../journal/summary/types.ts';
import { sayDate, sayDay, sayTime } from '../journal/say-when.ts';

/** "Sun 22 Nov 16:30, today". */
export function whenText(at: string, now: Date): string {
  return `${sayTime(at, now)}, ${sayDay(at, now)}`;
}

/** "14 Oct to 24 Nov", or the one day. */
export function periodText({ from, to }: Period, now: Date): string {
  return from === to ? sayDate(from, now) : `${sayDate(from, now)} to ${sayDate(to, now)}`;
}
