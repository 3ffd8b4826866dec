import { expect, test } from 'vitest';
import { isRating, mean, median, readRating } from '../../src/journal/core/rating.ts';

test.each([
  ['0', 0],
  ['10', 10],
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'].map(
    (word, number): [string, number] => [word, number],
  ),
  ['Ten', 10],
  ['11', undefined],
  ['-1', undefined],
  ['6.5', undefined],
  [' 6 ', 6],
  ['06', 6],
  ['6.0', 6],
  ['10,0', 10],
  ['10.5', undefined],
  ['100', undefined],
  ['seen', undefined],
  ['', undefined],
])('"%s" as a rating is %j', (typed, rating) => {
  expect(readRating(typed)).toBe(rating);
});

test.each([
  [0, true],
  [10, true],
  [4.5, true],
  [-0.1, false],
  [10.1, false],
  [Number.NaN, false],
  [undefined, false],
])('%j is a rating: %j', (value, rating) => {
  expect(isRating(value)).toBe(rating);
});

test.each([
  [[], undefined, undefined],
  [[4], 4, 4],
  [[9, 2], 5.5, 5.5],
  [[10, 0, 1], 1, 3.7],
  [[2, 10, 9, 1], 5.5, 5.5],
])('of %j the median is %j, and the mean %j', (ratings, middle, average) => {
  expect(median(ratings)).toBe(middle);
  expect(mean(ratings)).toBe(average);
});
