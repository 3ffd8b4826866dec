import { describe, expect, test } from 'vitest';
import { frozenNotes, frozenQuestions, frozenTexts } from './built.ts';
import {
  asAll,
  asCrisis,
  asGuide,
  asOtherEmergencies,
  questionRates,
  type Share,
  shownIn,
  signRates,
} from './rates.ts';

const percent = ({ right, of }: Share) => (100 * right) / of;

// A little below what was measured (see measured.md): they find a step back, and nothing is made to fit them.
describe('on lines that nothing was trained on', () => {
  test("the guide's seven signs are detected, and ordinary lines are left in peace", () => {
    const { heard, quiet } = signRates(frozenNotes, asGuide);
    expect(percent(heard)).toBeGreaterThan(90);
    expect(percent(quiet)).toBeGreaterThan(90);
  });

  test('and so are all the others', () => {
    const { heard, quiet } = signRates(frozenNotes, asAll);
    expect(percent(heard)).toBeGreaterThan(79);
    expect(percent(quiet)).toBeGreaterThan(84);
  });

  test('thoughts of ending one’s life are answered', () => {
    const { heard, quiet } = signRates(frozenTexts, asCrisis);
    expect(percent(heard)).toBeGreaterThan(78);
    expect(percent(quiet)).toBeGreaterThan(96);
  });

  test('emergencies that the guide does not name are detected', () => {
    expect(percent(signRates(frozenTexts, asOtherEmergencies).heard)).toBeGreaterThan(85);
  });

  test('everyday notes and questions are left in peace', () => {
    const everyday = frozenTexts.filter(({ by }) => by.endsWith('everyday'));
    expect(percent(signRates(everyday, asAll).quiet)).toBeGreaterThan(90);
    expect(percent(signRates(everyday, asAll, shownIn).quiet)).toBeGreaterThan(94);
  });

  test('questions find their passage, and what the guide does not cover is turned down', () => {
    const { right, refused } = questionRates(frozenQuestions);
    expect(percent(right)).toBeGreaterThan(80);
    expect(percent(refused)).toBeGreaterThan(80);
  });
});
