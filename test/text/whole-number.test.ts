import { expect, it } from 'vitest';
import { readWhole } from '../../src/text/whole-number.ts';

it.each([
  ['6', 6],
  ['06', 6],
  ['6.0', 6],
  ['10,00', 10],
  [' 6 ', 6],
  ['0', 0],
  ['000', 0],
  ['9999999', 9_999_999],
])('a whole number is read as scripts write it: %o', (typed, value) => {
  expect(readWhole(typed)).toBe(value);
});

it.each([
  '',
  ' ',
  '-1',
  '+6',
  '6.5',
  '6,05',
  '1e3',
  '0x5',
  '6.',
  '.0',
  '6 7',
  'six',
  '1,000',
  '1.000',
  '10,000',
  '٦',
  '12345678',
])('anything else is no whole number: %o', (typed) => {
  expect(readWhole(typed)).toBeUndefined();
});
