import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linesOf, widestWord } from '../../../src/report/pdf/lines.ts';

const measure = (text: string) => Array.from(text).length;

describe('a text in lines', () => {
  test.each([
    ['one two three', 8, ['one two', 'three']],
    ['one two', 7, ['one two']],
    ['', 5, ['']],
    ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['ab abcdefghij c', 4, ['ab', 'abcd', 'efgh', 'ij c']],
    ['腰が痛いです', 4, ['腰が痛い', 'です']],
    ['well-known', 6, ['well-', 'known']],
  ])('%j in %d', (text, width, lines) => {
    expect(linesOf(text, width, measure)).toEqual(lines);
  });

  test('loses nothing, and no line is too wide', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '-', 'é', '痛', '😀', '(') });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 12 }), (some, width) => {
        const lines = linesOf(some, width, measure);
        expect(lines.join('').replaceAll(' ', '')).toBe(some.replaceAll(' ', ''));
        for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width);
      }),
    );
  });

  test('its widest word is known', () => {
    expect(widestWord('one three two', measure)).toBe(5);
    expect(widestWord('', measure)).toBe(0);
  });
});
