import type { Judged, Model } from '../../understanding/core/model.ts';
import { sharing } from './lookup.ts';
import type { BuiltIndex } from './types.ts';
import { stemsOf } from './words.ts';

/** A passage that was found. */
export interface Found {
  readonly id: string;
  /** How well it fits, from 0 to 1. */
  readonly score: number;
}

export interface Answer {
  /** Whether the guide has an answer, and that is the best passage. */
  readonly answered: boolean;
  /** Best first; where nothing was answered, the nearest. */
  readonly results: readonly Found[];
}

/** What is needed to answer questions. */
export interface SearchIndex {
  /** Knows which words each passage has. */
  readonly built: BuiltIndex;
  /** Knows from examples which passages answer a question, or that none does. */
  readonly model: Model;
}

/** The class of questions that the guide has no answer to. */
export const ELSEWHERE = 'elsewhere';

/** Less than this is no resemblance. */
const LEAST = 0.15;

/** Opens what the build made. */
export function openIndex(built: BuiltIndex, model: Model): SearchIndex {
  return { built, model };
}

/** Finds the passages that answer a question, and whether they do: by what was learned, and by the words they share. */
export function search(question: string, { built, model }: SearchIndex): Answer {
  const stems = stemsOf(question);
  if (stems.length === 0) return { answered: false, results: [] };
  const { words, answered } = model.settings.questions;
  const shared = sharing(stems, built);
  const judged = model.judge(question);
  const scoreOf = ({ id, likely }: Judged) => (1 - words) * Math.sqrt(likely) + words * (shared.get(id) ?? 0);
  const results = judged
    .filter(({ id }) => id !== ELSEWHERE)
    .map((one) => ({ id: one.id, score: scoreOf(one) }))
    .filter(({ score }) => score >= LEAST)
    .toSorted((one, other) => other.score - one.score);
  const [best] = results;
  const none = Math.sqrt(judged.find(({ id }) => id === ELSEWHERE)!.likely);
  return { answered: best !== undefined && best.score - none >= answered, results };
}
