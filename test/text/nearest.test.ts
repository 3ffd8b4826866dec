import { expect, test } from 'vitest';
import { nearest } from '../../src/text/nearest.ts';

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
  expect(nearest(typed, KNOWN)).toBe(` (did you mean "${meant}"?)`);
});

test.each(['', 'x', 'ox', 'nope', 'sofa', 'painting'])('"%s" is close to nothing', (typed) => {
  expect(nearest(typed, KNOWN)).toBe('');
});

test('nothing is known, nothing is meant', () => {
  expect(nearest('ice', [])).toBe('');
});
