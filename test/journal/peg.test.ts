import { expect, test } from 'vitest';
import { fold } from '../../src/journal/core/fold.ts';
import { Present } from '../../src/journal/core/habits.ts';
import { isPegDue, lastPeg, pegScore } from '../../src/journal/core/peg.ts';
import type { Entry } from '../../src/journal/core/records.ts';
import { entry } from './lines.ts';

const NOW = new Date(2026, 10, 24, 12);
const DAY_MS = 86_400_000;
const on = (day: number, fields?: Partial<Entry>) =>
  entry(`2026-11-${String(day).padStart(2, '0')}T08:00:00+00:00`, fields);
const due = (entries: Entry[], made: Entry = on(24), declined?: number) =>
  isPegDue({ entries: fold([...entries, made]), made, declined, everyDays: 7, now: NOW });
const peg = { kind: 'peg', peg: [6, 5, 5] } as const;

test('the questions are due a week after the last time, by calendar days', () => {
  expect(due([on(17, peg)])).toBe(true);
  expect(due([on(18, peg)])).toBe(false);
});

test('before the first time, only once there are entries on three days', () => {
  expect(due([on(24, { pain: 3 }), on(23)])).toBe(false);
  expect(due([on(22), on(23)])).toBe(true);
});

test('days are counted as their user counts them: the small hours of a night owl belong to the evening before', () => {
  const owl = new Present(NOW.getTime(), { dayBegins: 240, twelveHours: false, weekBegins: 1 });
  const entries = ['22T08:00', '23T01:00', '23T08:00', '24T01:00'].map((at) => entry(`2026-11-${at}:00+00:00`));
  const dueFor = (now: Date, made: Entry) =>
    isPegDue({ entries: fold([...entries, made]), made, declined: undefined, everyDays: 7, now });
  expect(dueFor(owl, entry('2026-11-24T02:00:00+00:00'))).toBe(false);
  expect(dueFor(owl, on(24))).toBe(true);
  expect(dueFor(NOW, entry('2026-11-24T02:00:00+00:00'))).toBe(true);
});

test('they are no burden: not in much pain, not beside a warning sign, not within a week of a "no"', () => {
  const before = [on(20), on(21), on(22)];
  expect(due(before)).toBe(true);
  expect(due(before, on(24, { pain: 8 }))).toBe(false);
  expect(due(before, on(24, { pain: 2, signs: ['fever'] }))).toBe(false);
  expect(due(before, on(24, { pain: 2, unsure: ['fever'] }))).toBe(false);
  expect(due(before, on(24), NOW.getTime() - 6 * DAY_MS)).toBe(false);
  expect(due(before, on(24), NOW.getTime() - 7 * DAY_MS)).toBe(true);
  expect(due(before, on(24), NOW.getTime() + DAY_MS)).toBe(true);
});

test('the score is the mean, to a tenth', () => {
  expect(pegScore([6, 5, 5])).toBe('5.3');
  expect(lastPeg(fold([on(3, peg), on(9, { kind: 'peg', peg: [1, 1, 1] })]))!.peg).toEqual([1, 1, 1]);
});

test('an entry without pain is no reason to wait, and a clock that was ahead puts nothing off', () => {
  const before = [on(20), on(21), on(22)];
  expect(due(before, on(24, { kind: 'note', pain: undefined as never }))).toBe(true);
  expect(due(before, on(24, { pain: 7 }))).toBe(true);
  expect(due(before, on(24), NOW.getTime())).toBe(false);
  expect(due(before, on(24), NOW.getTime() + 1)).toBe(true);
});

test('the last time is the newest, or the newest before a time', () => {
  const [early, late] = [on(3, peg), on(9, peg)];
  const entries = fold([early, late, on(20)]);
  expect(lastPeg(entries)).toEqual(late);
  expect(lastPeg(entries, late.at)).toEqual(early);
  expect(lastPeg(entries, early.at)).toBeUndefined();
  expect(lastPeg([])).toBeUndefined();
});
