import { describe, expect, test } from 'vitest';
import { corrected } from '../../src/search/spelling.ts';
import { built } from './index.ts';

const spelled = (words: string) => corrected(words.split(' '), built).join(' ');

describe('a slip of the finger is put right', () => {
  test.each([
    ['strech', 'stretch'],
    ['postrue', 'posture'],
    ['ibuprofin', 'ibuprofen'],
    ['acetaminofen', 'acetaminophen'],
    ['physcial therpist', 'physical therapist'],
    ['numness', 'numbness'],
    ['bladdar', 'bladder'],
    ['matress', 'mattress'],
    ['massge', 'massage'],
    ['hernaited', 'herniated'],
    ['chiropracktor', 'chiropractor'],
    ['pilattes', 'pilates'],
    ['walkign', 'walking'],
    ['excercise', 'exercise'],
    ['lowerback', 'lower back'],
    ['icepakc', 'icepack'],
  ])('%s: %s', (typed, meant) => {
    expect(spelled(typed)).toBe(meant);
  });
});

describe('what is right is left alone', () => {
  test.each(['head', 'coach', 'tale', 'book', 'rise', 'lack', 'horse', 'mouse', 'wall', 'heart', 'shirt', 'sunday'])(
    '%s',
    (word) => {
      expect(spelled(word)).toBe(word);
    },
  );

  test.each(['xy', 'qqqqq', '38', 'b12', 'zzyzx'])('and so is what is close to nothing: %s', (word) => {
    expect(spelled(word)).toBe(word);
  });

  test('all the words that the guide and its readers have', () => {
    const words = built.vocabulary.trim().split(' ');
    expect(corrected(words, built)).toEqual(words);
  });
});
