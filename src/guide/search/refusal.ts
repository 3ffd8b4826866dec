import type { Passage } from '../../content/types.ts';
import type { BuiltIndex } from './types.ts';
import { stemsOf } from './words.ts';

interface Scored {
  readonly passage: Passage;
  /** From 0 to 1, as `search` gives it. */
  readonly score: number;
}

/** The lowest score of a topic that is named where the guide has no answer; from `ALIKE` on it needs no shared word. */
const NEAR = 0.25;
const ALIKE = 0.5;

/**
 * The topics that are worth naming where the guide has no answer: those that share a less common word with the
 * question, or that are very like it. Often there are none.
 */
export function nearestTopics<T extends Scored>(question: string, results: readonly T[], { common }: BuiltIndex): T[] {
  const stems = new Set(stemsOf(question).filter((stem) => !common.includes(stem)));
  const shares = ({ title, text }: Passage) => stemsOf(`${title} ${text}`).some((stem) => stems.has(stem));
  return results.filter(({ passage, score }) => score >= ALIKE || (score >= NEAR && shares(passage)));
}

/** A sentence that says whom to ask about a question that the guide doesn't answer; nothing for a question that isn't about health. */
export function referralFor(question: string, { referrals }: BuiltIndex): string | undefined {
  const stems = ` ${stemsOf(question).join(' ')} `;
  return referrals.find(({ phrases }) => phrases.some((phrase) => stems.includes(` ${phrase} `)))?.ask;
}
