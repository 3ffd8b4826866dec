/**
 * The zone in which the program runs in tests: the one where it is between 12:00 and 13:00 now. A test that says
 * "yesterday" or "three hours ago" is then never overtaken by a midnight, whatever the hour and zone of the machine.
 */
const AHEAD = 12 - new Date().getUTCHours();
const HOUR = 3_600_000;

/** Its name, which no country's clocks go by; `Etc/GMT-3` is three hours ahead of UTC. */
export const ZONE = AHEAD === 0 ? 'UTC' : `Etc/GMT${AHEAD > 0 ? '-' : '+'}${Math.abs(AHEAD)}`;

/** Its offset, as a time of the journal ends: "+03:00". */
export const OFFSET = `${AHEAD < 0 ? '-' : '+'}${String(Math.abs(AHEAD)).padStart(2, '0')}:00`;

/** A moment as the program writes it in that zone. @param ms since 1970 */
export function isoHere(ms: number): string {
  return new Date(ms + AHEAD * HOUR).toISOString().slice(0, 19) + OFFSET;
}

/** A day in that zone as an ISO date. @param before how many days ago */
export function isoDay(before: number): string {
  return isoHere(Date.now() - before * 24 * HOUR).slice(0, 10);
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The same day as the program says it: "Sat 21 Nov", with its year where that isn't the present one. */
export function spokenDay(before: number): string {
  const day = new Date(isoDay(before));
  const year = isoDay(before).slice(0, 4) === isoDay(0).slice(0, 4) ? '' : ` ${day.getUTCFullYear()}`;
  return `${DAYS[day.getUTCDay()]} ${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]}${year}`;
}
