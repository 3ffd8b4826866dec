import { expect, test } from 'vitest';
import { textWidth, wrap } from '../../src/text/wrap.ts';

test.each([
  [10, 20],
  [40, 40],
  [80, 80],
  [200, 88],
])('in %i columns a text is %i wide', (columns, width) => {
  expect(textWidth(columns)).toBe(width);
});

test.each([20, 40, 88])('%i columns: no word is cut, and none is lost', (width) => {
  const words = Array.from({ length: 60 }, (_, at) => 'abcdefghijklmnop'.slice(0, 1 + (at % 16)));
  const lines = wrap(words.join(' '), width);
  expect(lines.filter((line) => line.length > width)).toEqual([]);
  expect(lines.join(' ').split(' ')).toEqual(words);
});
