const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Whose clocks a zone without summer time goes by when it is asked for the day on which they change. */
const WITH_SUMMER_TIME = 'Europe/Berlin';

/**
 * When a machine's clock begins.
 * @param day "today", "forward" or "back" (the next day on which clocks change so), or a month and day: "02-29"
 * @param hour of the zone's clock: "23:59"
 * @returns milliseconds since 1970
 */
export function momentOf({ day, hour, zone }, now = Date.now()) {
  const date = dateOf(day, zone, now);
  const wanted = Date.parse(`${date}T${hour}:00Z`);
  const first = wanted - offsetAt(wanted, zone);
  // Once more with the offset that holds there.
  return wanted - offsetAt(first, zone);
}

function dateOf(day, zone, now) {
  const today = (offset) => new Date(now + offset + offsetAt(now, zone)).toISOString().slice(0, 10);
  if (day === 'today') return today(0);
  const isIt = {
    forward: (ms, where) => change(ms, where) > 0,
    back: (ms, where) => change(ms, where) < 0,
  }[day];
  const days = Array.from({ length: 366 * 8 }, (_, ahead) => Date.parse(today(0)) + ahead * DAY);
  if (!isIt) return isoDate(days.find((ms) => isoDate(ms).endsWith(day)));
  const next = (where) => days.find((ms) => isIt(ms - offsetAt(ms, where), where));
  return isoDate(next(zone) ?? next(WITH_SUMMER_TIME));
}

function isoDate(ms) {
  return new Date(ms).toISOString().slice(0, 10);
}

/** How far the clocks of a zone are moved within a day from then on, in milliseconds. */
function change(ms, zone) {
  return offsetAt(ms + DAY, zone) - offsetAt(ms, zone);
}

/** How far the clocks of a zone are ahead of UTC, in milliseconds. */
function offsetAt(ms, zone) {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(ms);
  const name = parts.find(({ type }) => type === 'timeZoneName').value;
  const [, sign, hours, minutes] = /^GMT(?:([+-])(\d\d):(\d\d))?$/.exec(name);
  return sign ? Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) * MINUTE : 0;
}
