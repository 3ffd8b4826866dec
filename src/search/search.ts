import { type Hit, type Lookup, openEngine } from './engine.ts';
import { coverageOf } from './coverage.ts';
import { phrasesIn, type Said } from './phrases.ts';
import { corrected } from './spelling.ts';
import type { BuiltIndex } from './types.ts';
import { weightsOf } from './weights.ts';
import { stemmed, type Word, wordsOf } from './words.ts';

/** A passage that was found. */
export interface Found {
  readonly id: string;
  readonly score: number;
  /** How far it can be trusted to answer: how much of what is strange in the question it explains, from 0 to 1. */
  readonly coverage: number;
}

export interface Answer {
  /** Whether the best passage explains enough of the question. */
  readonly answered: boolean;
  /** Best first; where nothing was answered, the nearest. */
  readonly results: readonly Found[];
  /** The words that were looked up, as the guide spells them. */
  readonly corrected: readonly string[];
}

/** The index, opened. */
export interface SearchIndex {
  readonly lookup: Lookup;
  readonly built: BuiltIndex;
}

/** A question, understood. */
export interface Understood {
  readonly words: readonly Word[];
  readonly said: readonly Said[];
}

/** The coverage from which a question of three words counts as answered. */
const ENOUGH = 0.48;
/** Each doubling of the words brings in more that nothing explains. */
const LESS_WHEN_LONG = 0.08;

/** Opens what the build made. */
export function openIndex(built: BuiltIndex): SearchIndex {
  return { lookup: openEngine(built.engine), built };
}

/** Finds the passages that answer a question, and whether they do. */
export function search(question: string, index: SearchIndex): Answer {
  const spelled = corrected(wordsOf(question), index.built);
  const words = stemmed(spelled);
  const understood = { words, said: phrasesIn(words, index.built.phrases) };
  const hits = index.lookup(weightsOf(understood, index));
  const results = hits.map((hit) => foundOf(hit, understood, index)).toSorted((a, b) => b.score - a.score);
  return { answered: isEnough(results[0], words.length), results, corrected: spelled };
}

// What explains more of the question moves up.
function foundOf({ id, score, terms }: Hit, understood: Understood, index: SearchIndex): Found {
  const { explained, trusted } = coverageOf(understood, terms, index);
  return { id, score: score * (0.2 + explained), coverage: trusted };
}

function isEnough(best: Found | undefined, words: number): boolean {
  return best !== undefined && best.coverage >= ENOUGH - LESS_WHEN_LONG * Math.log2(Math.max(1, words / 3));
}
