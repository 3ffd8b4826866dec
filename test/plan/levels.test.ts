import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import fc from 'fast-check';
import type { Entry } from '../../src/journal/core/records.ts';
import { progressOf } from '../../src/plan/core/levels.ts';
import { inZone } from '../journal/zone.ts';
import { at, core, day, PLAN } from './entries.ts';

inZone('UTC', { beforeAll, afterAll });

const { rules, levels } = PLAN.core;
const DAY_MS = 24 * 3_600_000;

const progress = (entries: readonly Entry[], days: number, episodes: readonly number[] = []) =>
  progressOf(
    entries,
    episodes.map((one) => day(one)),
    PLAN.core,
    new Date(day(days)),
  );
/** The level for the next session, by its id. */
const level = (...given: Parameters<typeof progress>) => levels[progress(...given).level]!.id;

/** Sessions that lead from the first level to the second. */
const FIRST = [core(0, '1'), core(3, '1'), core(7, '1')];
const HIGH = [...FIRST, core(9, '2'), core(12, '2'), core(16, '2'), core(18, '3')];

describe('the level of the core exercises', () => {
  it('is the first without any session', () => {
    expect(progress([], 0)).toMatchObject({ level: 0, why: 'first', sessions: 0 });
  });

  it('rises by one after enough whole sessions, and enough days', () => {
    expect(level(FIRST.slice(0, 2), 7)).toBe('1');
    expect(level([core(0, '1'), core(1, '1'), core(2, '1')], 20)).toBe('1');
    expect(progress(FIRST, 8)).toMatchObject({ level: 1, sessions: 0 });
    expect(level(HIGH, 18)).toBe('3');
  });

  it('says how many sessions there were, and from when on it may rise', () => {
    expect(progress(FIRST.slice(0, 2), 4)).toMatchObject({ sessions: 2, upFrom: day(0) + rules.daysBeforeUp * DAY_MS });
  });

  it.each<[string, Partial<Entry>]>([
    ['was stopped', { ended: 'stopped' }],
    ['left an exercise out', { stretches: ['bridge'] }],
    ['was skipped through', { stretches: [] }],
  ])('stays when the last session %s', (_, fields) => {
    expect(level([...FIRST.slice(0, 2), core(7, '1', fields)], 8)).toBe('1');
    expect(level([...HIGH, core(20, '3', fields)], 20)).toBe('3');
  });

  it.each<[string, Partial<Entry>]>([
    ['an exercise hurt', { hurt: ['plank'] }],
    ['it was ended by pain', { ended: 'hurt' }],
    ['it was ended by pain at once', { ended: 'hurt', minutes: 0.2, stretches: [] }],
    ['pain rose', { painBefore: 1, painAfter: 3 }],
  ])('goes down when %s', (_, fields) => {
    expect(progress([...HIGH, core(20, '3', fields)], 20)).toMatchObject({ level: 1, why: 'hurt', sessions: 0 });
  });

  it('goes down when a single exercise hurt', () => {
    expect(level([...HIGH, core(20, undefined, { stretches: ['plank'], hurt: ['plank'] })], 20)).toBe('2');
  });

  it('stays when pain was as before, or less', () => {
    expect(level([...HIGH, core(20, '3', { painBefore: 3, painAfter: 4 })], 20)).toBe('3');
    expect(level([...HIGH, core(20, '3', { painBefore: 3, painAfter: 0 })], 20)).toBe('3');
  });

  it('follows somebody who chose an easier one, and not somebody who chose a harder one', () => {
    expect(progress([...HIGH, core(20, '1')], 20)).toMatchObject({ level: 0, why: 'easier', sessions: 1 });
    expect(level([...FIRST, core(9, '5')], 9)).toBe('2');
    expect(level([core(0, '5'), core(3, '6'), core(7, '6')], 8)).toBe('2');
  });

  it('counts sessions of older versions, which name no level, at the first level alone', () => {
    expect(level([core(0, undefined), core(3, undefined), core(7, undefined)], 8)).toBe('2');
    expect(progress([...FIRST, core(8, undefined), core(12, undefined), core(16, undefined)], 16)).toMatchObject({
      level: 1,
      sessions: 0,
    });
  });

  it('is one lower after an episode, but not twice for a session that brought it on', () => {
    expect(progress(HIGH, 22, [20])).toMatchObject({ level: 1, why: 'episode' });
    expect(level([...HIGH, core(20, '3', { ended: 'hurt' })], 22, [20.1])).toBe('2');
    expect(level([...HIGH, core(20, '3', { ended: 'hurt' })], 40, [30])).toBe('1');
  });

  it('is one lower after each break of three weeks, whatever else is in between', () => {
    expect(level(HIGH, 38)).toBe('3');
    expect(progress(HIGH, 39)).toMatchObject({ level: 1, why: 'break' });
    expect(level(HIGH, 60)).toBe('1');
    expect(level(HIGH, 45, [42])).toBe('1');
    expect(level([...HIGH, core(40, '2')], 41)).toBe('2');
    // The break before an episode isn't counted again after it.
    const top = [...levels.keys()].flatMap((nth) => [0, 3, 8].map((days) => core(nth * 9 + days, levels[nth]!.id)));
    expect(level(top, 53)).toBe('6');
    expect(level(top, 76, [75])).toBe('4');
  });

  it('is never above the highest', () => {
    const years = levels.flatMap(({ id }, nth) => [0, 3, 8].map((days) => core(nth * 9 + days, id)));
    expect(level(years, levels.length * 9)).toBe(levels.at(-1)!.id);
    expect(level([...years, core(60, '6'), core(63, '6'), core(70, '6')], 70)).toBe('6');
  });
});

