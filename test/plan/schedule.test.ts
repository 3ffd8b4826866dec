import { describe, expect, test } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { clockOf, readSchedule, type Schedule, scheduleFrom, shortDays } from '../../src/plan/core/schedule.ts';

const read = (typed: string, twelveHours = false) => {
  const schedule = readSchedule(typed.split(' '), twelveHours);
  return `${shortDays(schedule).join(',')} ${clockOf(schedule)}`;
};

function refusal(typed: string, twelveHours = false): string {
  try {
    return read(typed, twelveHours);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return error.message;
  }
}

describe('when to remind', () => {
  test.each([
    ['mon,wed,fri 18:30', 'Mon,Wed,Fri 18:30'],
    ['fri wed mon 18:30', 'Mon,Wed,Fri 18:30'],
    ['Monday and Thursday at 7:05', 'Mon,Thu 07:05'],
    ['mondays, sundays 18:30', 'Mon,Sun 18:30'],
    ['mon-fri 8:00', 'Mon,Tue,Wed,Thu,Fri 08:00'],
    ['sat-mon 8:00', 'Mon,Sat,Sun 08:00'],
    ['weekdays at 6:30pm', 'Mon,Tue,Wed,Thu,Fri 18:30'],
    ['weekends 12 am', 'Sat,Sun 00:00'],
    ['daily 12pm', 'Mon,Tue,Wed,Thu,Fri,Sat,Sun 12:00'],
    ['every day 23:59', 'Mon,Tue,Wed,Thu,Fri,Sat,Sun 23:59'],
    ['tu,th 6 p.m.', 'Tue,Thu 18:00'],
    ['tue,tue 18.30', 'Tue 18:30'],
    ['on mon 18:30', 'Mon 18:30'],
  ])('%s is %s', (typed, means) => {
    expect(read(typed)).toBe(means);
  });

  test.each([
    ['18:30', '"18:30" doesn\'t say on which days'],
    ['mon,wed', '"mon,wed" doesn\'t say at which time'],
    ['mon 18', '"mon 18" doesn\'t say at which time'],
    ['mon 24:00', '"24:00" isn\'t a time of day'],
    ['mon 13pm', '"13:00 pm" isn\'t a time of day'],
    ['mon 18:75', '"mon 18:75" doesn\'t say at which time'],
    ['mnday 18:30', '"mnday" isn\'t a day of the week'],
    ['t 18:30', '"t" isn\'t a day of the week'],
    ['ts 18:30', '"ts" isn\'t a day of the week'],
    ['mon,ss 18:30', '"ss" isn\'t a day of the week'],
    ['mon-wed-fri 18:30', '"mon-wed-fri" isn\'t a day of the week'],
    ['', '"" doesn\'t say at which time'],
  ])('%j is refused', (typed, message) => {
    expect(refusal(typed)).toBe(message);
  });

  test('on a clock with twelve hours, a time needs am or pm', () => {
    expect(refusal('mon 6:30', true)).toBe('"6:30" may be in the morning or in the evening');
    expect(read('mon 6:30am', true)).toBe('Mon 06:30');
    expect(read('mon 18:30', true)).toBe('Mon 18:30');
  });
});

test('what was saved is read back, and nothing else', () => {
  const schedule: Schedule = readSchedule(['mon,fri', '18:30'], false);
  expect(scheduleFrom(JSON.parse(JSON.stringify(schedule)))).toEqual(schedule);
  for (const odd of [
    undefined,
    null,
    5,
    {},
    { ...schedule, days: [] },
    { ...schedule, days: [7] },
    { ...schedule, hour: 24 },
  ])
    expect(scheduleFrom(odd)).toBeUndefined();
});
