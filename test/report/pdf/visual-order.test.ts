import { describe, expect, test } from 'vitest';
import { closedLines, isolated } from '../../../src/report/page/isolate.ts';
import { fromLeft, runsOf } from '../../../src/report/pdf/visual-order.ts';

/** How a line is drawn from left to right; letters of a run from right to left are turned round, as a font does it. */
function drawn(line: string): string {
  return fromLeft(runsOf(line))
    .map(({ text, level }) => (level % 2 === 1 ? Array.from(text).toReversed().join('') : text))
    .join('');
}

describe('the order of a line from left to right', () => {
  test.each([
    ['left to right', 'left to right'],
    ['אבג', 'גבא'],
    ['אבג דהו', 'והד גבא'],
    ['אבג (12) דהו', 'והד (12) גבא'],
    ['say אבג דהו now', 'say והד גבא now'],
    ['אבג abc דהו', 'והד abc גבא'],
    ['אבג 12 abc', 'abc 12 גבא'],
  ])('%s', (line, order) => {
    expect(drawn(line)).toBe(order);
  });

  test('puts a run with a higher level within one with a lower level', () => {
    const parts = [1, 2, 1, 0, 1].map((level, at) => ({ level, at }));
    expect(fromLeft(parts).map(({ at }) => at)).toEqual([2, 1, 0, 3, 4]);
  });
});

test('isolated words leave the signs and figures beside them where they are', () => {
  expect(drawn(`ibuprofen (15), ${isolated('אבג')} (8), 400 (6)`)).toBe('ibuprofen (15), גבא (8), 400 (6)');
  expect(drawn(`took ${isolated('אבג')}; "${isolated('דהו')}"`)).toBe('took גבא; "והד"');
  expect(drawn(`${isolated('אבג')} (8 days)`)).toBe('גבא (8 days)');
});

test('an isolated text that is longer than a line is isolated on each', () => {
  const [start, end] = ['\u2068', '\u2069'];
  expect(closedLines([`took ${start}אב`, 'גד', `הו${end}; 5`, 'x'])).toEqual([
    `took ${start}אב${end}`,
    `${start}גד${end}`,
    `${start}הו${end}; 5`,
    'x',
  ]);
});
