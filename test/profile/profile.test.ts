import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  answerProfile,
  currentItems,
  dueItems,
  EMPTY_PROFILE,
  medicineMarks,
  medicineReasons,
  readProfile,
  reasonsText,
} from '../../src/profile/core/profile.ts';
import { content } from '../content/data-files.ts';

const PROFILE = content.profile();
const NOW = 1_790_000_000_000;
const WEEK = 7 * 24 * 3_600_000;
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);
const said = (applies: readonly string[], shown = ids(PROFILE.items), at = NOW) =>
  answerProfile(EMPTY_PROFILE, shown, applies, at);

describe('what somebody said about their health', () => {
  test('lasts, except what comes and goes', () => {
    const profile = said(['pregnancy', 'blood-thinner']);
    expect(ids(currentItems(PROFILE, profile, NOW + 4 * WEEK))).toEqual(['blood-thinner', 'pregnancy']);
    expect(ids(currentItems(PROFILE, profile, NOW + 4 * WEEK + 1))).toEqual(['blood-thinner']);
    expect(ids(dueItems(PROFILE, profile, NOW + 4 * WEEK + 1))).toEqual(['pregnancy']);
    expect(ids(currentItems(PROFILE, profile, NOW - 5 * WEEK))).toEqual(['blood-thinner']);
  });

  test('is changed by a later answer, but only where it was asked about', () => {
    const later = answerProfile(said(['heart', 'asthma']), ['heart'], [], NOW + 1);
    expect(later.applies).toEqual(['asthma']);
    expect(later.at['heart']).toBe(NOW + 1);
  });

  test('was asked about only where it was on the screen', () => {
    const profile = said([], ['heart']);
    expect(ids(dueItems(PROFILE, profile, NOW))).toEqual(ids(PROFILE.items).filter((id) => id !== 'heart'));
  });

  test('comes back from its file as it was saved, and never fails, whatever that holds', () => {
    const profile = said(['heart', 'pregnancy']);
    expect(readProfile(PROFILE, JSON.parse(JSON.stringify(profile)))).toEqual(profile);
    expect(readProfile(PROFILE, { applies: ['constructor', 'heart'], asked: [7], at: { heart: 'x' } })).toEqual({
      applies: ['heart'],
      asked: [],
      at: {},
    });
    fc.assert(fc.property(fc.jsonValue(), (value) => void readProfile(PROFILE, value)));
  });

  test('gives the reasons and the marks of a medicine', () => {
    const items = currentItems(PROFILE, said(['blood-thinner', 'heart', 'blood-pressure', 'diabetes']), NOW);
    expect(medicineMarks(items, 'nsaid')).toEqual(['other-medicines', 'heart', 'heart']);
    expect(medicineMarks(items, 'acetaminophen')).toEqual([]);
    expect(reasonsText(medicineReasons(items, 'nsaid'))).toBe(
      "you take a blood thinner, or your blood doesn't clot well, you have a heart condition, and you have high blood pressure",
    );
  });
});

describe('what it means', () => {
  const therapies = content.therapies().therapies.flatMap(({ cautions }) => (cautions ? [cautions] : []));
  const cautions = new Set(therapies.flatMap(({ avoid, ask }) => ids([...avoid, ...ask])));
  const checks = new Set(
    content.medicines().groups.flatMap(({ id, checks: own }) => own.map((one) => `${id}/${one.id}`)),
  );
  const answers = new Set(
    content.triage().questions.flatMap((question) => (question.type === 'choice' ? ids(question.choices) : [])),
  );

  test.each(PROFILE.items.map((item) => [item.id, item.means] as const))('%s: all of it exists', (_id, means) => {
    expect((means.signs ?? []).filter((id) => !content.signs().has(id))).toEqual([]);
    expect((means.cautions ?? []).filter((id) => !cautions.has(id))).toEqual([]);
    expect((means.medicines ?? []).filter((id) => !checks.has(id))).toEqual([]);
    expect((means.answers ?? []).filter((id) => !answers.has(id))).toEqual([]);
  });
});
