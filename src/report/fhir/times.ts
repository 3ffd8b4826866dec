import { pad } from '../../journal/core/day.ts';

const MINUTE_MS = 60_000;
const WIDEST_MINUTES = 14 * 60;

/**
 * A moment as FHIR writes it, to the second and with an offset.
 * @param time milliseconds since 1970
 * @param like an ISO time, whose offset is kept: the user's own clock, wherever the machine is now
 * @returns nothing for what FHIR can't write: no time, or a year beyond 1 to 9999
 */
export function dateTime(time: number, like: string): string | undefined {
  const minutes = offsetOf(time, like);
  const wall = new Date(time + minutes * MINUTE_MS);
  if (Number.isNaN(wall.getTime())) return undefined;
  const iso = wall.toISOString();
  return /^(?!0000)\d{4}-/.test(iso) ? `${iso.slice(0, 19)}${offsetText(minutes)}` : undefined;
}

// Another program, or a hand, may have left the offset out, or made one up that no zone has.
function offsetOf(time: number, like: string): number {
  const [, sign, hours, minutes] = /([+-])(\d\d):?(\d\d)$/.exec(like.slice('2026-11-20'.length)) ?? [];
  if (sign === undefined) return like.endsWith('Z') ? 0 : -new Date(time).getTimezoneOffset();
  const size = Number(hours) * 60 + Number(minutes);
  if (size > WIDEST_MINUTES) return 0;
  return sign === '-' ? -size : size;
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}
