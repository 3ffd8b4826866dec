import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  sayDate,
  sayDay,
  sayFullDate,
  sayFullPeriod,
  sayTime,
  sayWeekday,
  momentText,
  whenText,
} from '../../src/journal/core/say-when.ts';
import { toIso } from '../../src/journal/core/when.ts';
import { inZone } from './zone.ts';

const HOUR_MS = 3_600_000;
const HALF_HOURS = Array.from({ length: 48 }, (_, at) => at / 2);

/** What is said of a day, by how many days of the calendar it lies ahead. */
const WORDS = new Map([
  [-400, '400 days ago'],
  [-3, '3 days ago'],
  [-2, '2 days ago'],
  [-1, 'yesterday'],
  [0, 'today'],
  [1, 'tomorrow'],
  [2, 'in 2 days'],
  [3, 'in 3 days'],
  [400, 'in 400 days'],
]);

const pad = (value: number) => String(value).padStart(2, '0');
/** A time of the wall clock: so many days, and hours, from the midnight that a day begins with. */
const wall = (day: string, days: number, hours: number) =>
  new Date(
    Number(day.slice(0, 4)),
    Number(day.slice(5, 7)) - 1,
    Number(day.slice(8)) + days,
    Math.floor(hours),
    (hours % 1) * 60,
  );

// Zones on both sides of UTC, with odd offsets, and days on which their clocks change or a year begins.
describe.each([
  ['UTC', ['2026-11-30', '2026-12-31', '2028-02-28']],
  ['Europe/Berlin', ['2026-03-28', '2026-03-29', '2026-10-24', '2026-10-25']],
  ['America/New_York', ['2026-03-08', '2026-11-01']],
  ['America/St_Johns', ['2026-03-08', '2026-11-01']],
  ['Asia/Kolkata', ['2026-11-30']],
  ['Australia/Lord_Howe', ['2026-04-05', '2026-10-04']],
  ['Pacific/Apia', ['2012-04-01', '2012-09-30']],
  ['America/Santiago', ['2026-04-05', '2026-09-06']],
])('at every half hour in %s', (zone, days) => {
  inZone(zone, { beforeAll, afterAll });

  it.each(days)('a day is said by the calendar, seen from %s', (day) => {
    const wrong: string[] = [];
    for (const [ahead, words] of WORDS) {
      const others = [0, 1, 12, 23, 23.5].map((other) => toIso(wall(day, ahead, other)));
      for (const hours of HALF_HOURS) {
        const now = wall(day, 0, hours);
        for (const at of others) {
          const said = sayDay(at, now);
          if (said !== words) wrong.push(`${at} seen at ${toIso(now)} is ${said}, not ${words}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each(days)('what comes within the next two days is said with its day where it is not this one: %s', (day) => {
    for (const hours of HALF_HOURS) {
      const now = wall(day, 0, hours);
      for (const later of [0, 0.25, 1, 2, 6, 23, 24, 25, 47]) {
        const time = now.getTime() + later * HOUR_MS;
        const moment = new Date(time);
        const clock = `${pad(moment.getHours())}:${pad(moment.getMinutes())}`;
        const isToday = moment.toDateString() === now.toDateString();
        const expected = isToday ? clock : `${sayTime(toIso(time), now)}, ${sayDay(toIso(time), now)}`;
        expect(momentText(time, now), `${later} h after ${toIso(now)}`).toBe(expected);
        expect(momentText(time, now)).toMatch(isToday ? /^\d\d:\d\d$/ : /, (tomorrow|in [23] days)$/);
      }
    }
  });
});

describe('a time of another zone', () => {
  inZone('America/New_York', { beforeAll, afterAll });

  it('is said by the day that its own clock showed', () => {
    const now = new Date('2026-11-30T23:30:00-05:00');
    expect(whenText('2026-12-01T05:30:00+01:00', now)).toBe('Tue 1 Dec 05:30, tomorrow');
    expect(whenText('2026-11-29T23:30:00-10:00', now)).toBe('Sun 29 Nov 23:30, yesterday');
  });
});

describe('a date', () => {
  const now = new Date(2026, 10, 24, 12);
  const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

  it.each(MONTHS.map((name, at) => [pad(at + 1), name]))('in month %s is said with %s', (month, name) => {
    expect(sayDate(`2026-${month}-09`, now)).toBe(`9 ${name}`);
    expect(sayFullDate(`2026-${month}-09T10:00:00+01:00`)).toBe(`9 ${name} 2026`);
  });

  it.each(DAYS.map((name, at) => [at, name] as const))('and a time on weekday %i with %s', (at, name) => {
    expect(sayTime(`2026-11-${22 + at}T06:05:00+01:00`, now)).toBe(`${name} ${22 + at} Nov 06:05`);
  });

  it('has its year where that is another one', () => {
    expect(sayDate('2025-12-31', now)).toBe('31 Dec 2025');
    expect(sayDate('2027-01-01', now)).toBe('1 Jan 2027');
  });

  it('stands alone for a period of one day', () => {
    expect(sayFullPeriod({ from: '2026-10-14', to: '2026-11-24' })).toBe('14 Oct 2026 to 24 Nov 2026');
    expect(sayFullPeriod({ from: '2026-11-24', to: '2026-11-24' })).toBe('24 Nov 2026');
  });

  it("is the day of the user's own clock", () => {
    expect(sayFullDate('2026-11-24T23:59:00-12:00')).toBe('24 Nov 2026');
    expect(sayWeekday('2026-11-24T23:59:00-12:00')).toBe('Tue');
  });
});
