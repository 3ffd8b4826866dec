import type { Passage } from '../../content/types.ts';
import type { BuiltIndex } from './types.ts';
import { stemsOf } from './words.ts';

interface Scored {
  readonly passage: Passage;
  /** From 0 to 1, as `search` gives it. */
  readonly score: number;
}

/** Below this a passage has nothing to do with a question that was turned down; from `ALIKE` on it needs no shared word. */
const NEAR = 0.25;
const ALIKE = 0.5;

/**
 * The topics that are worth naming where the guide has no answer: those that share a word with the question that not
 * every passage has, or that are very like it. Often there are none.
 */
export function nearestTopics<T extends Scored>(question: string, results: readonly T[], { common }: BuiltIndex): T[] {
  const stems = new Set(stemsOf(question).filter((stem) => !common.includes(stem)));
  const shares = ({ title, text }: Passage) => stemsOf(`${title} ${text}`).some((stem) => stems.has(stem));
  return results.filter(({ passage, score }) => score >= ALIKE || (score >= NEAR && shares(passage)));
}

/** Whom to ask about a question that the guide doesn't answer, in a sentence; nothing where that is no matter of health. */
export function referralFor(question: string, { referrals }: BuiltIndex): string | undefined {
  const stems = ` ${stemsOf(question).join(' ')} `;
  return referrals.find(({ phrases }) => phrases.some((phrase) => stems.includes(` ${phrase} `)))?.ask;
}
