import { describe, expect, it } from 'vitest';
import { durationIn } from '../../src/journal/core/duration.ts';
import { readExercise, readLength } from '../../src/journal/core/exercise.ts';
import { UsageError } from '../../src/errors.ts';

describe('how long something took', () => {
  it.each([
    ['swim 30m', 30],
    ['swim 30 min', 30],
    ['swim 30min', 30],
    ['swim 45 minutes', 45],
    ['swim 1h', 60],
    ['swim 1 hour', 60],
    ['swim 1.5 h', 90],
    ['swim 1,5 h', 90],
    ['swim 1h30', 90],
    ['swim 1h30m', 90],
    ['swim 1 h 30 min', 90],
    ['swim 2 hours and 5 minutes', 125],
    ['swim 1:15', 75],
    ['swim 0:45', 45],
    ['swim half an hour', 30],
    ['swim half hour', 30],
    ['swim an hour', 60],
    ['swim an hour and a half', 90],
    ['swim a quarter of an hour', 15],
    ['swim three quarters of an hour', 45],
    ['swim 30', 30],
    ["swim 30'", 30],
  ])('is found in "%s": %d min', (typed, minutes) => {
    expect(durationIn(typed.split(' '))).toMatchObject({ minutes, before: 'swim', after: '' });
  });

  it.each(['swim', 'run 5k', 'run 5 km', 'swim 20 lengths', 'a 10k', 'chapter 1.2.3', 'vitamin b12'])(
    'is not in "%s"',
    (typed) => {
      expect(durationIn(typed.split(' '))).toBeUndefined();
    },
  );
});

it('a length by itself is read, and nothing around it', () => {
  expect([readLength('1:15'), readLength('half an hour'), readLength('20')]).toEqual([75, 30, 20]);
  for (const typed of ['', 'swim 30m', '30m cold', '0', 'long']) expect(() => readLength(typed)).toThrow(UsageError);
});

describe('an exercise as it is typed', () => {
  it.each([
    ['swim 30m', { activity: 'swim', minutes: 30, note: '' }],
    ['swim 30m cold water', { activity: 'swim', minutes: 30, note: 'cold water' }],
    ['run 5 km 40 min', { activity: 'run 5 km', minutes: 40, note: '' }],
    ['half an hour of yoga', { activity: 'yoga', minutes: 30, note: '' }],
    ['30 minutes on the exercise bike', { activity: 'exercise bike', minutes: 30, note: '' }],
    ['I swam for an hour', { activity: 'swam', minutes: 60, note: '' }],
    ['walk 1:15, round the lake', { activity: 'walk', minutes: 75, note: 'round the lake' }],
  ])('"%s"', (typed, read) => {
    expect(readExercise(typed.split(' '))).toEqual(read);
  });

  it.each([
    ['swim', "doesn't say how long"],
    ['30m', "doesn't say what you did"],
    ['swim 0m', "can't be how long"],
    ['swim 25h', "can't be how long"],
    ['swim 400m', 'could be metres'],
    ['swim 10:00', 'could be a time of day'],
  ])('refuses "%s", as it %s', (typed, why) => {
    expect(() => readExercise(typed.split(' '))).toThrow(UsageError);
    expect(() => readExercise(typed.split(' '))).toThrow(why);
  });
});
