import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isAscii, withoutAccents } from '../../src/text/letters.ts';
import { anyLetter } from '../any-letter.ts';

test.each([
  ['café', 'cafe'],
  ['Ärger, naïve', 'Arger, naive'],
  ['plain', 'plain'],
  ['ﬁt ½', 'fit 1⁄2'],
  ['', ''],
])('"%s" without accents is "%s"', (text, plain) => {
  expect(withoutAccents(text)).toBe(plain);
});

test('a text of any kind has no mark left, and one in ASCII stays what it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyLetter }), (text) => {
      expect(withoutAccents(text)).toBe(text.normalize('NFKD').replace(/\p{M}/gu, ''));
      expect(isAscii(text)).toBe(!/[^\0-\x7F]/.test(text));
    }),
  );
});
