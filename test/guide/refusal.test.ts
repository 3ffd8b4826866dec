import { describe, expect, test } from 'vitest';
import type { Passage } from '../../src/content/types.ts';
import { nearestTopics, referralFor } from '../../src/guide/search/refusal.ts';
import { index, searchContent } from './index.ts';

const { built } = index;

const passage = (title: string, text = '') => ({ title, text }) as Passage;

/** The titles that are named near a question. */
function near(question: string, ...results: { passage: Passage; score: number }[]): string[] {
  return nearestTopics(question, results, built).map(({ passage: { title } }) => title);
}

/** What the referral of a question is about. */
function about(question: string): string | undefined {
  const said = referralFor(question, built);
  return searchContent.referrals.find(({ ask }) => ask === said)?.about;
}

describe('topics near a question that was turned down', () => {
  test('share a word with it', () => {
    const results = [
      { passage: passage('Ice in the first days'), score: 0.3 },
      { passage: passage('Safe lifting', 'Bend at the hips.'), score: 0.4 },
    ];
    expect(near('ice skating lessons', ...results)).toEqual(['Ice in the first days']);
  });

  test('but not a word that nearly every passage has', () => {
    expect(near('back pain in horses', { passage: passage('Back pain'), score: 0.4 })).toEqual([]);
  });

  test('or are very like it', () => {
    expect(near('a chilly pad', { passage: passage('Ice in the first days'), score: 0.6 })).toHaveLength(1);
  });

  test('and none is named that is hardly like it', () => {
    expect(near('ice age film', { passage: passage('Ice in the first days'), score: 0.2 })).toEqual([]);
  });
});

describe('whom to ask instead', () => {
  test.each([
    ['how many mg of naproxen', 'dose'],
    ['what is the dose for a 70 kg man', 'dose'],
    ['Tablets: how many may I take?', 'dose'],
    ['my six-year-old has back pain', 'child'],
    ['can children use a heating pad', 'child'],
    ['ibuprofen at 30 weeks pregnant', 'pregnancy'],
    ['is it ok while breast-feeding', 'pregnancy'],
    ['treatment for kidney stones', 'illness'],
    ['how is scoliosis treated', 'illness'],
    ['how do I get up off the floor', 'moving'],
    ['can I drive', 'moving'],
    ['how should I sneeze', 'moving'],
    ['how to put on my socks', 'moving'],
    ['who won the match', undefined],
    ['mortgage rates', undefined],
  ])('%s', (question, expected) => {
    expect(about(question)).toBe(expected);
  });

  test('is a sentence for each kind of question, and no phrase stands for two', () => {
    const phrases = searchContent.referrals.flatMap(({ words }) => words);
    expect(phrases.filter((one, at) => phrases.indexOf(one) < at)).toEqual([]);
    expect(built.referrals.every(({ phrases: stems }) => stems.every((one) => one !== ''))).toBe(true);
  });
});
