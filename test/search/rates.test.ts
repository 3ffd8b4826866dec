import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { search } from '../../src/search/search.ts';
import { index } from './index.ts';

interface Question {
  readonly q: string;
  /** The passages that count as right; none where the guide has no answer. */
  readonly gold: readonly string[];
  readonly kind: string;
}

// The search was developed on these: they guard it, and say nothing of how it does with others.
const questions = readFileSync(new URL('questions.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Question);

/** What must be right of each kind, in percent: a little less than is. */
const LEAST = {
  keyword: 95,
  question: 92,
  typo: 95,
  synonym: 92,
  public: 80,
  redflag: 85,
  unanswerable: 90,
};

function isRight({ q, gold }: Question): boolean {
  const { answered, results } = search(q, index);
  return gold.length === 0 ? !answered : answered && gold.includes(results[0]!.id);
}

describe('of the questions that it was developed on', () => {
  test.each(Object.entries(LEAST))('%s: %d in 100 are right', (kind, least) => {
    const some = questions.filter((one) => one.kind === kind);
    expect((100 * some.filter(isRight).length) / some.length).toBeGreaterThanOrEqual(least);
  });

  test('nearly all have their passage among the first three', () => {
    const answerable = questions.filter(({ gold }) => gold.length > 0);
    const found = answerable.filter(({ q, gold }) =>
      search(q, index)
        .results.slice(0, 3)
        .some(({ id }) => gold.includes(id)),
    );
    expect(found.length / answerable.length).toBeGreaterThan(0.96);
  });
});
