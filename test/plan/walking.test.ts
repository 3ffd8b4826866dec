import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Present } from '../../src/journal/core/habits.ts';
import type { Entry } from '../../src/journal/core/records.ts';
import { walkingOf } from '../../src/plan/core/walking.ts';
import { entry } from '../journal/lines.ts';
import { inZone } from '../journal/zone.ts';
import { at, day, PLAN, walk } from './entries.ts';

inZone('UTC', { beforeAll, afterAll });

const { stages } = PLAN.walking;
const walking = (entries: readonly Entry[], days: number, episodes: readonly number[] = []) =>
  walkingOf(
    entries,
    episodes.map((one) => day(one)),
    PLAN.walking,
    new Date(day(days)),
  );
const stage = (...given: Parameters<typeof walking>) => stages[walking(...given).stage]!.id;
/** Walks on so many days from the Monday of a week. */
const week = (nth: number, days: number, minutes: number) =>
  Array.from({ length: days }, (_, one) => walk(nth * 7 + one, minutes));

describe('the stage of walking', () => {
  it('is the first without any walk', () => {
    expect(walking([], 0)).toEqual({ stage: 0, days: 0, minutesToday: 0 });
  });

  it('begins where somebody is: with the stage that their first week reached', () => {
    expect(stage(week(0, 5, 20), 7)).toBe('8');
    expect(stage(week(0, 1, 5), 7)).toBe('1');
  });

  it('rises after two weeks in which it was reached, also with others in between', () => {
    const first = week(0, 3, 5);
    expect(stage([...first, ...week(1, 2, 5)], 14)).toBe('1');
    expect(stage([...first, ...week(1, 3, 5)], 14)).toBe('2');
    expect(stage([...first, ...week(1, 1, 5), ...week(2, 3, 5)], 21)).toBe('2');
    expect(stage([...first, ...week(2, 3, 5)], 21)).toBe('2');
  });

  it('does not rise within a week, however much was walked', () => {
    expect(stage([...week(0, 3, 5), ...week(1, 7, 60)], 13)).toBe('1');
    expect(stage([...week(0, 3, 5), ...week(1, 7, 60)], 14)).toBe('2');
  });

  it('is built up to thirty minutes on five days, in about six months and never sooner', () => {
    let weeks = 0;
    const done: Entry[] = [];
    while (stage(done, weeks * 7) !== stages.at(-1)!.id) {
      const { minutes, days } = stages[walking(done, weeks * 7).stage]!;
      done.push(...week(weeks, days, minutes));
      weeks++;
    }
    expect(stages.at(-1)).toMatchObject({ minutes: 30, days: 5 });
    expect(weeks).toBeGreaterThanOrEqual(18);
    expect(weeks).toBeLessThanOrEqual(26);
  });

  it('is one lower after a week in which a walk hurt or an episode began', () => {
    const high = week(0, 5, 20);
    expect(stage([...high, walk(8, 20, { hurt: ['walk'] })], 14)).toBe('7');
    expect(stage([...high, walk(8, 20, { painBefore: 0, painAfter: 2 })], 14)).toBe('7');
    expect(stage([...high, ...week(1, 5, 20)], 14, [9])).toBe('7');
  });

  it('is one lower after each four weeks without a walk', () => {
    expect(stage(week(0, 5, 20), 28)).toBe('8');
    expect(stage(week(0, 5, 20), 35)).toBe('7');
    expect(stage(week(0, 5, 20), 63)).toBe('6');
  });

  it('counts the walks of a day together, guided or logged, and none that was skipped through', () => {
    const logged = entry(at(0.2), { kind: 'exercise', activity: 'walk', minutes: 7 });
    const swim = entry(at(0.2), { kind: 'exercise', activity: 'swim', minutes: 30 });
    expect(walking([walk(0, 5), logged, swim], 0.4)).toMatchObject({ days: 1, minutesToday: 12 });
    expect(walking([walk(0, 0.5, { planned: 10, ended: 'stopped' })], 0.4)).toEqual({
      stage: 0,
      days: 0,
      minutesToday: 0,
    });
  });

  it('counts days and weeks as they were lived', () => {
    const late = { ...walk(0, 5), at: '2026-06-08T23:30:00-10:00' };
    expect(walking([late], 8)).toMatchObject({ days: 1 });
    const sundays = new Present(day(6), { dayBegins: 0, twelveHours: false, weekBegins: 0 });
    // Sunday 7 June begins a week of its own.
    expect(walkingOf(week(0, 3, 5), [], PLAN.walking, sundays)).toMatchObject({ days: 0 });
    expect(walking(week(0, 3, 5), 6)).toMatchObject({ days: 3 });
  });
});
