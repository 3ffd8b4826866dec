import { holds } from '../text/lists.ts';
import { rarityIn } from './rarity.ts';
import { type Said, isElsewhere, isPassage } from './phrases.ts';
import type { SearchIndex, Understood } from './search.ts';

// Tried out on some 400 questions. A few tenths more or less make little difference.
/** A word of the guide that a synonym stands for; several share it. */
const SYNONYM = 0.8;
const SHARED = 0.3;
/** A phrase that means a passage, and what each word more adds to that. */
const PASSAGE = 3;
const WORD_MORE = 0.6;

/** Where its words stand apart, it may not be that phrase at all. */
const APART = 0.65;
/** All phrases together that mean the same passage. */
const MOST = 10;

/** Words as they were typed: of the guide, said whatever one asks about, or of another subject. */
const TYPED = { guide: 1, chatter: 0.4, elsewhere: 0.3 };

/** The terms to look up, each with what it counts. */
export function weightsOf({ words, said }: Understood, index: SearchIndex): Map<string, number> {
  const weights = new Map<string, number>();
  const atLeast = (term: string, weight: number) => weights.set(term, Math.max(weights.get(term) ?? 0, weight));
  const elsewhere = new Set(said.filter(isElsewhere).flatMap((one) => one.at));
  words.forEach(({ text, stem }, at) => {
    if (rarityIn(index.built.rarity, stem) === undefined) return;
    atLeast(stem, elsewhere.has(at) ? TYPED.elsewhere : holds(index.built.chatter, text) ? TYPED.chatter : TYPED.guide);
  });
  for (const one of said.filter((other) => !isPassage(other)))
    for (const term of one.means) atLeast(term, SYNONYM / one.means.length ** SHARED);
  for (const [term, weight] of passagesOf(said.filter(isPassage))) weights.set(term, Math.min(weight, MOST));
  return weights;
}

// What may mean several passages says less of each.
function passagesOf(said: readonly Said[]): Map<string, number> {
  const total = new Map<string, number>();
  for (const one of said) {
    const rivals = said.filter((other) => other.at.join() === one.at.join()).length;
    const length = 1 + WORD_MORE * (one.stems.length - 1);
    const weight = (PASSAGE * length * (one.close ? 1 : APART)) / Math.sqrt(rivals);
    const [term = ''] = one.means;
    total.set(term, (total.get(term) ?? 0) + weight);
  }
  return total;
}
