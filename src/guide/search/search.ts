import type { Judged, Model } from '../../understanding/core/model.ts';
import { lookUpPacked } from '../../text/packed-index.ts';
import type { BuiltIndex } from './types.ts';
import { stemsOf } from './words.ts';

/** A passage that was found. */
export interface Found {
  readonly id: string;
  /** How well it fits, from 0 to 1. */
  readonly score: number;
}

/** What the search finds for a question. */
export interface Answer {
  /** Whether the best passage is an answer. */
  readonly answered: boolean;
  /** Best first; where the guide has no answer, the nearest passages. */
  readonly results: readonly Found[];
}

/** What is needed to answer questions. */
export interface SearchIndex {
  /** The words of each passage. */
  readonly built: BuiltIndex;
  /** Learned from examples which passages answer a question, or that none does. */
  readonly model: Model;
}

/** The class of questions that the guide has no answer to. */
export const ELSEWHERE = 'elsewhere';

/** The lowest score of a result. */
const LEAST_SCORE = 0.15;

/** Finds the passages that answer a question, by what was learned from examples and by the words that they share. */
export function search(question: string, { built, model }: SearchIndex): Answer {
  const stems = stemsOf(question);
  if (stems.length === 0) return { answered: false, results: [] };
  const { words, answered } = model.settings.questions;
  const shared = scoreSharedWords(stems, built);
  const judged = model.judge(question);
  const scoreOf = ({ id, likely }: Judged) => (1 - words) * Math.sqrt(likely) + words * (shared.get(id) ?? 0);
  const results = judged
    .filter(({ id }) => id !== ELSEWHERE)
    .map((one) => ({ id: one.id, score: scoreOf(one) }))
    .filter(({ score }) => score >= LEAST_SCORE)
    .toSorted((one, other) => other.score - one.score);
  const [best] = results;
  const none = Math.sqrt(judged.find(({ id }) => id === ELSEWHERE)!.likely);
  return { answered: best !== undefined && best.score - none >= answered, results };
}

// Scores the passages that share words with a question: 1 for the best of them, and less for the others in proportion.
function scoreSharedWords(
  stems: readonly string[],
  { scores: packed, passages }: BuiltIndex,
): ReadonlyMap<string, number> {
  const scores = new Map<string, number>();
  const shared = new Map<string, number>();
  for (const stem of new Set(stems)) {
    for (const entry of lookUpPacked(packed, stem)) {
      const [place, score] = entry.split(' ').map(Number);
      const id = passages[place!]!;
      scores.set(id, (scores.get(id) ?? 0) + score!);
      shared.set(id, (shared.get(id) ?? 0) + 1);
    }
  }
  // Like MiniSearch, count a passage for more the more of the words it has.
  const whole = new Map([...scores].map(([id, score]) => [id, score * shared.get(id)!]));
  const best = Math.max(...whole.values());
  return new Map([...whole].map(([id, score]) => [id, score / best]));
}

/** A passage in a list to choose from. */
export interface Titled {
  readonly id: string;
  readonly title: string;
}

/** How many suggestions are shown; nobody reads more while typing. */
const MOST_SUGGESTIONS = 12;

/**
 * What fits a question that is still being typed: titles with the typed words, then what the search finds.
 * @returns all of them in their own order while nothing has been typed
 */
export function suggest<T extends Titled>(typed: string, all: readonly T[], index: SearchIndex): readonly T[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return all;
  const begun = all.filter(({ title }) => hasAll(title, wanted));
  const byId = new Map(all.map((one) => [one.id, one]));
  const found = search(typed, index).results.flatMap(({ id }) => byId.get(id) ?? []);
  return [...new Set([...begun, ...found])].slice(0, MOST_SUGGESTIONS);
}

function hasAll(title: string, wanted: readonly string[]): boolean {
  const words = title.toLowerCase().split(/[^a-z0-9]+/);
  return wanted.every((one) => words.some((word) => word.startsWith(one)));
}
