import { describe, expect, test } from 'vitest';
import { stemsOf, tokenize } from '../../src/guide/search/words.ts';

describe('the words of a question', () => {
  test.each([
    ['What is the R.I.C.E. rule?', ['rice', 'rule']],
    ['How long should I use a cold-pack for?', ['howlong', 'use', 'cold', 'pack']],
    ['I can’t feel my legs', ['cant', 'feel', 'legs']],
    ["child's pose", ['childs', 'pose']],
    ['X-rays or an MRI', ['xrays', 'mri']],
    ['go to A&E', ['go', 'ae']],
    ['douleur au dós', ['douleur', 'au', 'dos']],
    ['38.5 °C', ['38', '5', 'c']],
    ['\u0000\u001B[31mice\u0007', ['31mice']],
    ['¿?…', []],
  ])('%s', (text, words) => {
    expect(tokenize(text)).toEqual(words);
  });

  test('of a whole file are not looked at', () => {
    expect(tokenize('ice heat '.repeat(8000))).toHaveLength(200);
  });

  test('have a stem in common with their other forms', () => {
    expect(new Set(stemsOf('stretch stretches stretching stretched'))).toEqual(new Set(['stretch']));
  });
});
