import MiniSearch, { type AsPlainObject, type Options, type SearchResult } from 'minisearch';
import { lookUp, writeBook } from '../text/book.ts';

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

/** How often a term stands in the fields of passages, as MiniSearch keeps it: by field, then by passage. */
type Places = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** An index as the build keeps it: MiniSearch's own, its terms in a book. */
export interface BuiltEngine extends Omit<AsPlainObject, 'index'> {
  readonly index: string;
}

/** An index of these passages. */
export function makeEngine(passages: readonly Indexed[]): BuiltEngine {
  const engine = new MiniSearch<Indexed>(OPTIONS);
  engine.addAll(passages);
  const made = engine.toJSON();
  const terms = made.index as readonly (readonly [term: string, places: Places])[];
  return { ...made, index: writeBook(new Map(terms.map(([term, places]) => [term, writePlaces(places)]))) };
}

// "field passage count"
function writePlaces(places: Places): string[] {
  return Object.entries(places).flatMap(([field, counts]) =>
    Object.entries(counts).map(([passage, count]) => `${field} ${passage} ${count}`),
  );
}

function readPlaces(written: readonly string[]): Places {
  const fields = new Map<string, (readonly [passage: string, count: number])[]>();
  for (const one of written) {
    const [field = '', passage = '', count] = one.split(' ');
    const counts = fields.get(field) ?? [];
    counts.push([passage, Number(count)]);
    fields.set(field, counts);
  }
  return Object.fromEntries([...fields].map(([field, counts]) => [field, Object.fromEntries(counts)]));
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
export function openEngine(built: BuiltEngine): Lookup {
  return (weights) => {
    const known = [...weights.keys()].map((term) => [term, lookUp(built.index, term)] as const);
    const index = known.filter(([, places]) => places.length > 0).map(([term, places]) => [term, readPlaces(places)]);
    if (index.length === 0) return [];
    const engine = MiniSearch.loadJS<Indexed>({ ...built, index } as AsPlainObject, OPTIONS);
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
