import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDay, readWhen } from '../../src/journal/core/read-when.ts';
import { toIso } from '../../src/journal/core/when.ts';
import { inZone } from './zone.ts';

/** Days on which the clocks change, in zones where that happens by night, at midnight, by half an hour or not at all. */
const ZONES = [
  { zone: 'Europe/Berlin', changes: ['2026-03-29', '2026-10-25'] },
  { zone: 'America/New_York', changes: ['2026-03-08', '2026-11-01'] },
  { zone: 'America/St_Johns', changes: ['2026-03-08', '2026-11-01'] },
  { zone: 'Australia/Lord_Howe', changes: ['2026-10-04', '2026-04-05'] },
  { zone: 'America/Sao_Paulo', changes: ['2018-11-04', '2018-02-17'] },
  { zone: 'Pacific/Apia', changes: ['2012-09-30', '2012-04-01'] },
  { zone: 'Asia/Kolkata', changes: ['2026-03-29', '2026-10-25'] },
];

/** A day some days after an ISO date. */
function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

const weekday = (date: string) =>
  new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(Date.parse(`${date}T00:00:00Z`));

const local = (typed: string, now: Date) => toIso(readWhen(typed, now)).slice(0, 16);
const now = (date: string) => new Date(`${date}T15:40:00`);

describe.each(ZONES)('around the changes of the clocks in $zone', ({ zone, changes }) => {
  inZone(zone, { beforeAll, afterAll });

  it.each(changes)('plain words mean the day and the time that the clock showed: %s', (day) => {
    const words = [
      ['yesterday at 18:30', 1, '18:30'],
      ['yesterday evening', 1, '19:00'],
      ['last night', 1, '22:00'],
      ['18:30 the day before yesterday', 2, '18:30'],
      ['3 days ago', 3, '15:40'],
      ['a week ago at noon', 7, '12:00'],
      ['2 weeks ago', 14, '15:40'],
    ] as const;
    for (const [typed, days, clock] of words) {
      // The day itself, and the first days after it.
      for (const since of [0, 1, 2, 3, 14]) {
        const today = daysAfter(day, since);
        expect.soft(local(typed, now(today)), `${typed}, on ${today}`).toBe(`${daysAfter(today, -days)}T${clock}`);
      }
    }
  });

  it.each(changes)('weekdays and dates are those of the calendar: %s', (day) => {
    for (const since of [0, 1, 2, 6]) {
      const today = now(daysAfter(day, since));
      expect.soft(local(`${weekday(day)} at noon`, today)).toBe(`${day}T12:00`);
      expect.soft(local(`the ${Number(day.slice(8))}th at noon`, today)).toBe(`${day}T12:00`);
      expect.soft(readDay(`${since} days ago`, today)).toBe(day);
    }
  });

  it.each(changes)('hours ago are hours that went by: %s', (day) => {
    const noon = new Date(`${day}T12:00:00`);
    for (const [typed, hours] of [
      ['13h30m ago', 13.5],
      ['12 hours ago', 12],
      ['an hour and a half ago', 1.5],
    ] as const) {
      expect((noon.getTime() - readWhen(typed, noon).getTime()) / 3_600_000).toBe(hours);
    }
  });
});

describe('a midnight that the clocks skipped', () => {
  inZone('America/Sao_Paulo', { beforeAll, afterAll });

  it('is refused', () => {
    expect(() => readWhen('midnight', new Date('2018-11-04T12:00:00'))).toThrow('was skipped');
    expect(toIso(readWhen('midnight', new Date('2018-11-05T12:00:00')))).toBe('2018-11-05T00:00:00-02:00');
  });
});
