import { describe, expect, test } from 'vitest';
import { expand } from '../../src/search/expand.ts';
import { phrasesUnder, writePhrases } from '../../src/search/phrase-book.ts';
import { phrasesIn } from '../../src/search/phrases.ts';
import { stemmed, stemOf, wordsOf } from '../../src/search/words.ts';

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
    expect(wordsOf(text)).toEqual(words);
  });

  test('of a whole file are not looked at', () => {
    expect(wordsOf('ice heat '.repeat(8000))).toHaveLength(200);
  });

  test('have a stem in common with their other forms', () => {
    expect(new Set(['stretch', 'stretches', 'stretching', 'stretched'].map(stemOf))).toEqual(new Set(['stretch']));
  });
});

describe('a pattern', () => {
  test('stands for each choice', () => {
    expect(expand('hug/pull my knee/leg')).toEqual(['hug my knee', 'hug my leg', 'pull my knee', 'pull my leg']);
  });
});

describe('phrases', () => {
  const book = writePhrases(
    new Map([
      [
        'knee',
        [
          { stems: ['hug', 'knee'], means: ['@chest'] },
          { stems: ['knee'], means: ['@knee'] },
        ],
      ],
      ['pump', [{ stems: ['heat', 'pump'], means: [] }]],
    ]),
  );
  const saidIn = (text: string) => phrasesIn(stemmed(wordsOf(text)), book).map(({ means, close }) => [means, close]);

  test('are kept as a text and read again', () => {
    expect(phrasesUnder(book, 'pump')).toEqual([{ stems: ['heat', 'pump'], means: [] }]);
    expect(phrasesUnder(book, 'heat')).toEqual([]);
  });

  test('are found, the longest of them', () => {
    expect(saidIn('can I hug my knees')).toEqual([[['@chest'], true]]);
  });

  test('are found with other words between, or turned round', () => {
    expect(saidIn('hug one sore knee')).toEqual([[['@chest'], false]]);
    expect(saidIn('a knee to hug')).toEqual([[['@chest'], false]]);
  });

  test('are not found far apart', () => {
    expect(saidIn('hug somebody whose bad old knee aches')).toEqual([[['@knee'], true]]);
  });

  test('about something else are found word for word alone', () => {
    expect(saidIn('heat pumps')).toEqual([[[], true]]);
    expect(saidIn('pump up the heat')).toEqual([]);
  });
});
