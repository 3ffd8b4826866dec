import MiniSearch, { type Options } from 'minisearch';
import { packIndex } from '../../text/packed-index.ts';

/** A passage as it is indexed: stems, with spaces between. */
export interface Indexed {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly note: string;
  /** How people ask about it. */
  readonly ways: string;
}

/** How much a match in each part of a passage counts. */
const BOOST = { title: 1.6, text: 1, note: 0.4, ways: 1.5 };

// Our own stems are used, for questions and passages alike.
const OPTIONS: Options<Indexed> = {
  fields: ['title', 'text', 'note', 'ways'],
  tokenize: (text) => text.split(' '),
  processTerm: (term) => term,
};

/** Scores are stored as whole numbers of this fraction of 1. */
const SCALE = 100;

/**
 * The score of each stem for each passage that has it, as MiniSearch computes it (BM25+): a packed index of the places
 * of passages and their scores. The build computes it, so that a question only needs a sum.
 */
export function makeIndex(passages: readonly Indexed[]): string {
  const engine = new MiniSearch<Indexed>(OPTIONS);
  engine.addAll(passages);
  const places = new Map(passages.map(({ id }, at) => [id, at]));
  const stems = new Set(
    passages.flatMap(({ title, text, note, ways }) => [title, text, note, ways].join(' ').split(' ')),
  );
  stems.delete('');
  const scored = [...stems].map((stem) => {
    const found = engine.search(stem, { boost: BOOST });
    return [stem, found.map(({ id, score }) => `${places.get(String(id))} ${Math.round(score * SCALE)}`)] as const;
  });
  return packIndex(new Map(scored));
}
