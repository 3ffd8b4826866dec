import type { Limits } from './figures.ts';

/** What data/understanding.json sets: what numbers mean, and from which likelihood on something is said. */
export interface Settings {
  readonly figures: Limits;
  readonly signs: {
    /** Likelihoods from which a sign is shown, and from which it is asked about. */
    readonly sure: number;
    readonly asked: number;
    /** From which thoughts of ending one's life are answered: a kind word in vain does no harm. */
    readonly crisis: number;
    /** The finer signs that one sign stands for, where a text says which. */
    readonly parts: Readonly<Record<string, readonly string[]>>;
  };
  readonly questions: {
    /** What shared words count beside what was learned, from 0 to 1. */
    readonly words: number;
    /** By how much the best passage must be ahead of there being none. */
    readonly answered: number;
  };
}
