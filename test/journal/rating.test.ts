import { expect, test } from 'vitest';
import { readRating } from '../../src/journal/rating.ts';

test.each([
  ['0', 0],
  ['10', 10],
  ['seven', 7],
  ['Ten', 10],
  ['11', undefined],
  ['-1', undefined],
  ['6.5', undefined],
  ['seen', undefined],
  ['', undefined],
])('"%s" as a rating is %j', (typed, rating) => {
  expect(readRating(typed)).toBe(rating);
});
