import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerpt } from '../../src/text/excerpt.ts';
import { tries } from '../tries.ts';

test('an excerpt is one line, and shows where it was cut', () => {
  expect(['a  b\nc', 'abcdefghij', 'ab d fgh', ' '].map((text) => excerpt(text, 5))).toEqual([
    'a b c',
    'abcd…',
    'ab d…',
    '',
  ]);
  expect(excerpt('abc efgh', 5)).toBe('abc…');
});

test('an excerpt never ends in half an emoji, and counts one as a character', () => {
  expect(excerpt('😀'.repeat(5), 5)).toBe('😀'.repeat(5));
  expect(excerpt('😀'.repeat(6), 5)).toBe(`${'😀'.repeat(4)}…`);
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', ' ', '\n', 'é', '木', '😀') }),
      fc.integer({ min: 1, max: 20 }),
      (text, most) => {
        const short = excerpt(text, most);
        expect([Array.from(short).length <= most, short === Buffer.from(short).toString()]).toEqual([true, true]);
      },
    ),
    tries(300),
  );
});
