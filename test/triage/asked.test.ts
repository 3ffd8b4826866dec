import { describe, expect, it } from 'vitest';
import { coverageOf, notAskedOf, notAskedTexts } from '../../src/triage/core/asked.ts';
import { KNOWLEDGE } from './answers.ts';

const [now, ...later] = KNOWLEDGE.checklists;
const questions = KNOWLEDGE.questions.map(({ id }) => id);
const all = KNOWLEDGE.checklists.flatMap(({ signs }) => signs);

describe('what was not asked', () => {
  it('is nothing when every sign and every question was', () => {
    expect(notAskedOf(KNOWLEDGE, new Set(all), new Set(questions))).toEqual([]);
    expect(notAskedTexts(KNOWLEDGE, [])).toEqual([]);
  });

  it('is a whole list, a single sign of one, or a question', () => {
    const asked = new Set(now!.signs.slice(1));
    const left = notAskedOf(KNOWLEDGE, asked, new Set(questions.slice(1)));
    expect(left).toEqual([now!.signs[0], ...later.map(({ id }) => id), questions[0]]);
    expect(notAskedTexts(KNOWLEDGE, left)).toEqual([
      'Act now (1 of 12 signs)',
      'Warning signs',
      'Bladder and legs',
      'Other signs',
      'About you',
      'Age',
    ]);
  });

  it('says how much of each screen was asked', () => {
    const coverage = coverageOf(KNOWLEDGE, [...now!.signs.slice(0, 3), 'warning-signs', 'age']);
    expect(coverage.slice(0, 3)).toEqual([
      { title: 'Act now', asked: 9, of: 12 },
      { title: 'Warning signs', asked: 0, of: 7 },
      { title: 'Bladder and legs', asked: 8, of: 8 },
    ]);
    expect(coverage.find(({ title }) => title === 'Age')).toEqual({ title: 'Age', asked: 0, of: 1 });
  });

  it('keeps what another version asked for', () => {
    expect(notAskedTexts(KNOWLEDGE, ['age', 'old-list', '__proto__'])).toEqual(['Age', 'old-list', '__proto__']);
  });

  it('can be told apart by its id alone', () => {
    const ids = [...KNOWLEDGE.checklists.map(({ id }) => id), ...all, ...questions];
    expect(new Set(ids).size).toBe(ids.length);
  });
});
