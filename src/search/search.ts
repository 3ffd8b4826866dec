import { type Hit, type Lookup, openEngine } from './engine.ts';
import { phrasesIn, type Said } from './phrases.ts';
import { corrected } from './spelling.ts';
import type { BuiltIndex } from './types.ts';
import { stemmed, stemOf, type Word, wordsOf } from './words.ts';

/** A passage that was found. */
export interface Found {
  readonly id: string;
  readonly score: number;
  /** How much of the question it explains, from 0 to 1. */
  readonly coverage: number;
}

export interface Answer {
  /** Whether the best passage explains enough of the question. */
  readonly answered: boolean;
  /** Best first. */
  readonly results: readonly Found[];
  /** The words that were looked up, as the guide spells them. */
  readonly corrected: readonly string[];
}

/** The index, opened. */
export interface SearchIndex {
  readonly lookup: Lookup;
  readonly built: BuiltIndex;
  readonly vocabulary: readonly string[];
  readonly known: ReadonlySet<string>;
  /** Stems of words that are right as they are. */
  readonly stems: ReadonlySet<string>;
  readonly chatter: ReadonlySet<string>;
}

/** Opens what the build made. */
export function openIndex(built: BuiltIndex): SearchIndex {
  const vocabulary = built.vocabulary.split(' ');
  const chatter = new Set(built.chatter.split(' '));
  const known = new Set([...vocabulary, ...chatter]);
  const stems = new Set([...built.known.split(' '), ...Object.keys(built.rarity)]);
  return { lookup: openEngine(built.engine), built, vocabulary, known, stems, chatter };
}

export const TUNE = {
  synonym: 0.8,
  target: 2.1,
  chatter: 0.15,
  unknown: 1.2,
  elsewhere: 2.2,
  said: 0.6,
  floor: 0.05,
  threshold: 0.5,
  slope: 0.06,
  lift: 0.4,
  other: 0.15,
  least: 0.15, onTopic: 0.4, inGuide: 0.6, unknownRank: 0.5, chat: 0.02, pow: 0.5, phrase: 0.5, rawChatter: 0.4, cap: 5, gone: 0.3, apart: 0.65, many: 0.3,
};

/** Finds the passages that answer a question, and whether they do. */
export function search(question: string, index: SearchIndex): Answer {
  const spelled = corrected(wordsOf(question), {
    words: index.vocabulary,
    isKnown: (word) => index.known.has(word) || index.stems.has(stemOf(word)),
  });
  const words = stemmed(spelled);
  const said = phrasesIn(words, index.built.phrases);
  const hits = index.lookup(weightsOf(words, said, index));
  const results = hits.map((hit) => foundOf(hit, words, said, index)).toSorted((a, b) => b.score - a.score);
  return { answered: explains(results[0], words), results, corrected: spelled };
}

function weightsOf(words: readonly Word[], said: readonly Said[], index: SearchIndex): Map<string, number> {
  const weights = new Map<string, number>();
  const add = (term: string, weight: number) => weights.set(term, Math.max(weights.get(term) ?? 0, weight));
  const gone = new Set(said.filter((one) => one.means.length === 0).flatMap((one) => one.at));
  words.forEach(({ text, stem }, at) => {
    if (Object.hasOwn(index.built.rarity, stem))
      add(stem, gone.has(at) ? TUNE.gone : index.chatter.has(text) ? TUNE.rawChatter : 1);
  });
  const totals = new Map<string, number>();
  for (const one of said) {
    const isTarget = one.means[0]?.startsWith('@');
    for (const term of one.means) {
      if (isTarget)
        totals.set(
          term,
          (totals.get(term) ?? 0) +
            (TUNE.target * (one.close ? 1 : TUNE.apart) * (1 + TUNE.phrase * (one.stems.length - 1))) / sharing(one, said) ** TUNE.pow,
        );
      else add(term, TUNE.synonym / one.means.length ** TUNE.many);
    }
  }
  for (const [term, weight] of totals) add(term, Math.min(weight, TUNE.cap));
  return weights;
}

function sharing(one: Said, said: readonly Said[]): number {
  return said.filter((other) => other.means[0]?.startsWith('@') && other.at.join() === one.at.join()).length || 1;
}

function foundOf({ id, score, terms }: Hit, words: readonly Word[], said: readonly Said[], index: SearchIndex): Found {
  const accounts = words.map((word, at) => account(word, at, { terms, said, index }));
  const explained = sum(accounts.map(({ weight, share }) => weight * share));
  const all = sum(accounts.map(({ weight }) => weight));
  const strange = sum(accounts.map(({ strange: s }) => s));
  const coverage = all < TUNE.least ? 0 : explained / all;
  const trust = explained + strange < TUNE.least ? 0 : explained / (explained + strange);
  return { id, score: score * (TUNE.lift + coverage), coverage: trust };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

interface Accounting {
  readonly terms: ReadonlySet<string>;
  readonly said: readonly Said[];
  readonly index: SearchIndex;
}

interface Account {
  readonly weight: number;
  readonly share: number;
  /** What speaks against the guide's having an answer. */
  readonly strange: number;
}

// What a word weighs in its question, and how much of it a passage explains.
function account({ text, stem }: Word, at: number, { terms, said, index }: Accounting): Account {
  const here = said.filter((one) => one.at.includes(at));
  const trap = here.find((one) => one.means.length === 0);
  const meant = here.filter((one) => one.means.length > 0);
  if (trap && !meant.some((one) => one.stems.length >= trap.stems.length)) {
    const weight = TUNE.elsewhere / trap.stems.length ** 0.5;
    return { weight, share: 0, strange: weight };
  }
  const rarity = index.built.rarity[stem];
  const share = Math.max(
    terms.has(stem) ? 1 : 0,
    ...meant.map(({ means }) =>
      means[0]!.startsWith('@')
        ? terms.has(means[0]!)
          ? 1
          : TUNE.other
        : (0.9 * means.filter((term) => terms.has(term)).length) / means.length,
    ),
  );
  if (meant.length > 0) {
    const weight = Math.max(TUNE.said, rarity ?? 0);
    return { weight, share, strange: weight * (1 - share) * TUNE.onTopic };
  }
  if (index.chatter.has(text))
    return {
      weight: rarity === undefined ? 0 : TUNE.chatter * rarity,
      share,
      strange: rarity === undefined ? TUNE.chat : 0,
    };
  if (rarity === undefined) return { weight: TUNE.unknownRank, share: 0, strange: TUNE.unknown };
  const weight = Math.max(TUNE.floor, rarity);
  return { weight, share, strange: weight * (1 - share) * TUNE.inGuide };
}

function explains(best: Found | undefined, words: readonly Word[]): boolean {
  return best !== undefined && best.coverage >= TUNE.threshold - TUNE.slope * Math.log2(Math.max(1, words.length / 3));
}
