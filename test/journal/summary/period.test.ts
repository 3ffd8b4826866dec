import { describe, expect, test } from 'vitest';
import { readMonth } from '../../../src/journal/core/summary/month.ts';
import { readPeriod, type TypedPeriod } from '../../../src/journal/core/summary/period.ts';
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
  [{ from: 'mon', last: '6w' }, '--from and --last both', 'two-beginnings'],
  [{ from: '2026-11-30' }, 'is in the future', 'bad-day'],
  [{ to: 'someday' }, "isn't a day that unspasm can read", 'bad-day'],
  [{ from: '2026-02-30' }, '2026-02-30', 'bad-time'],
  [{ from: '2026-11-20', to: '2026-11-10' }, 'ends (2026-11-10) before it starts (2026-11-20)', 'bad-period'],
  [{ last: 'long' }, '--last can\'t be "long"', 'bad-length'],
  [{ last: '0d' }, '--last can\'t be "0d"', 'bad-length'],
  [{ last: '99999y' }, '--last', 'bad-length'],
])('%o is refused, for scripts by a code', (typed, message, code) => {
  expect(() => period(typed)).toThrow(message);
  expect(() => period(typed)).toThrow(expect.objectContaining({ code }));
});

test('a period of a day may end where it begins, and lies no later than today', () => {
  expect(period({ from: 'today', to: 'today' })).toEqual({ from: '2026-11-24', to: '2026-11-24' });
  expect(period({ from: '2026-11-20', to: '2026-11-20' })).toEqual({ from: '2026-11-20', to: '2026-11-20' });
  expect(() => period({ to: '2026-11-25' })).toThrow('--to: "2026-11-25" is in the future');
  expect(() => period({ from: 'soon' })).toThrow(`--from: "soon" isn't a day that unspasm can read`);
});

test('a journal that begins after the end of the period shortens nothing', () => {
  expect(period({ to: '2026-11-20' }, '2026-11-21').from).toBe('2026-10-10');
  expect(period({ to: '2026-11-20' }, '2026-11-20').from).toBe('2026-11-20');
  expect(period({}, '2026-10-14').from).toBe('2026-10-14');
});

test.each([
  ['1y', '2025-11-25'],
  ['1m', '2026-10-26'],
  [' 2 WEEKS ', '2026-11-11'],
  ['36525d', '1926-11-25'],
])('the last "%s" begin on %s', (last, from) => {
  expect(period({ last }).from).toBe(from);
});

test.each(['36526d', '101y', '6', 'w6', '6x', '6 w w', '-6w', '6w.', '', '123456d'])(
  'the last "%s" is refused with what would be right',
  (last) => {
    expect(() => period({ last })).toThrow(
      expect.objectContaining({
        message: `--last can't be "${last}"`,
        code: 'bad-length',
        hint: 'use a length such as 30d, 6w, 3m or 1y',
      }),
    );
  },
);

describe('a month', () => {
  const NAMES = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'];

  test.each([
    [undefined, 'November 2026'],
    ['', 'November 2026'],
    [' This ', 'November 2026'],
    ['last', 'October 2026'],
    ['dec', 'December 2025'],
    ['november', 'November 2026'],
    ['2026-11', 'November 2026'],
    ['2026-01', 'January 2026'],
    ['2025-12', 'December 2025'],
    ['2024-02', 'February 2024'],
    ...NAMES.flatMap((name) => [name, name.slice(0, 3)].map((typed): [string, string] => [typed, `${name} 2026`])),
  ])('of %s is %s', (typed, title) => {
    expect(readMonth(typed, NOW).title).toBe(title);
  });

  test('of last in January is the December before', () => {
    expect(readMonth('last', new Date(2027, 0, 3))).toEqual({
      title: 'December 2026',
      period: { from: '2026-12-01', to: '2026-12-31' },
    });
  });

  test.each([
    ['2026-12', 'is in the future'],
    ['2027-01', 'is in the future'],
    ['2026-13', "isn't a month that unspasm can read"],
    ['2026-00', "isn't a month that unspasm can read"],
    ['1899-12', "isn't a month that unspasm can read"],
    ['0000-01', "isn't a month that unspasm can read"],
    ['2026-1', "isn't a month that unspasm can read"],
    ['x2026-11', "isn't a month that unspasm can read"],
    ['2026-11-01', "isn't a month that unspasm can read"],
    ['no', "isn't a month that unspasm can read"],
    ['novem-', "isn't a month that unspasm can read"],
    ['soon', "isn't a month that unspasm can read"],
  ])('of %s is refused: it %s', (typed, why) => {
    expect(() => readMonth(typed, NOW)).toThrow(
      expect.objectContaining({
        message: `"${typed}" ${why}`,
        code: 'bad-month',
        hint: 'use a month such as 2026-11, nov or last',
      }),
    );
  });

  test.each([
    ['2024-02', '2024-02-29'],
    ['2025-02', '2025-02-28'],
    ['2026-04', '2026-04-30'],
    ['2025-12', '2025-12-31'],
  ])('%s ends with %s', (typed, to) => {
    expect(readMonth(typed, NOW).period).toEqual({ from: `${typed}-01`, to });
  });
});