/** A session of any kind at any time of a year. */
const session = fc
  .record({
    days: fc.double({ min: 0, max: 365, noNaN: true }),
    level: fc.option(fc.constantFrom(...levels.map(({ id }) => id), 'unknown'), { nil: undefined }),
    ended: fc.constantFrom('done', 'done', 'done', 'stopped', 'hurt', 'cut'),
    painBefore: fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined }),
    painAfter: fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined }),
  })
  .map(({ days, level: id, ended, painBefore, painAfter }) =>
    core(days, id, {
      ended,
      ...(painBefore !== undefined && { painBefore }),
      ...(painAfter !== undefined && { painAfter }),
    }),
  );
/** Somebody who does every session as the plan says, in most cases. */
const diligent = fc
  .array(fc.tuple(fc.double({ min: 0.2, max: 5, noNaN: true }), fc.integer({ min: 0, max: 12 })), {
    maxLength: 60,
    size: 'max',
  })
  .map((steps) => {
    let days = 0;
    const done: Entry[] = [];
    for (const [gap, mood] of steps) {
      days += gap;
      done.push(core(days, level(done, days), mood === 0 ? { hurt: ['bridge'] } : {}));
    }
    return done;
  });
const journal = fc.oneof(fc.uniqueArray(session, { maxLength: 40, selector: ({ id }) => id }), diligent);
const episodes = fc.array(fc.double({ min: 0, max: 365, noNaN: true }), { maxLength: 3 });
const moment = fc.double({ min: 0, max: 370, noNaN: true });
const until = (entries: readonly Entry[], days: number) => entries.filter((one) => Date.parse(one.at) <= day(days));
const began = (starts: readonly number[], days: number) => starts.filter((one) => one <= days);

describe('for every journal, the level', () => {
  test('never rises by a session that hurt', () => {
    fc.assert(
      fc.property(
        journal,
        episodes,
        moment,
        fc.constantFrom(...levels.map(({ id }) => id)),
        (all, starts, days, id) => {
          const before = until(all, days);
          const after = [...before, core(days, id, { hurt: ['bridge'] })];
          const [was, is] = [before, after].map((entries) => progress(entries, days, began(starts, days)).level);
          expect(is!).toBeLessThanOrEqual(was!);
        },
      ),
    );
  });

  test('never rises by more than one within a week', () => {
    let rises = 0;
    fc.assert(
      fc.property(journal, episodes, (all, starts) => {
        const times = all.map((one) => (Date.parse(one.at) - day(0)) / DAY_MS).toSorted((a, b) => a - b);
        const levelAt = new Map(times.map((now) => [now, progress(until(all, now), now, began(starts, now)).level]));
        for (const [now, is] of levelAt) {
          const week = [...levelAt].filter(([then]) => then <= now && now - then < 7);
          for (const [, was] of week) {
            expect(is - was).toBeLessThanOrEqual(1);
            if (is > was) rises++;
          }
        }
      }),
    );
    // There were rises to be judged.
    expect(rises).toBeGreaterThan(5);
  });

  test('is the same whatever the order of the entries, and whatever the zones that they were written in', () => {
    fc.assert(
      fc.property(
        journal,
        episodes,
        moment,
        fc.infiniteStream(fc.integer({ min: -11, max: 13 })),
        (all, starts, days, zones) => {
          const entries = until(all, days);
          const elsewhere = entries.map((one) => {
            const { value: ahead } = zones.next();
            return { ...one, at: at((Date.parse(one.at) - day(0)) / DAY_MS, ahead) };
          });
          const expected = progress(entries, days, starts);
          expect(progress(entries.toReversed(), days, starts)).toEqual(expected);
          expect(progress(elsewhere, days, starts).level).toBe(expected.level);
        },
      ),
    );
  });
});
