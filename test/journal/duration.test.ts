import fc from 'fast-check';
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
    ['swim 3/4 hour', 45],
    ['swim 3/4 of an hour', 45],
    ['swim ½ hour', 30],
    ['swim 1½ hours', 90],
    ['swim 1 1/2 hours', 90],
    ['swim 1 and a half hours', 90],
    ['swim one and a half hours', 90],
    ['swim two hours and a quarter', 135],
    ['swim an hour and three quarters', 105],
    ['swim hour and a half', 90],
    ['swim an hour and 15 minutes', 75],
    ['swim 1 hour, 15 min', 75],
    ['swim 2 hrs 15', 135],
    ['swim three hours', 180],
    ['swim half-hour', 30],
    ['swim forty-five minutes', 45],
    ['swim ninety min', 90],
    ['swim 5 and a half minutes', 5.5],
    ['swim 30 seconds', 0.5],
    ['swim 90s', 1.5],
    ['swim 1 min 30 s', 1.5],
    ['swim half a minute', 0.5],
  ])('is found in "%s": %d min', (typed, minutes) => {
    expect(durationIn(typed.split(' '))).toMatchObject({ minutes, before: 'swim', after: '' });
  });

  it.each(['swim', 'run 5k', 'run 5 km', 'swim 20 lengths', 'a 10k', 'chapter 1.2.3', 'vitamin b12'])(
    'is not in "%s"',
    (typed) => {
      expect(durationIn(typed.split(' '))).toBe('none');
    },
  );
});

describe('what can be read in several ways is refused', () => {
  // Each with a plain length inside, which would be misread.
  it.each([
    'walk 30-40 min',
    'walk 30 – 40 min',
    'walk 30 to 40 min',
    'walk thirty to forty minutes',
    'walk 30 or 40 min',
    'walk 1.5-2 h',
    'walk half an hour to an hour',
    '2 x 10 min walk',
    '2x10 min walk',
    '3 sets of 10 min core',
    'walk twice 10 min',
    'walk 10 min twice',
    'walk 10 min x3',
    'walk 20 min each way',
    'walk 30min/day',
    'walk an hour a day',
    'stretch every 30 min',
    'walk 30m and 20 min swim',
    'walk 30m and a swim',
    'walk 30 min, swim 20 min',
    'walk 5 min 30',
    'walk 1 hour thirty',
    'walk one hundred and twenty minutes',
    'walk less than 30 min',
    'walk 30 min ago',
    'walk 20 30',
    'walk 2 dogs',
    'swim 7 am',
    'walk at 1:15',
    '5:30 min run',
  ])('"%s"', (typed) => {
    expect(() => readExercise(typed.split(' '))).toThrow(UsageError);
  });

  // Whatever is in front of a number or after it: a length that comes out is the one that was typed.
  it('with anything around them', () => {
    const word = fc.constantFrom(
      'walk',
      '2',
      '30',
      'and',
      'to',
      'half',
      'x',
      '-',
      '/',
      '3/4',
      'twice',
      'a',
      'of',
      'one',
      'km',
    );
    const around = fc.array(word, { maxLength: 3 });
    fc.assert(
      fc.property(around, around, (before, after) => {
        const found = durationIn([...before, '10', 'min', ...after]);
        if (typeof found === 'string') return;
        // "10 min and a half" is one length.
        if (found.typed.startsWith('10 min and ')) return;
        expect([found.minutes, found.before, found.after]).toEqual([10, before.join(' '), after.join(' ')]);
      }),
    );
  });
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
    ['30-minute walk', { activity: 'walk', minutes: 30, note: '' }],
    ['swim ~30 min', { activity: 'swim', minutes: 30, note: '' }],
    ['walk (30 min)', { activity: 'walk', minutes: 30, note: '' }],
    ['I ran 5 km in 30 min', { activity: 'ran 5 km', minutes: 30, note: '' }],
    ['swim 1h 20 lengths', { activity: 'swim', minutes: 60, note: '20 lengths' }],
    ['walk 30 min to work', { activity: 'walk', minutes: 30, note: 'to work' }],
    ['walk 30 min, 2 dogs', { activity: 'walk', minutes: 30, note: '2 dogs' }],
    ['rush hour walk 30 min', { activity: 'rush hour walk', minutes: 30, note: '' }],
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
    ['swim 50m', 'could be metres'],
    ['run 60 m', 'could be metres'],
    ['swim 400', 'could be metres'],
    ['swim 1.30 h', 'could be hours and minutes'],
    ['swim 5:30', 'could be a time of day'],
    ['swim 10:00', 'could be a time of day'],
  ])('refuses "%s", as it %s', (typed, why) => {
    expect(() => readExercise(typed.split(' '))).toThrow(UsageError);
    expect(() => readExercise(typed.split(' '))).toThrow(why);
  });
});
