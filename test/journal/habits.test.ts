import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { currentEpisode, episodesOf, phaseOf } from '../../src/journal/core/episodes.ts';
import { factsOf } from '../../src/journal/core/episode-list.ts';
import { fold } from '../../src/journal/core/fold.ts';
import { type Habits, livedDay, Present, today } from '../../src/journal/core/habits.ts';
import { movementThisWeek } from '../../src/journal/core/movement.ts';
import { readDay, readWhen } from '../../src/journal/core/read-when.ts';
import { dayAndTime, momentText, sayDay, whenText } from '../../src/journal/core/say-when.ts';
import { readSpan, within } from '../../src/journal/core/span.ts';
import { readPeriod } from '../../src/journal/core/summary/period.ts';
import { summarise } from '../../src/journal/core/summary/summarise.ts';
import { toIso } from '../../src/journal/core/when.ts';
import { monthLines } from '../../src/journal/views/calendar.ts';
import { makeGlyphs } from '../../src/terminal/glyphs.ts';
import { PLAIN } from '../../src/terminal/style.ts';
import { lookAtToday } from '../../src/today/core/today.ts';
import { entry, RULES, THERAPIES } from './lines.ts';
import { CHANGING_DAYS, inZone, ZONES } from './zone.ts';

const USUAL: Habits = { dayBegins: 0, twelveHours: false, weekBegins: 1 };
/** Somebody whose day begins at four in the morning. */
const OWL: Habits = { ...USUAL, dayBegins: 240 };
const US: Habits = { ...USUAL, twelveHours: true, weekBegins: 0 };

const now = (local: string, habits: Habits) => new Present(new Date(local).getTime(), habits);
const at = (local: string) => toIso(new Date(local));

const before = (day: string) => toIso(new Date(`${day}T12:00:00`).getTime() - 24 * 3_600_000).slice(0, 10);
const swim = (day: string) => entry(`${day}T12:00:00+00:00`, { kind: 'exercise', activity: 'swim', minutes: 30 });

/** The day of the episode when a check was told this. */
function dayTold(time: string, onset: string, habits: Habits): number {
  const check = entry(at(time), { kind: 'triage', level: 'self-care', answers: { onset } });
  const soon = new Present(Date.parse(check.at), habits);
  return phaseOf(currentEpisode(episodesOf([check], RULES, soon))!, RULES, soon).day;
}

// In Santiago 00:20 is skipped when the clocks go forward, and refused.
describe.each(ZONES.filter((zone) => zone !== 'America/Santiago'))('a day that begins at 04:00, in %s', (zone) => {
  inZone(zone, { beforeAll, afterAll });

  it.each(CHANGING_DAYS)('has the hours after midnight of the next date: %s', (day) => {
    const dayOf = (time: string) => livedDay(at(`${day}T${time}`), OWL);
    expect(['00:10', '01:00', '03:59:59'].map(dayOf)).toEqual([before(day), before(day), before(day)]);
    expect(['04:00', '12:00', '23:59'].map(dayOf)).toEqual([day, day, day]);
    expect([today(now(`${day}T03:30`, OWL)), today(now(`${day}T04:00`, OWL))]).toEqual([before(day), day]);
    expect(today(now(`${day}T03:30`, USUAL))).toBe(day);
  });

  it.each(CHANGING_DAYS)('is what "today" and "yesterday" mean, said and typed: %s', (day) => {
    const night = now(`${day}T00:40`, OWL);
    expect(sayDay(at(`${before(day)}T22:00`), night)).toBe('today');
    expect(sayDay(at(`${day}T00:20`), night)).toBe('today');
    expect(sayDay(at(`${day}T00:20`), now(`${day}T12:00`, OWL))).toBe('yesterday');
    expect(readDay('today', night)).toBe(before(day));
    expect(toIso(readWhen('today at 18:30', night))).toBe(at(`${before(day)}T18:30`));
    expect(toIso(readWhen('18:30', night))).toBe(at(`${before(day)}T18:30`));
    // The night after yesterday's evening.
    expect(toIso(readWhen('yesterday at 00:20', now(`${day}T12:00`, OWL)))).toBe(at(`${day}T00:20`));
    expect(toIso(readWhen('00:20', now(`${day}T12:00`, OWL)))).toBe(at(`${day}T00:20`));
    // A date is that of the calendar.
    expect(toIso(readWhen(`${day} 00:20`, now(`${day}T12:00`, OWL)))).toBe(at(`${day}T00:20`));
  });

  it.each(CHANGING_DAYS)('is what an episode, a filter and a summary count: %s', (day) => {
    const [evening, night, noon] = [
      entry(at(`${before(day)}T21:00`), { pain: 6 }),
      entry(at(`${day}T00:50`), { pain: 8 }),
      entry(at(`${day}T12:00`), { pain: 4 }),
    ];
    const all = fold([evening, night, noon]);
    const later = now(`${day}T13:00`, OWL);
    const episode = currentEpisode(episodesOf([night], RULES, later))!;
    expect(phaseOf(episode, RULES, later).day).toBe(2);
    expect(phaseOf(episode, RULES, now(`${day}T13:00`, USUAL)).day).toBe(1);
    expect(factsOf(episodesOf(all, RULES, later), all, later)[0]).toMatchObject({ from: before(day), days: 2 });
    const span = readSpan('yesterday', 'yesterday', later);
    expect(all.filter((one) => within(span, one.at))).toEqual([night, evening]);
    const { days } = summarise(all, readPeriod({ last: '2d' }, all, later), OWL);
    expect(days.map(({ date, ratings }) => [date, ratings])).toEqual([
      [before(day), [6, 8]],
      [day, [4]],
    ]);
  });

  it('is what a session counts for, also with a rating at its end', () => {
    const session = { kind: 'session', therapy: 'ice', minutes: 15, painBefore: 7, painAfter: 5 } as const;
    const ice = entry(at('2026-11-18T03:50'), session);
    const asOf = (time: string) => lookAtToday([ice], RULES, THERAPIES, now(`2026-11-18T${time}`, OWL)).sessions.length;
    expect([asOf('03:58'), asOf('04:30')]).toEqual([1, 0]);
    const { days } = summarise([ice], { from: '2026-11-17', to: '2026-11-18' }, OWL);
    expect(days.map(({ ratings }) => ratings)).toEqual([[7], [5]]);
  });

  it('is what was said about the onset', () => {
    expect(dayTold('2026-11-18T01:30', 'today', OWL)).toBe(1);
    expect(dayTold('2026-11-18T01:30', 'yesterday', OWL)).toBe(2);
    expect(dayTold('2026-11-18T01:30', 'yesterday', USUAL)).toBe(2);
  });
});

