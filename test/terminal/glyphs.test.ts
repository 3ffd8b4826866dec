import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyLetter } from '../any-letter.ts';
import { toAscii, toAsciiJson } from '../../src/terminal/glyphs.ts';

test.each([
  ['plain “quotes” – and 40 °C …', 'plain "quotes" - and 40 degrees C ...'],
  ['2 × 5’', "2 x 5'"],
  ['à côté, Straße, ½, 10\u00A0min', 'a cote, Strasse, 1/2, 10 min'],
  ['日本語', '???'],
  ['e\u0301 👍🏽 \u200B!', 'e ?? !'],
  ['', ''],
])('"%s" in ASCII is "%s"', (text, ascii) => {
  expect(toAscii(text)).toBe(ascii);
});

test('JSON in ASCII means the same, whatever it holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyLetter }), (text) => {
      const json = toAsciiJson(JSON.stringify({ text }));
      expect(json).toMatch(/^[\x00-\x7F]*$/);
      expect(JSON.parse(json)).toEqual({ text });
    }),
  );
});
