import MiniSearch, { type AsPlainObject, type Options } from 'minisearch';
import { lookUp, writeBook } from '../text/book.ts';

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

/** Passages that share words with a question, by their ids; the best has 1, the others as much less as they score less. */
export type Lookup = (stems: readonly string[]) => ReadonlyMap<string, number>;

/**
 * Opens what the build kept. Of the index only the terms that are looked up are loaded: the whole of it would take
 * half a Node start.
 */
export function openEngine(built: BuiltEngine): Lookup {
  return (stems) => {
    const known = [...new Set(stems)].map((term) => [term, lookUp(built.index, term)] as const);
    const index = known.filter(([, places]) => places.length > 0).map(([term, places]) => [term, readPlaces(places)]);
    if (index.length === 0) return new Map();
    const engine = MiniSearch.loadJS<Indexed>({ ...built, index } as AsPlainObject, OPTIONS);
    const found = engine.search(stems.join(' '), { boost: BOOST });
    return new Map(found.map(({ id, score }) => [String(id), score / found[0]!.score]));
  };
}
