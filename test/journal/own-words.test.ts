import { describe, expect, it } from 'vitest';
import { ownWordsIn, readNamed } from '../../src/journal/core/own-words.ts';

const CHOICES = [
  { id: 'lifting', label: 'heavy lifting, or doing too much', words: ['carrying'] },
  { id: 'posture', label: 'sitting or standing for a long time', words: ['sitting', 'long sitting'] },
  { id: 'left-leg', label: 'down the left leg' },
];

describe('words that were typed for something known', () => {
  it.each([
    ['lifting', 'lifting'],
    [' Lifting ', 'lifting'],
    ['sitting', 'posture'],
    ['Long  Sitting', 'posture'],
    ['left leg', 'left-leg'],
    ['down the left leg', 'left-leg'],
  ])('"%s" is %s', (typed, id) => {
    expect(readNamed(typed, CHOICES)).toEqual({ kind: 'known', id });
  });

  it.each(['liftng', 'lift', 'siting'])('"%s" is close to a known one', (typed) => {
    expect(readNamed(typed, CHOICES)).toMatchObject({ kind: 'near', words: typed });
  });

  it('names the word that is close, not the choice that it stands for', () => {
    expect(readNamed('siting', CHOICES)).toMatchObject({ id: 'posture', near: 'sitting' });
  });

  it('of five letters or less are only close with one other letter', () => {
    const known = [{ id: 'lower', label: 'lower back', words: ['loins', 'groan'] }];
    const kinds = ['groin', 'coins', 'joint', 'groans', 'flank'].map((typed) => readNamed(typed, known).kind);
    expect(kinds).toEqual(['near', 'near', 'own', 'near', 'own']);
  });

  it.each(['long drive', 'my cat', 'constructor', '__proto__', 'Umzug'])('"%s" is their own', (typed) => {
    expect(readNamed(typed, CHOICES)).toEqual({ kind: 'own', words: typed });
  });

  it('are their own, however close, after "own:"', () => {
    expect(readNamed('own: fitting', CHOICES)).toEqual({ kind: 'own', words: 'fitting' });
    expect(readNamed('OWN:lifting', CHOICES)).toEqual({ kind: 'own', words: 'lifting' });
  });
});

it("the user's own words are found once each, the latest spelling first", () => {
  const known = new Set(['lifting']);
  expect(ownWordsIn([['Long drive', 'lifting'], ['long drive', ''], ['my cat']], known)).toEqual([
    'Long drive',
    'my cat',
  ]);
});
