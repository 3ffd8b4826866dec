import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { currentEpisode, type Episode, episodesOf, phaseOf } from '../../src/journal/core/episodes.ts';
import { fold } from '../../src/journal/core/fold.ts';
import type { Entry } from '../../src/journal/core/records.ts';
import { entry, RULES } from './lines.ts';
import { inZone } from './zone.ts';

const HOUR_MS = 3_600_000;
const BEGIN = Date.parse('2026-06-01T08:00:00Z');

/** A time, as hours since the tests' first morning. */
const at = (hours: number) => new Date(BEGIN + hours * HOUR_MS).toISOString();
const hoursOf = (time: number) => (time - BEGIN) / HOUR_MS;
const pain = (hours: number, value: number) => entry(at(hours), { pain: value });
const resolved = (hours: number) => entry(at(hours), { kind: 'resolved' });
const triage = (hours: number, onset: string, value?: number) =>
  entry(at(hours), {
    kind: 'triage',
    level: 'self-care',
    answers: { onset },
    ...(value !== undefined && { pain: value }),
  });

const typed = (hours: number, onset: string, day: string) =>
  entry(at(hours), { kind: 'triage', level: 'self-care', answers: { onset, 'onset-at': day } });

const toldOn = (day: string) => typed(100, 'yesterday', day);

/** The episodes, in hours; "on" while one lasts. */
function spells(entries: readonly Entry[], now: number): [start: number, end: number | 'on'][] {
  return episodesOf(fold(entries), RULES, new Date(at(now))).map(({ start, end }: Episode) => [
    hoursOf(start),
    end === undefined ? 'on' : hoursOf(end),
  ]);
}

const phase = (hours: number) => phaseOf({ start: BEGIN, at: at(0) }, RULES, new Date(at(hours)));

inZone('UTC', { beforeAll, afterAll });

describe('an episode begins', () => {
  it('with the onset that triage was told, not with the check', () => {
    expect(spells([triage(100, '1-3-days', 6)], 101)).toEqual([[52, 'on']]);
    // At noon of the fifth day, and two hours earlier: the first day is the day of the check.
    expect(spells([triage(100, 'under-24-hours')], 101)).toEqual([[88, 'on']]);
    expect(spells([triage(98, 'under-24-hours')], 101)).toEqual([[88, 'on']]);
  });

  it('with pain of 2 or more', () => {
    expect(spells([pain(5, 2)], 6)).toEqual([[5, 'on']]);
  });

  it('not with pain of 1, and not with none', () => {
    expect(spells([pain(5, 1), pain(6, 0), pain(7, 1)], 8)).toEqual([]);
  });

  it('with the first pain of 2 after less', () => {
    expect(spells([pain(5, 1), pain(6, 1), pain(7, 2), pain(8, 5)], 9)).toEqual([[7, 'on']]);
  });

  it('with pain of 2 or more after a recovered spell, not with pain of 1', () => {
    const former = [pain(0, 5), pain(10, 0)];
    expect(spells([...former, pain(40, 1)], 41)).toEqual([[0, 10]]);
    expect(spells([...former, pain(40, 1), pain(50, 2)], 51)).toEqual([
      [0, 10],
      [50, 'on'],
    ]);
  });

  it('with no entry of another kind', () => {
    const others = [entry(at(1), { kind: 'note', note: 'x' }), entry(at(2), { kind: 'session', therapy: 'ice' })];
    expect(spells([...others, entry(at(3), { kind: 'seen' }), resolved(4)], 5)).toEqual([]);
  });

  it('not with a check that asked for no onset', () => {
    const early = entry(at(1), { kind: 'triage', level: 'emergency', signs: ['fever'], answers: {} });
    expect(spells([early], 5)).toEqual([]);
  });

  it('as a correcting check says, that comes soon after another one', () => {
    const slip = typed(100, 'over-6-weeks', '2026-03-14');
    expect(spells([slip, triage(100.1, '1-3-days')], 101)).toEqual([[52.1, 'on']]);
    expect(spells([slip, triage(112, '1-3-days')], 113)).toEqual([[64, 'on']]);
    const ids = [[slip], [slip, triage(100.1, '1-3-days')]].map((all) =>
      episodesOf(fold(all), RULES, new Date(at(101))),
    );
    expect(ids[1]![0]!.id).toBe(ids[0]![0]!.id);
    // An episode that ratings began is never shortened by a correction.
    expect(spells([pain(60, 5), slip, triage(100.1, 'under-24-hours')], 101)).toEqual([[60, 'on']]);
  });

  it('with a spasm whose day is known, although it hurt every day before', () => {
    const daily = [0, 24, 48, 72, 96].map((hours) => pain(hours, 4));
    expect(spells([...daily, toldOn('2026-06-05T11:00:00Z')], 101)).toEqual([
      [0, 96],
      [99, 'on'],
    ]);
    // Yesterday at noon, before this morning's rating.
    expect(spells([...daily, toldOn('2026-06-04T12:00:00Z')], 101)).toEqual([
      [0, 76],
      [76, 'on'],
    ]);
    // Within the first days it is the same spasm, and weeks ago may be any day.
    expect(spells([...daily, toldOn('2026-06-03T20:00:00Z')], 101)).toEqual([[0, 'on']]);
    expect(spells([...daily, triage(100, '1-3-days')], 101)).toEqual([[0, 'on']]);
    const [former] = episodesOf(fold([...daily, toldOn('2026-06-04T12:00:00Z')]), RULES, new Date(at(101)));
    expect(former!.ended).toBe('spasm');
  });

  it('earlier when a later check says so, never later', () => {
    expect(spells([pain(100, 5), triage(101, '1-3-days', 5)], 102)).toEqual([[53, 'on']]);
    expect(spells([pain(60, 5), triage(101, 'under-24-hours', 5)], 102)).toEqual([[60, 'on']]);
  });

  it('after the end of the one before, whatever onset was told', () => {
    const before = [pain(0, 5), resolved(90)];
    expect(spells([...before, triage(100, '1-3-days', 5)], 101)).toEqual([
      [0, 90],
      [90, 'on'],
    ]);
  });
});

