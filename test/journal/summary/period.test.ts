import { describe, expect, test } from 'vitest';
import { readMonth } from '../../../src/journal/summary/month.ts';
import { readPeriod, type TypedPeriod } from '../../../src/journal/summary/period.ts';
import { entry } from '../lines.ts';

const NOW = new Date(2026, 10, 24, 9, 30);
const period = (typed: TypedPeriod, ...days: string[]) =>
  readPeriod(
    typed,
    days.map((day) => entry(`${day}T08:00:00+00:00`)),
    NOW,
  );

test.each([
  [{}, '2026-10-14', '2026-11-24'],
  [{ last: '6w' }, '2026-10-14', '2026-11-24'],
  [{ last: '1d' }, '2026-11-24', '2026-11-24'],
  [{ last: '3 months' }, '2026-08-27', '2026-11-24'],
  [{ last: '10y' }, '2016-11-27', '2026-11-24'],
  [{ from: 'yesterday' }, '2026-11-23', '2026-11-24'],
  [{ from: '2026-01-01', to: '2026-02-28' }, '2026-01-01', '2026-02-28'],
  [{ to: '2026-03-01', last: '2w' }, '2026-02-16', '2026-03-01'],
])('%o', (typed, from, to) => {
  expect(period(typed)).toEqual({ from, to });
});

test('without a beginning it begins with the first entry, if that is later than six weeks ago', () => {
  expect(period({}, '2026-11-24', '2026-11-20').from).toBe('2026-11-20');
  expect(period({}, '2026-11-24', '2020-01-01').from).toBe('2026-10-14');
  expect(period({ to: '2026-06-01' }, '2026-11-20').from).toBe('2026-04-21');
});

test.each([
  [{ from: 'mon', last: '6w' }, '--from and --last both'],
  [{ from: '2026-11-30' }, 'lies ahead'],
  [{ to: 'someday' }, "isn't understood as a day"],
  [{ from: '2026-02-30' }, '2026-02-30'],
  [{ from: '2026-11-20', to: '2026-11-10' }, 'ends (2026-11-10) before it begins (2026-11-20)'],
  [{ last: 'long' }, '--last: "long"'],
  [{ last: '0d' }, '--last: "0d"'],
  [{ last: '99999y' }, '--last'],
])('%o is refused', (typed, message) => {
  expect(() => period(typed)).toThrow(message);
});

describe('a month', () => {
  test.each([
    [undefined, 'November 2026'],
    ['last', 'October 2026'],
    ['dec', 'December 2025'],
    ['2024-02', 'February 2024'],
  ])('of %s is %s', (typed, title) => {
    expect(readMonth(typed, NOW).title).toBe(title);
  });

  test.each(['2026-12', '2026-13', 'x', 'soon'])('of %s is refused', (typed) => {
    expect(() => readMonth(typed, NOW)).toThrow(typed);
  });

  test('knows how long a month is', () => {
    expect(readMonth('2024-02', NOW).period.to).toBe('2024-02-29');
  });
});
