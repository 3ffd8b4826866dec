import type { Token } from './tokens.ts';
import type { Judged } from './model.ts';

interface Run {
  readonly first: number;
  readonly last: number;
  readonly weight: number;
}

/** A quote of more words than this would be the whole text again. */
const MOST = 12;
/** Words that begin another clause, but only after `WHOLE` words: not in "pins and needles". */
const ALSO: ReadonlySet<string> = new Set(['and', 'but', 'plus', 'also']);
const WHOLE = 5;
/** The share of the heaviest word's weight that a word needs to be kept at the ends of a quote. */
const RELEVANT = 0.15;
/** What a clause ends with. */
const END = /[.,;:!?…\n()]|\s[-–—]\s/;

/**
 * The words of a text that mention a sign: the clause that weighs most for it, or the heaviest words of a long clause.
 * @returns a piece of the text, as it was written
 */
export function quoteOf(text: string, { window, weightOf }: Pick<Judged, 'window' | 'weightOf'>): string {
  const { words } = window;
  const weights = weightOf();
  let best: Run = { first: 0, last: 0, weight: Number.NEGATIVE_INFINITY };
  for (const [first, last] of clausesOf(text, words)) {
    const own = heaviest(weights, first, last);
    if (own.weight > best.weight) best = own;
  }
  return text.slice(words[best.first]?.from, words[best.last]?.to);
}

function clausesOf(text: string, words: readonly Token[]): [first: number, last: number][] {
  const clauses: [number, number][] = [];
  let first = 0;
  words.forEach((word, at) => {
    const next = words[at + 1];
    const isNewClause = next && at - first + 1 >= WHOLE && ALSO.has(next.word);
    if (next && !isNewClause && !END.test(text.slice(word.to, next.from))) return;
    clauses.push([first, at]);
    first = isNewClause ? at + 2 : at + 1;
  });
  return clauses;
}

// The run of words that weighs most in a clause; in a long clause, from its first relevant word to its last.
function heaviest(weights: readonly number[], first: number, last: number): Run {
  const length = Math.min(MOST, last - first + 1);
  let best: Run = { first, last: first + length - 1, weight: Number.NEGATIVE_INFINITY };
  for (let at = first; at + length - 1 <= last; at += 1) {
    const weight = weights.slice(at, at + length).reduce((sum, one) => sum + one, 0);
    if (weight > best.weight) best = { first: at, last: at + length - 1, weight };
  }
  return last - first + 1 > MOST ? trimmed(best, weights) : best;
}

// A piece that was cut out shouldn't end in "off the".
function trimmed({ first, last, weight }: Run, weights: readonly number[]): Run {
  const own = weights.slice(first, last + 1);
  const most = Math.max(...own);
  if (most <= 0) return { first, last, weight };
  const isRelevant = (one: number) => one >= most * RELEVANT;
  return { first: first + own.findIndex(isRelevant), last: first + own.findLastIndex(isRelevant), weight };
}
