import { sayDay, sayTime } from '../journal/say-when.ts';

/** "Sun 22 Nov 16:30, today". */
export function whenText(at: string, now: Date): string {
  return `${sayTime(at, now)}, ${sayDay(at, now)}`;
}
