import { expect, test } from 'vitest';
import { didYouMean, oneOf } from '../../src/text/did-you-mean.ts';

const KNOWN = ['ice', 'log', 'help', 'core', 'triage', 'stretch', 'cat-cow', 'knee-to-chest'];

test.each([
  ['iec', 'ice'],
  ['lgo', 'log'],
  ['hep', 'help'],
  ['Triag', 'triage'],
  ['strech', 'stretch'],
  ['cat', 'cat-cow'],
  ['kneetochest', 'knee-to-chest'],
])('"%s" may be meant for "%s"', (typed, meant) => {
  expect(didYouMean(typed, KNOWN)).toBe(` (did you mean "${meant}"?)`);
});

test.each(['', 'x', 'ox', 'nope', 'sofa', 'painting'])('"%s" is close to nothing', (typed) => {
  expect(didYouMean(typed, KNOWN)).toBe('');
});

test('letters in another order are closer than other letters', () => {
  expect(didYouMean('wlak', ['plan', 'walk'])).toBe(' (did you mean "walk"?)');
});

test('nothing is known, nothing is meant', () => {
  expect(didYouMean('ice', [])).toBe('');
});

test('one of the known words is taken in any case of letters, with blanks around it', () => {
  expect(['ice', 'ICE', ' Ice '].map((typed) => oneOf('therapy', typed, KNOWN))).toEqual(['ice', 'ice', 'ice']);
});

test('what is none of them is refused, with the nearest and all that there are', () => {
  expect(() => oneOf('form', 'ber', ['bed', 'bath'])).toThrow(
    expect.objectContaining({
      name: 'UsageError',
      message: '--form can\'t be "ber" (did you mean "bed"?)',
      code: 'unknown-form',
      hint: 'use one of these: bed, bath',
    }),
  );
});
