import { clockIn } from '../../journal/core/habits.ts';
import { toIso } from '../../journal/core/when.ts';
import type { Script } from '../core/script.ts';
import { pluralize } from '../../text/plural.ts';

const SECOND_MS = 1000;

/** "7:32"; a time that is left is rounded up, so that 0:00 is the end itself. @param ms milliseconds */
export function minutesAndSeconds(ms: number): string {
  const seconds = Math.ceil(ms / SECOND_MS);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** "7 minutes 32 seconds", rounded up: a screen reader reads "7:32" as a time of day. @param ms milliseconds */
export function leftInWords(ms: number): string {
  const seconds = Math.ceil(ms / SECOND_MS);
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  const parts = [minutes > 0 && pluralize(minutes, 'minute'), (rest > 0 || minutes === 0) && pluralize(rest, 'second')];
  return parts.filter(Boolean).join(' ');
}

/** Time that has gone by as "7:32", rounded down. @param ms milliseconds */
export function formatElapsed(ms: number): string {
  return minutesAndSeconds(Math.floor(ms / SECOND_MS) * SECOND_MS);
}

/** "7 minutes", "1 minute", "20 seconds". */
export function inWords(seconds: number): string {
  return seconds >= 60 && seconds % 30 === 0 ? pluralize(seconds / 60, 'minute') : pluralize(seconds, 'second');
}

/**
 * "You can use ice again from 14:32, if your skin looks normal."
 * @param name of the therapy, as a title
 * @param from a moment in words
 * @param onlyWhen a condition beside the time
 */
export function nextUseText(name: string, from: string, { onlyWhen }: { readonly onlyWhen: string }): string {
  return `You can use ${name.toLowerCase()} again from ${from}, ${onlyWhen}.`;
}

/** "14:32", by the computer's clock, as a session writes it. @param time milliseconds since 1970 */
export function clockTime(time: number, { twelveHours = false }: Pick<Script, 'twelveHours'>): string {
  return clockIn(toIso(time), { twelveHours });
}
