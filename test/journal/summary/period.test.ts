import { expect, test } from 'vitest';
import { readPeriod, type TypedPeriod } from '../../../src/journal/summary/period.ts';
import { summarise } from '../../../src/journal/summary/summarise.ts';
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

test('weeks meet without a gap, over the change of the clocks too', () => {
  const weeks = summarise([], { from: '2026-10-01', to: '2026-11-11' }).weeks.map((week) => week.period);
  expect(weeks).toHaveLength(6);
  expect(weeks[3]).toEqual({ from: '2026-10-22', to: '2026-10-28' });
});
