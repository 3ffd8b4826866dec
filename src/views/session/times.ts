import { toIso } from '../../journal/when.ts';

const SECOND_MS = 1000;

/** "7:32"; time that is left is rounded up, so that 0:00 is the end itself. @param ms milliseconds */
export function minutesAndSeconds(ms: number): string {
  const seconds = Math.ceil(ms / SECOND_MS);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** The same of time that has gone by: rounded down. @param ms milliseconds */
export function goneBy(ms: number): string {
  return minutesAndSeconds(Math.floor(ms / SECOND_MS) * SECOND_MS);
}

/** "7 minutes", "1 minute", "20 seconds". */
export function inWords(seconds: number): string {
  const [count, unit] = seconds >= 60 && seconds % 30 === 0 ? [seconds / 60, 'minute'] : [seconds, 'second'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** "14:32": the clock of the machine. @param time milliseconds since 1970 */
export function clockTime(time: number): string {
  return toIso(time).slice(11, 16);
}
