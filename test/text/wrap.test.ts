import { expect, test } from 'vitest';
import { columnsOf, textWidth, wrap } from '../../src/text/wrap.ts';

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

test('a path stays in one piece, to be copied', () => {
  const path = 'C:\\Users\\山田太郎山田太郎\\AppData\\Local\\unspasm';
  expect(wrap(`Saved in ${path}`, 20)).toEqual(['Saved in', path]);
});

test.each([20, 40, 88])('%i columns: a script without spaces is broken between letters, and none is lost', (width) => {
  const cue = '椅子にまっすぐ座って、両足を床につけて、背筋を伸ばしてください。'.repeat(5);
  const lines = wrap(`${cue} 5 min 👍🏽 ${cue}`, width, { first: '  ' });
  expect(lines.filter((line) => columnsOf(line) > width)).toEqual([]);
  expect(lines.join('').replaceAll(' ', '')).toBe(`${cue}5min👍🏽${cue}`);
});
