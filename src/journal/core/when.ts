import { isoDate, offsetText, pad } from './day.ts';
import type { Fields } from './fields.ts';

/**
 * Writes a moment as ISO 8601 in the computer's own zone, with its offset, to the second.
 * @param time a moment, or milliseconds since 1970
 */
export function toIso(time: Date | number): string {
  const moment = new Date(time);
  const date = isoDate({ year: moment.getFullYear(), month: moment.getMonth() + 1, day: moment.getDate() });
  const clock = `${pad(moment.getHours())}:${pad(moment.getMinutes())}:${pad(moment.getSeconds())}`;
  return `${date}T${clock}${offsetText(-moment.getTimezoneOffset())}`;
}

/** The computer's time zone as a field of an entry; no field where the zone isn't known. */
export function zoneOf({ zone }: { readonly zone?: string }): Pick<Fields, 'tz'> {
  return zone === undefined ? {} : { tz: zone };
}
