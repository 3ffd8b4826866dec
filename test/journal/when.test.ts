import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { sayDay, sayTime } from '../../src/journal/core/say-when.ts';
import { readDay, readWhen } from '../../src/journal/core/read-when.ts';
import { toIso, zoneOf } from '../../src/journal/core/when.ts';
import { inZone } from './zone.ts';
import { tries } from '../tries.ts';

/** A Wednesday. */
const NOW = new Date('2026-11-18T14:45:30Z');

const understood = (typed: string) => toIso(readWhen(typed, NOW));

/** What is wrong with a time that was typed. */
function refusal(typed: string): UsageError {
  try {
    readWhen(typed, NOW);
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
  throw new Error(`"${typed}" was read as ${understood(typed)}`);
}

/** The same, or that it is refused. */
function tried(typed: string): string {
  try {
    return understood(typed);
  } catch {
    return 'refused';
  }
}

inZone('UTC', { beforeAll, afterAll });

describe('a time that is typed', () => {
  it.each([
    ['now', '2026-11-18T14:45:30'],
    ['20m ago', '2026-11-18T14:25:30'],
    ['20 m ago', '2026-11-18T14:25:30'],
    ['20min ago', '2026-11-18T14:25:30'],
    ['20 mins ago', '2026-11-18T14:25:30'],
    ['1 minute ago', '2026-11-18T14:44:30'],
    ['90 minutes ago', '2026-11-18T13:15:30'],
    ['2h ago', '2026-11-18T12:45:30'],
    ['2 hrs ago', '2026-11-18T12:45:30'],
    ['1 hour ago', '2026-11-18T13:45:30'],
    ['30 hours ago', '2026-11-17T08:45:30'],
    ['0m ago', '2026-11-18T14:45:30'],
    ['08:00', '2026-11-18T08:00:00'],
    ['8:05', '2026-11-18T08:05:00'],
    ['00:00', '2026-11-18T00:00:00'],
    ['6am', '2026-11-18T06:00:00'],
    ['6 am', '2026-11-18T06:00:00'],
    ['1pm', '2026-11-18T13:00:00'],
    ['12am', '2026-11-18T00:00:00'],
    ['12pm', '2026-11-18T12:00:00'],
    ['12:30am', '2026-11-18T00:30:00'],
    ['6:30 am', '2026-11-18T06:30:00'],
    ['today', '2026-11-18T14:45:00'],
    ['today 08:00', '2026-11-18T08:00:00'],
    ['yesterday', '2026-11-17T14:45:00'],
    ['yesterday 6pm', '2026-11-17T18:00:00'],
    ['yesterday 6 pm', '2026-11-17T18:00:00'],
    ['yesterday 6:30pm', '2026-11-17T18:30:00'],
    ['yesterday 6:30 pm', '2026-11-17T18:30:00'],
    ['yesterday 18:30', '2026-11-17T18:30:00'],
    ['mon 08:00', '2026-11-16T08:00:00'],
    ['monday 8:00', '2026-11-16T08:00:00'],
    ['tue', '2026-11-17T14:45:00'],
    ['wed 08:00', '2026-11-18T08:00:00'],
    ['thu 23:59', '2026-11-12T23:59:00'],
    ['sun 6pm', '2026-11-15T18:00:00'],
    ['2026-11-17', '2026-11-17T14:45:00'],
    ['2026-11-17 18:30', '2026-11-17T18:30:00'],
    ['2026-11-17T18:30', '2026-11-17T18:30:00'],
    ['2026-11-17 6pm', '2026-11-17T18:00:00'],
    ['2024-02-29 12:00', '2024-02-29T12:00:00'],
    ['2026-11-17T18:30Z', '2026-11-17T18:30:00'],
    ['2026-11-17T18:30:15+02:00', '2026-11-17T16:30:15'],
    ['2026-11-18T16:30+02:00', '2026-11-18T14:30:00'],
    ['2026-11-17 18:30-05:00', '2026-11-17T23:30:00'],
    ['2026-11-17T18:30+0530', '2026-11-17T13:00:00'],
    ['2026-11-17T18:30:15.250Z', '2026-11-17T18:30:15'],
    ['1 hr ago', '2026-11-18T13:45:30'],
    ['  YESTERDAY   6PM ', '2026-11-17T18:00:00'],
    // How long ago.
    ['just now', '2026-11-18T14:45:30'],
    ['30 seconds ago', '2026-11-18T14:45:00'],
    ['an hour ago', '2026-11-18T13:45:30'],
    ['half an hour ago', '2026-11-18T14:15:30'],
    ['an hour and a half ago', '2026-11-18T13:15:30'],
    ['a quarter of an hour ago', '2026-11-18T14:30:30'],
    ['1h30m ago', '2026-11-18T13:15:30'],
    ['2 hours 5 minutes ago', '2026-11-18T12:40:30'],
    ['two hours and ten minutes ago', '2026-11-18T12:35:30'],
    ['1.5h ago', '2026-11-18T13:15:30'],
    ['1,5 hours ago', '2026-11-18T13:15:30'],
    ['3 days ago', '2026-11-15T14:45:00'],
    ['three days ago', '2026-11-15T14:45:00'],
    ['3 days ago at 6pm', '2026-11-15T18:00:00'],
    ['a week ago', '2026-11-11T14:45:00'],
    ['2 weeks ago', '2026-11-04T14:45:00'],
    ['9 months ago', '2026-02-18T14:45:00'],
    ['a year ago', '2025-11-18T14:45:00'],
    // Days in words, and the order of day and time.
    ['yesterday at 18:30', '2026-11-17T18:30:00'],
    ['yesterday, 18:30', '2026-11-17T18:30:00'],
    ['18:30 yesterday', '2026-11-17T18:30:00'],
    ['at 18:30 on Monday', '2026-11-16T18:30:00'],
    ['on monday at 8am', '2026-11-16T08:00:00'],
    ['friday 6pm', '2026-11-13T18:00:00'],
    ['Friday at 6 p.m.', '2026-11-13T18:00:00'],
    ['at 8', '2026-11-18T08:00:00'],
    ['8 o’clock', '2026-11-18T08:00:00'],
    ['yesterday at 8 in the evening', '2026-11-17T20:00:00'],
    ['yesterday at 11 at night', '2026-11-17T23:00:00'],
    ['today at 2 at night', '2026-11-18T02:00:00'],
    ['the day before yesterday', '2026-11-16T14:45:00'],
    ['the day before yesterday at noon', '2026-11-16T12:00:00'],
    ['last friday 6pm', '2026-11-13T18:00:00'],
    ['last wednesday 6pm', '2026-11-11T18:00:00'],
    // Parts of the day.
    ['noon', '2026-11-18T12:00:00'],
    ['midnight', '2026-11-18T00:00:00'],
    ['monday at noon', '2026-11-16T12:00:00'],
    ['last night', '2026-11-17T22:00:00'],
    ['yesterday evening', '2026-11-17T19:00:00'],
    ['this morning', '2026-11-18T08:00:00'],
    ['monday morning', '2026-11-16T08:00:00'],
    ['in the morning', '2026-11-18T08:00:00'],
    // It has begun, but the hour that stands for it is still to come.
    ['this afternoon', '2026-11-18T14:45:30'],
    // A part of the day beside a time of day.
    ['last night at 11pm', '2026-11-17T23:00:00'],
    ['last night at 11', '2026-11-17T23:00:00'],
    ['last night 23:30', '2026-11-17T23:30:00'],
    ['last night at 2', '2026-11-18T02:00:00'],
    ['3am last night', '2026-11-18T03:00:00'],
    ['this morning at 7', '2026-11-18T07:00:00'],
    ['7 this morning', '2026-11-18T07:00:00'],
    ['7:30 this morning', '2026-11-18T07:30:00'],
    ['7 am this morning', '2026-11-18T07:00:00'],
    ['yesterday evening at 7', '2026-11-17T19:00:00'],
    ['yesterday evening around 7', '2026-11-17T19:00:00'],
    ['monday afternoon at half past 3', '2026-11-16T15:30:00'],
    ['at about 8', '2026-11-18T08:00:00'],
    ['about 2 hours ago', '2026-11-18T12:45:30'],
    ['a couple of hours ago', '2026-11-18T12:45:30'],
    ['one and a half hours ago', '2026-11-18T13:15:30'],
    ['half past 6', '2026-11-18T06:30:00'],
    ['yesterday at a quarter to seven pm', '2026-11-17T18:45:00'],
    ['quarter past 1 pm', '2026-11-18T13:15:00'],
    ['day before yesterday', '2026-11-16T14:45:00'],
    // Dates.
    ['2026-11-17 18:30:05', '2026-11-17T18:30:05'],
    ['2026-11-17T18:30:05.123', '2026-11-17T18:30:05'],
    ['2026-11-17T18:30:05.123Z', '2026-11-17T18:30:05'],
    ['2026-11-17 18:30:05 UTC', '2026-11-17T18:30:05'],
    ['2026-11-17 18:30:05.123+01', '2026-11-17T17:30:05'],
    ['2026-11-17 18:30 +02:00', '2026-11-17T16:30:00'],
    ['18:30:05 yesterday', '2026-11-17T18:30:05'],
    ['14.30', '2026-11-18T14:30:00'],
    ['10.30', '2026-11-18T10:30:00'],
    ['20.10.2026 18:30', '2026-10-20T18:30:00'],
    ['20/10/2026', '2026-10-20T14:45:00'],
    ['10/20/2026', '2026-10-20T14:45:00'],
    ['11/11/2026 6pm', '2026-11-11T18:00:00'],
    ['2026/11/17 18:30', '2026-11-17T18:30:00'],
    ['2026-1-5 18:30', '2026-01-05T18:30:00'],
    ['14 nov', '2026-11-14T14:45:00'],
    ['14 November 2026, 18:30', '2026-11-14T18:30:00'],
    ['14-Nov-2026 18:30', '2026-11-14T18:30:00'],
    ['Nov 14th at 6pm', '2026-11-14T18:00:00'],
    ['the 14th of november', '2026-11-14T14:45:00'],
    ['25 december', '2025-12-25T14:45:00'],
    ['29 feb', '2024-02-29T14:45:00'],
    ['the 14th', '2026-11-14T14:45:00'],
    ['the 20th at noon', '2026-10-20T12:00:00'],
    ['31st', '2026-10-31T14:45:00'],
  ])('"%s" is %s', (typed, moment) => {
    expect(understood(typed)).toBe(`${moment}+00:00`);
  });

  it('is taken as it was written, to the second', () => {
    const anyPast = fc.date({ min: new Date('2000-01-01'), max: NOW, noInvalidDate: true });
    const same = fc.property(anyPast, (moment) => {
      expect(understood(toIso(moment))).toBe(toIso(moment));
    });
    fc.assert(same);
  });
});

describe('a time is refused', () => {
  it.each([
    ['', ' '],
    ['soon', 'later', 'may be later', 'earlier today', 'a few hours ago', 'last week', 'this week', 'recently'],
    ['18', '6', '1830', '8h', '-1:00', '6 to 8', 'monday 8', '08:00-09:00', '18:30 or so'],
    ['second', 'a second', 'mar', 'march', 'may', 'sat on a chair', 'mon repos', 'the', 'at', 'on', 'at noon at noon'],
    ['25:00', '24:00', '12:60', '13pm', '0am', '0pm', '18:30pm', '6:5', '13:00 am'],
    ['2 days', '-5m ago', 'ago', 'm ago', '99999m ago', '1.5 days ago', 'hours ago', 'an ago', '2h ago at 6pm'],
    ['2026', '2026-11', '2026-11-17 25:00', '2026-11-17T13pm', '20/30', '100/2026', 'the 32nd', '14 nov 26'],
  ])('that is none: %j %j …', (...all) => {
    for (const typed of all) {
      expect.soft(refusal(typed).message, typed).toContain(`"${typed}" isn't a time that unspasm can read`);
    }
  });

  it.each(['2026-02-30', '2026-02-29 12:00', '2026-04-31 12:00', '2025-13-01', '2026-00-10', '2026-10-00 10:00'])(
    'of a day that there is not: %s',
    (typed) => expect(refusal(typed).message).toContain("isn't a day of the calendar"),
  );

  it.each(['2026-02-30T10:00Z', '2026-02-29T10:00+01:00', '2026-04-31 10:00+00:00', '2026-11-17T25:00Z'])(
    'of a day or an hour that there is not, with an offset: %s',
    (typed) => expect(refusal(typed).code).toBe('bad-time'),
  );

  it.each([
    ['03/04/2026', 'two different dates', '2026-04-03 or 2026-03-04'],
    ['03.04.2026', 'two different dates', '2026-04-03 or 2026-03-04'],
    ['11-12-2026 18:30', 'two different dates', '2026-12-11 or 2026-11-12'],
    ['26-11-17', 'two different dates', '2017-11-26 or 2026-11-17'],
    ['01/02/26 6pm', 'three different dates', '2026-02-01 or 2026-01-02 or 2001-02-26'],
    ['3/4', 'two different dates', '3 April or 4 March'],
    ['7/10', 'two different dates', '7 October or 10 July'],
    ['5-6', 'two different dates', '5 June or 6 May'],
    ['10.11', 'two different times', '10:11 or 10 November'],
    ['last monday', 'two different days', '2026-11-16 or 2026-11-09'],
    ['last tuesday at 18:30', 'two different days', '2026-11-17 or 2026-11-10'],
    ['yesterday at 6', 'two different times', '2026-11-17 06:00 or 2026-11-17 18:00'],
    ['on monday at 8', 'two different times', '2026-11-16 08:00 or 2026-11-16 20:00'],
    ["yesterday, 8 o'clock", 'two different times', '2026-11-17 08:00 or 2026-11-17 20:00'],
    ['yesterday at half past 6', 'two different times', '2026-11-17 06:30 or 2026-11-17 18:30'],
    ['at 2', 'two different times', '2026-11-18 02:00 or 2026-11-18 14:00'],
    ['monday at midnight', 'two different times', '2026-11-16 00:00 or 2026-11-17 00:00'],
  ])('that has several readings, with each of them: %s', (typed, several, readings) => {
    expect(refusal(typed)).toMatchObject({
      message: expect.stringContaining(`could be ${several}`) as string,
      hint: `say which one: ${readings}`,
    });
    for (const reading of readings.split(' or ')) expect.soft(() => readDay(reading.slice(0, 10), NOW)).not.toThrow();
  });

  it.each([
    ['10/10', '10 October'],
    ['20/10', '20 October'],
    ['3.4. 18:30', '3 April'],
    ['7.5', '7 May'],
  ])('that may be a rating, or a date without its year: %s', (typed, day) => {
    const hint = `if it is a date, write it with its month or its year: ${day}`;
    expect(refusal(typed)).toMatchObject({ message: expect.stringContaining('has no year') as string, hint });
  });

  it.each(['14:46', '3pm', '23:59', 'at 20', 'evening', '14.50'])(
    'that is still to come today, with what was perhaps meant: %s',
    (typed) => {
      expect(refusal(typed)).toMatchObject({
        message: `"${typed}" is still to come today`,
        hint: `if it was the day before, use: yesterday ${typed}`,
      });
      expect(() => readWhen(`yesterday ${typed}`, NOW)).not.toThrow();
    },
  );

  it.each([
    ['this evening', 'yesterday evening'],
    ['today 15:00', 'yesterday 15:00'],
    ['tonight', 'yesterday night'],
    ['7 this evening', 'yesterday 7 in the evening'],
  ])('that is still to come, with the same a day before: %s', (typed, meant) => {
    const hint = `if it was the day before, use: ${meant}`;
    expect(refusal(typed)).toMatchObject({ message: `"${typed}" is still to come today`, hint });
    expect(() => readWhen(meant, NOW)).not.toThrow();
  });

  it.each(['9999 years ago', '2100 years ago', '127 years ago', '1899-12-31 12:00'])(
    'that no journal is about: %s',
    (typed) => expect(refusal(typed).message).toBe(`"${typed}" is too long ago`),
  );

  it.each(['7 am this evening', 'last night at 13', 'half to 6', 'half past 13', 'about', 'yesterday evening at'])(
    'that contradicts itself or is cut off: %s',
    (typed) => expect(refusal(typed).code).toBe('bad-time'),
  );

  it.each([
    'wed 15:00',
    '2026-11-19',
    '2026-11-18 14:46',
    '2026-11-18T14:45:31Z',
    '2026-11-18T10:00-05:00',
    '2027-01-01 10:00',
    'tomorrow',
    'tomorrow at noon',
    'next friday',
    'in 3 days',
    '31.12.2026',
    '31 december 2026',
  ])('that lies in the future: %s', (typed) => {
    expect(refusal(typed).message).toContain('is in the future');
  });

  it.each([
    'yesterday 18:30 foo',
    'yesterday 18:30 tomorrow',
    'mon 08:00 09:00',
    '2026-11-17 18:30 PST',
    '2026-11-17T18:30Z.',
    'at 2026-11-17T18:30Z',
    '2026-11-17T18:30:15.Z',
    '2026-11-17T18:30:15.xZ',
    '2026-11-17 6 am pm',
    'now 18:30',
    '08:00 yesterday please',
    '08:00 yesterday 09:00',
    'monday tuesday',
    '2h ago yesterday',
  ])('when something stands behind it that is not understood, not read without it: %s', (typed) => {
    expect(refusal(typed).code).toBe('bad-time');
  });

  it.each(['monkey 08:00', 'month', 'sunny 08:00', 'wedding', 'satisfied', 'frigate 6pm', 'tuba 08:00'])(
    'when a word only begins like a weekday: %s',
    (typed) => expect(refusal(typed).code).toBe('bad-time'),
  );

  it.each(['5 mours ago', '5 hinutes ago', '5 minours ago', '5 hins ago'])(
    'when a word only begins like a unit: %s',
    (typed) => expect(refusal(typed).code).toBe('bad-time'),
  );

  it('with an example of what is right', () => {
    expect(refusal('soon').hint).toMatch(/^use a time such as now, 20m ago, .*yesterday at 6pm/);
  });

  it('when a word of it is misspelt: no half-word is taken for another', () => {
    const right = [
      'an hour ago',
      '2 weeks ago',
      'half an hour ago',
      'yesterday evening',
      'last night',
      'on monday at noon',
      'the 14th of november at midnight',
      'friday 6pm',
      'tue 8:00 in the morning',
      'the day before yesterday',
      '3 months ago',
      'mar 14 2026',
    ];
    const letters = 'abcdefghijklmnopqrstuvwxyz'.split('');
    const misspelt = fc
      .tuple(fc.constantFrom(...right), fc.nat(), fc.constantFrom('', ...letters))
      .map(([text, at, letter]) => {
        const places = [...text.matchAll(/[a-z]/g)].map(({ index }) => index);
        const place = places[at % places.length]!;
        return { text, typed: text.slice(0, place) + letter + text.slice(letter === '' ? place + 1 : place) };
      });
    const never = fc.property(misspelt, ({ text, typed }) => {
      const meant = tried(text);
      expect([meant, 'refused']).toContain(tried(typed));
    });
    fc.assert(never, tries(1500));
  });

  it('or is not in the future, whatever is typed', () => {
    const words = [
      'now',
      'today',
      'yesterday',
      'mon',
      'wed',
      'thu',
      '2026-11-18',
      '2026-11-19',
      '14:45',
      '14:46',
      '3pm',
    ];
    const more = ['pm', 'am', 'ago', '20m', '2', 'h', '+02:00', 'T', 'Z', '2026-11-18T14:46+00:00', '12/11', ''];
    const anyTyped = fc.array(fc.constantFrom(...words, ...more), { maxLength: 4 }).map((parts) => parts.join(' '));
    const never = fc.property(fc.oneof(anyTyped, fc.string()), (typed) => {
      try {
        expect(readWhen(typed, NOW).getTime()).toBeLessThanOrEqual(NOW.getTime());
      } catch (error) {
        expect(error).toBeInstanceOf(UsageError);
      }
    });
    fc.assert(never, tries(700));
  });
});

describe('a time is said', () => {
  it.each([
    ['2026-11-18T08:05:59+00:00', 'Wed 18 Nov 08:05', 'today'],
    ['2026-11-17T23:59:00+00:00', 'Tue 17 Nov 23:59', 'yesterday'],
    ['2026-11-16T00:00:00+00:00', 'Mon 16 Nov 00:00', '2 days ago'],
    ['2026-01-01T12:00:00+00:00', 'Thu 1 Jan 12:00', '321 days ago'],
    ['2025-12-31T12:00:00+00:00', 'Wed 31 Dec 2025 12:00', '322 days ago'],
    ['2026-11-20T12:00:00+00:00', 'Fri 20 Nov 12:00', 'in 2 days'],
  ])('%s: %s, %s', (at, time, day) => {
    expect([sayTime(at, NOW), sayDay(at, NOW)]).toEqual([time, day]);
  });

  it('by the clock that the user had, wherever the machine is now', () => {
    expect(sayTime('2026-11-17T23:30:00-08:00', NOW)).toBe('Tue 17 Nov 23:30');
    expect(sayDay('2026-11-17T23:30:00-08:00', NOW)).toBe('yesterday');
  });
});

describe('a day that is typed', () => {
  const WEEKDAYS = ['thursday', 'friday', 'saturday', 'sunday', 'monday', 'tuesday', 'wednesday'];

  it.each([
    ['today', '2026-11-18'],
    [' Yesterday ', '2026-11-17'],
    ...WEEKDAYS.flatMap((name, at) =>
      [name, name.slice(0, 3)].map((typed): [string, string] => [typed, `2026-11-${12 + at}`]),
    ),
    ['2026-12-31', '2026-12-31'],
    ['0999-01-01', '0999-01-01'],
    ['3 days ago', '2026-11-15'],
    ['2 weeks ago', '2026-11-04'],
    ['9 months ago', '2026-02-18'],
    ['the day before yesterday', '2026-11-16'],
    ['20.10.2026', '2026-10-20'],
    ['the 14th', '2026-11-14'],
    ['24h ago', undefined],
    ['last night', undefined],
    ['yesterday 18:30', undefined],
    ['x2026-11-18', undefined],
    ['2026-11-180', undefined],
    ['18:30', undefined],
    ['s', undefined],
  ])('"%s" is %s', (typed, day) => {
    expect(readDay(typed, NOW)).toBe(day);
  });

  it('that there is not is refused with the nearest', () => {
    expect(() => readDay('2026-02-30', NOW)).toThrow(
      expect.objectContaining({
        message: '"2026-02-30" isn\'t a day of the calendar',
        hint: 'use a day that exists, such as 2026-03-02',
      }),
    );
    expect(() => readDay('2026-04-31', NOW)).toThrow(
      expect.objectContaining({ hint: expect.stringContaining('2026-05-01') as string }),
    );
    expect(() => readDay('0026-11-18', NOW)).toThrow("isn't a day of the calendar");
    expect(() => readWhen('0026-11-18 10:00', NOW)).toThrow("isn't a day of the calendar");
  });
});

it('the zone is kept where one is known', () => {
  expect([zoneOf({ zone: 'Europe/Berlin' }), zoneOf({})]).toEqual([{ tz: 'Europe/Berlin' }, {}]);
});
