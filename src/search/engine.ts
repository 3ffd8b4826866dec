import MiniSearch, { type AsPlainObject, type Options, type SearchResult } from 'minisearch';

/** A passage as it is indexed: stems, with spaces between. */
export interface Indexed {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly note: string;
  readonly ways: string;
  /** The passage itself as a term, so that a phrase can mean this one and no other. */
  readonly self: string;
}

/** What a match in each part of a passage counts. */
const BOOST = { title: 1.6, text: 1, note: 0.4, ways: 1.6, self: 1 };

// The stems are made by us, for questions and passages alike.
const OPTIONS: Options<Indexed> = {
  fields: ['title', 'text', 'note', 'ways', 'self'],
  tokenize: (text) => text.split(' '),
  processTerm: (term) => term,
};

/** The term that stands for a passage. */
export function termOf(passage: string): string {
  return `@${passage}`;
}

/** An index of these passages, in the form that the build keeps. */
export function makeEngine(passages: readonly Indexed[]): object {
  const engine = new MiniSearch<Indexed>(OPTIONS);
  engine.addAll(passages);
  return engine.toJSON();
}

export interface Hit {
  readonly id: string;
  readonly score: number;
  /** The terms that the passage has. */
  readonly terms: ReadonlySet<string>;
}

export type Lookup = (weights: ReadonlyMap<string, number>) => Hit[];

/**
 * Looks terms up, each with its own weight. Of the index only these terms are loaded: the whole of it
 * would take half a Node start. @param built what the build kept
 */
export function openEngine(built: object): Lookup {
  const kept = built as AsPlainObject & { readonly index: readonly (readonly [term: string, places: object])[] };
  return (weights) => {
    if (weights.size === 0) return [];
    const index = kept.index.filter(([term]) => weights.has(term));
    const engine = MiniSearch.loadJS<Indexed>({ ...kept, index }, OPTIONS);
    const found = engine.search([...weights.keys()].join(' '), {
      boost: BOOST,
      boostTerm: (term) => weights.get(term) ?? 0,
    });
    return found.map(hitOf);
  };
}

// MiniSearch counts a passage up by the number of its terms, whatever these weigh; that is undone.
function hitOf({ id, score, match, queryTerms }: SearchResult): Hit {
  return { id: String(id), score: score / Math.max(1, queryTerms.length), terms: new Set(Object.keys(match)) };
}
