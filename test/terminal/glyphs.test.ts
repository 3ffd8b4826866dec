import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toAscii, toAsciiJson } from '../../src/terminal/glyphs.ts';

test.each([
  ['10 °C – “naïve” …', '10 degrees C - "naive" ...'],
  ['2 × 5’', "2 x 5'"],
  ['日本 👍', ' '],
])('a text in ASCII is spelt as it can be: %j', (text, ascii) => {
  expect(toAscii(text)).toBe(ascii);
});

test('JSON in ASCII means the same, whatever it holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const json = toAsciiJson(JSON.stringify({ text }));
      expect(json).toMatch(/^[\x00-\x7F]*$/);
      expect(JSON.parse(json)).toEqual({ text });
    }),
  );
});