describe('a week', () => {
  inZone('UTC', { beforeAll, afterAll });
  const page = { style: PLAIN, glyphs: makeGlyphs(true), width: 80, framed: true };

  it('begins on the day that its user says', () => {
    // 15 November 2026 is a Sunday.
    const swims = [swim('2026-11-14'), swim('2026-11-15'), swim('2026-11-16')];
    const done = (weekBegins: Habits['weekBegins'], hour = '20') =>
      movementThisWeek(swims, THERAPIES, now(`2026-11-16T${hour}:00`, { ...USUAL, weekBegins })).done;
    expect([done(1), done(0), done(6)]).toEqual([1, 2, 3]);
  });

  it('is a row of the calendar', () => {
    const { days } = summarise([], { from: '2026-11-01', to: '2026-11-30' }, USUAL);
    const month = { title: 'November 2026', days, today: '2026-11-18' };
    const rows = (weekBegins: Habits['weekBegins']) => {
      const lines = monthLines(page, month, (id) => id, now('2026-11-18T12:00', { ...USUAL, weekBegins }));
      return lines.slice(3, 5).map((line) => line.trim().replace(/\s+/g, ' '));
    };
    expect(rows(1)).toEqual(['Mon Tue Wed Thu Fri Sat Sun', '1']);
    expect(rows(0)).toEqual(['Sun Mon Tue Wed Thu Fri Sat', '1 2 3 4 5 6 7']);
    expect(rows(6)).toEqual(['Sat Sun Mon Tue Wed Thu Fri', '1 2 3 4 5 6']);
  });
});

describe('a clock with twelve hours', () => {
  inZone('America/New_York', { beforeAll, afterAll });

  it('has a midnight that is one moment for somebody whose day begins later', () => {
    expect(toIso(readWhen('yesterday at midnight', now('2026-11-18T15:00', OWL)))).toBe(at('2026-11-18T00:00'));
    expect(toIso(readWhen('midnight', now('2026-11-18T15:00', OWL)))).toBe(at('2026-11-18T00:00'));
  });

  it.each([
    ['00:05', '12:05 am'],
    ['01:00', '1:00 am'],
    ['11:59', '11:59 am'],
    ['12:00', '12:00 pm'],
    ['12:30', '12:30 pm'],
    ['13:10', '1:10 pm'],
    ['23:59', '11:59 pm'],
  ])('%s is %s', (clock, said) => {
    const time = at(`2026-11-18T${clock}`);
    const later = now('2026-11-18T23:59:30', US);
    expect(whenText(time, later)).toBe(`Wed 18 Nov ${said}, today`);
    expect(dayAndTime(time, later)).toBe(`today at ${said}`);
    expect(momentText(Date.parse(time), later)).toBe(said);
    // What is said can be typed.
    expect(toIso(readWhen(said, later))).toBe(time);
  });
});
