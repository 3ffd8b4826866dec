import type { Quantity } from 'fhir/r4.js';
import { offsetText } from '../../journal/core/day.ts';
import type { Entry } from '../../journal/core/records.ts';
import { ulidTime } from '../../journal/core/ulid.ts';
import { oneLine } from '../../text/sanitize.ts';

const MINUTE_MS = 60_000;
const WIDEST_MINUTES = 14 * 60;

/**
 * Text from outside as a FHIR string of one line.
 * @returns nothing when the text is only space, as FHIR has no empty strings
 */
export function plain(text: string): string | undefined {
  return oneLine(text) || undefined;
}

/** The same for a text of several lines. */
export function plainLines(text: string): string | undefined {
  const lines = text.split(/\r\n|[\r\n\u2028\u2029]/).map((line) => plain(line) ?? '');
  return lines.join('\n').trim() || undefined;
}

/** A rating as a quantity in UCUM's unit for scores. */
export function scoreOf(value: number): Quantity {
  return { value, unit: '{score}', system: 'http://unitsofmeasure.org', code: '{score}' };
}

/**
 * A moment as FHIR writes it, to the second and with an offset.
 * @param time milliseconds since 1970
 * @param like an ISO time whose offset is used, as that was the user's own clock, wherever the computer is now
 * @returns nothing for what FHIR can't write: something that isn't a time, or a year outside 1 to 9999
 */
export function dateTime(time: number, like: string): string | undefined {
  const minutes = offsetOf(time, like);
  const wall = new Date(time + minutes * MINUTE_MS);
  if (Number.isNaN(wall.getTime())) return undefined;
  const iso = wall.toISOString();
  return /^(?!0000)\d{4}-/.test(iso) ? `${iso.slice(0, 19)}${offsetText(minutes)}` : undefined;
}

/** When an entry was written or last edited, which may be long after the moment it is about; absent as for `dateTime`. */
export function writtenAt({ rev }: Entry): string | undefined {
  return dateTime(ulidTime(rev), 'Z');
}

// Another program, or somebody with an editor, may have left the offset out or written one that no zone has.
function offsetOf(time: number, like: string): number {
  const [, sign, hours, minutes] = /([+-])(\d\d):?(\d\d)$/.exec(like.slice('2026-11-20'.length)) ?? [];
  if (sign === undefined) return like.endsWith('Z') ? 0 : -new Date(time).getTimezoneOffset();
  const size = Number(hours) * 60 + Number(minutes);
  if (size > WIDEST_MINUTES) return 0;
  return sign === '-' ? -size : size;
}
