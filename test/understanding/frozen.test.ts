import { describe, expect, test } from 'vitest';
import { frozenNotes, frozenQuestions, frozenTexts } from './built.ts';
import { asAll, asGuide, questionRates, type Share, signRates } from './rates.ts';

const percent = ({ right, of }: Share) => (100 * right) / of;

// A little below what was measured (see measured.md): they find a step back, and nothing is made to fit them.
describe('on lines that nothing was trained on', () => {
  test("the guide's seven signs are detected, and ordinary lines are left in peace", () => {
    const { heard, quiet } = signRates(frozenNotes, asGuide);
    expect(percent(heard)).toBeGreaterThan(84);
    expect(percent(quiet)).toBeGreaterThan(90);
  });

  test('and so are all the others', () => {
    const { heard, quiet } = signRates(frozenNotes, asAll);
    expect(percent(heard)).toBeGreaterThan(79);
    expect(percent(quiet)).toBeGreaterThan(84);
  });

  test('thoughts of ending one’s life are answered', () => {
    const told = frozenNotes.filter(({ signs }) => signs.includes('self-harm'));
    expect(
      percent(signRates(told, (signs) => signs.filter((sign) => sign === 'self-harm')).heard),
    ).toBeGreaterThanOrEqual(70);
  });

  test('everyday notes and questions are left in peace', () => {
    const everyday = frozenTexts.filter(({ by }) => by.endsWith('everyday'));
    expect(percent(signRates(everyday, asAll).quiet)).toBeGreaterThan(90);
  });

  test('questions find their passage, and what the guide does not cover is turned down', () => {
    const { right, refused } = questionRates(frozenQuestions);
    expect(percent(right)).toBeGreaterThan(80);
    expect(percent(refused)).toBeGreaterThan(80);
  });
});
