import type { Fields } from '../core/fields.ts';
import { IMPORTED, type Put } from '../core/records.ts';
import { makeUlid, seeded, ulidTime } from '../core/ulid.ts';
import { fieldsOf } from '../core/undo.ts';

/** A row of a table without the id of an entry. */
export interface ReadRow {
  /** Its cells by the names of their columns, as they are in the file. */
  readonly source: ReadonlyMap<string, string>;
  readonly fields: Fields;
  /** When it was, as the row says it: without a zone if it has none. */
  readonly said: string;
}

/**
 * Finds the entry that each row is. A row is the same as long as its cells are, so that a better map changes an entry. Where
 * columns were added or renamed it is the same if it says the same. Other rows get an id that is made from their cells: from
 * what the row says, and neither from the clock nor from the zone.
 * @param firsts the first state of each entry of the journal
 * @param taken the ids that rows of the table name themselves
 * @returns an id for each row
 */
export function idsOfRows(
  rows: readonly ReadRow[],
  firsts: ReadonlyMap<string, Put>,
  taken: ReadonlySet<string> = new Set(),
): string[] {
  const imported = [...firsts.values()].filter(({ id, dev }) => dev === IMPORTED && !taken.has(id));
  const byCells = new Map(imported.map(({ id }) => [id.slice(-CELL_LETTERS), id]));
  const own = numbered(rows.map(cellText)).map((text, at) => makeUlid(timeOf(rows[at]!.said), hashed(text)));
  const found = own.map((id) => byCells.get(id.slice(-CELL_LETTERS)));
  const claimed = new Set(found);
  const bySaying = new Map<string, Put[]>();
  for (const first of imported.filter(({ id }) => !claimed.has(id)).toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const key = saying(ulidTime(first.id), fieldsOf(first));
    bySaying.set(key, [...(bySaying.get(key) ?? []), first]);
  }
  return rows.map(
    ({ said, fields }, at) => found[at] ?? bySaying.get(saying(timeOf(said), fields))?.shift()?.id ?? own[at]!,
  );
}

/** The letters of an id that come from the cells; those before them are the time, which may be read in another way later. */
const CELL_LETTERS = 16;

function cellText({ source }: ReadRow): string {
  return JSON.stringify([...source].filter(([, cell]) => cell !== '').toSorted(byName));
}

function saying(time: number, { at: _at, signs: _signs, unsure: _unsure, ...fields }: Fields): string {
  return JSON.stringify([time, Object.entries(fields).toSorted(byName)]);
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}

// Rows with the same cells are told apart by their number.
function numbered(texts: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return texts.map((text) => {
    const nth = seen.get(text) ?? 0;
    seen.set(text, nth + 1);
    return nth === 0 ? text : `${text} ${nth}`;
  });
}

// Two generators, as the 32 bits of one are too few for the rows of many years.
function hashed(text: string): () => number {
  const generators = [seeded(text), seeded(Array.from(text).toReversed().join(''))];
  let at = 0;
  return () => generators[at++ % 2]!();
}

/** The time in the id of a row, as if what it says were in UTC; an id can't have a time before 1970. */
export function timeOf(said: string): number {
  return Math.max(0, Date.parse(said.length === 10 ? `${said}T12:00Z` : said.endsWith('Z') ? said : `${said}Z`));
}
