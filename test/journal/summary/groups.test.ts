import { expect, test } from 'vitest';
import { datesOf } from '../../../src/journal/core/summary/days.ts';
import { daysABar, groupsOf, periodOf, worstOf } from '../../../src/journal/core/summary/groups.ts';
import type { Day } from '../../../src/journal/core/summary/types.ts';

const day = (date: string, worst?: number): Day => ({
  date,
  ratings: worst === undefined ? [] : [worst],
  ...(worst !== undefined && { worst }),
  limited: false,
  therapies: [],
  exercises: [],
});
const DAYS = datesOf({ from: '2026-10-20', to: '2026-11-05' }).map((date) => day(date));

test('a period has each of its dates once, across the change of the clocks and the end of a month', () => {
  expect(DAYS.map(({ date }) => date)).toEqual([...new Set(DAYS.map(({ date }) => date))]);
  expect(DAYS).toHaveLength(17);
  expect(DAYS.at(-1)!.date).toBe('2026-11-05');
  expect(datesOf({ from: '2024-02-28', to: '2024-03-01' })).toEqual(['2024-02-28', '2024-02-29', '2024-03-01']);
  expect(datesOf({ from: '2026-11-05', to: '2026-11-04' })).toEqual([]);
});

test('groups are counted from the last day backwards, and no day is lost', () => {
  const groups = groupsOf(DAYS, 7);
  expect(groups.map(({ length }) => length)).toEqual([3, 7, 7]);
  expect(groups.flat()).toEqual(DAYS);
  expect(groupsOf(DAYS.slice(0, 14), 7).map(({ length }) => length)).toEqual([7, 7]);
  expect(groupsOf([], 7)).toEqual([]);
});

test('a bar stands for one day while there is room, and for no less than a week after that', () => {
  expect(daysABar(DAYS, 17)).toBe(1);
  expect(daysABar(DAYS, 16)).toBe(7);
  expect(daysABar(DAYS, 2)).toBe(9);
  expect(
    daysABar(
      Array.from({ length: 365 }, () => DAYS[0]!),
      30,
    ),
  ).toBe(13);
});

test('some days reach from the first to the last, and have the worst of their ratings', () => {
  expect(periodOf(DAYS)).toEqual({ from: '2026-10-20', to: '2026-11-05' });
  expect(worstOf([day('2026-11-01', 3), day('2026-11-02'), day('2026-11-03', 0)])).toBe(3);
  expect(worstOf([day('2026-11-01', 0)])).toBe(0);
  expect(worstOf(DAYS)).toBeUndefined();
});
