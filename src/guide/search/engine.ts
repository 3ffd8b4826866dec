import MiniSearch, { type Options } from 'minisearch';
import { packIndex } from '../../text/packed-index.ts';

/** A passage as it is indexed: stems, with spaces between. */
export interface Indexed {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly note: string;
  /** How people ask for it. */
  readonly ways: string;
}

/** What a match in each part of a passage counts. */
const BOOST = { title: 1.6, text: 1, note: 0.4, ways: 1.5 };

// The stems are made by us, for questions and passages alike.
const OPTIONS: Options<Indexed> = {
  fields: ['title', 'text', 'note', 'ways'],
  tokenize: (text) => text.split(' '),
  processTerm: (term) => term,
};

/** How finely scores are kept. */
const FINE = 100;

/**
 * What each stem counts for each passage that has it, as MiniSearch scores it (BM25+): a book of the place of the
 * passage and its score. The build works it out, so that a question needs no more than to add up.
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
    return [stem, found.map(({ id, score }) => `${places.get(String(id))} ${Math.round(score * FINE)}`)] as const;
  });
  return packIndex(new Map(scored));
}
