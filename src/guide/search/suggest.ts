import { search, type SearchIndex } from './search.ts';

/** Something that can be chosen from the list, as its title says it. */
export interface Titled {
  readonly id: string;
  readonly title: string;
}

/** More than this nobody reads while typing. */
const MOST = 12;

/**
 * What fits a question that is still being typed: titles that hold what was typed, then what the
 * search finds. Everything, in its own order, while nothing was typed.
 */
export function suggest<T extends Titled>(typed: string, all: readonly T[], index: SearchIndex): readonly T[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return all;
  const begun = all.filter(({ title }) => hasAll(title, wanted));
  const byId = new Map(all.map((one) => [one.id, one]));
  const found = search(typed, index).results.flatMap(({ id }) => byId.get(id) ?? []);
  return [...new Set([...begun, ...found])].slice(0, MOST);
}

function hasAll(title: string, wanted: readonly string[]): boolean {
  const words = title.toLowerCase().split(/[^a-z0-9]+/);
  return wanted.every((one) => words.some((word) => word.startsWith(one)));
}