describe('an episode ends', () => {
  it('with pain 0 that held for 24 hours, since the first of it', () => {
    expect(spells([pain(0, 5), pain(10, 0)], 34)).toEqual([[0, 10]]);
    expect(spells([pain(0, 5), pain(10, 0), pain(20, 0)], 34)).toEqual([[0, 10]]);
  });

  it('not with pain 0 for 23 hours', () => {
    expect(spells([pain(0, 5), pain(10, 0)], 33)).toEqual([[0, 'on']]);
  });

  it('not when pain was back within 24 hours', () => {
    expect(spells([pain(0, 5), pain(10, 0), pain(33, 3)], 34)).toEqual([[0, 'on']]);
    expect(spells([pain(0, 5), pain(10, 0), pain(33, 3)], 33 + 167)).toEqual([[0, 'on']]);
    expect(spells([pain(0, 5), pain(10, 0), pain(33, 1)], 167)).toEqual([[0, 'on']]);
  });

  it('24 hours after the last return of the pain to 0', () => {
    expect(spells([pain(0, 5), pain(10, 0), pain(20, 3), pain(25, 0)], 48)).toEqual([[0, 'on']]);
    expect(spells([pain(0, 5), pain(10, 0), pain(20, 3), pain(25, 0)], 49)).toEqual([[0, 25]]);
  });

  it('a week after the last pain of 2 or more, with that, or with the first lower rating after it', () => {
    expect(spells([pain(0, 5), pain(30, 4)], 30 + 7 * 24 - 1)).toEqual([[0, 'on']]);
    expect(spells([pain(0, 5), pain(30, 4)], 30 + 7 * 24)).toEqual([[0, 30]]);
    expect(spells([pain(0, 5), pain(30, 2), pain(60, 1), pain(90, 1)], 30 + 7 * 24)).toEqual([[0, 60]]);
    expect(spells([pain(0, 5), pain(160, 2), pain(320, 2)], 330)).toEqual([[0, 'on']]);
  });

  it('by itself, and it is known why', () => {
    const histories = [[pain(0, 5)], [pain(0, 5), pain(9, 0)], [pain(0, 5), resolved(9)]];
    const reasons = histories.map((one) => episodesOf(fold(one), RULES, new Date(at(1000))).map(({ ended }) => ended));
    expect(reasons).toEqual([['quiet'], ['zero'], ['said']]);
  });

  it('before a spasm that began after a day without pain of 2 or more, if a check was told so', () => {
    expect(spells([pain(0, 6), pain(50, 4), triage(98, 'under-24-hours', 8)], 99)).toEqual([
      [0, 50],
      [88, 'on'],
    ]);
    expect(spells([pain(0, 6), pain(51, 4), triage(98, 'under-24-hours', 8)], 99)).toEqual([[0, 'on']]);
  });

  it('not while sessions are rated', () => {
    const ice = entry(at(100), { kind: 'session', therapy: 'ice', minutes: 30, painBefore: 4, painAfter: 2 });
    expect(spells([pain(0, 5), ice], 100.4 + 7 * 24)).toEqual([[0, 'on']]);
    expect(spells([pain(0, 5), ice], 100.5 + 7 * 24)).toEqual([[0, 100.5]]);
    expect(spells([ice], 101)).toEqual([[100, 'on']]);
  });

  it('when the user says so', () => {
    expect(spells([pain(0, 5), resolved(10)], 11)).toEqual([[0, 10]]);
    expect(spells([pain(0, 5), pain(5, 0), resolved(10)], 11)).toEqual([[0, 10]]);
  });

  it('only if there is one', () => {
    expect(spells([resolved(10)], 11)).toEqual([]);
    expect(spells([pain(0, 5), resolved(10), resolved(20)], 21)).toEqual([[0, 10]]);
  });
});

describe('episodes', () => {
  const months = [
    pain(0, 6),
    pain(48, 0),
    pain(200, 3),
    resolved(250),
    triage(300, 'under-24-hours', 7),
    pain(400, 0),
    pain(430, 1),
    pain(500, 4),
  ];
  const told = [
    [0, 48],
    [200, 250],
    [288, 400],
    [500, 'on'],
  ];

  it('are told one after the other', () => {
    expect(spells(months, 501)).toEqual(told);
  });

  it('are the same in whatever order the entries come', () => {
    expect(spells(months.toReversed(), 501)).toEqual(told);
  });

  it('are none in an empty journal', () => {
    expect(spells([], 0)).toEqual([]);
  });

  it('have a current one only while the last lasts', () => {
    const [over, on] = [
      { id: 'A', start: 0, at: at(0), end: 1 },
      { id: 'B', start: 2, at: at(0) },
    ];
    expect(currentEpisode([over, on])).toEqual(on);
    expect(currentEpisode([over])).toBeUndefined();
    expect(currentEpisode([])).toBeUndefined();
  });
});

describe('the phase', () => {
  it('is early for 72 hours', () => {
    expect([phase(0), phase(71.9), phase(72)].map((one) => one.phase)).toEqual(['early', 'early', 'later']);
  });

  it('counts days from 1, by the calendar', () => {
    expect([phase(0), phase(15.9), phase(16), phase(40)].map((one) => one.day)).toEqual([1, 1, 2, 3]);
  });
});
