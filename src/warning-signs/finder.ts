import type { Lexicon } from './lexicon.ts';
import { beginnings, matchAt, parsePattern, type Pattern } from './pattern.ts';
import type { Placed } from './types.ts';

/** Where a pattern was found, and what it belongs to. */
export interface Found<T> {
  readonly of: T;
  readonly start: number;
  readonly end: number;
}

/** What begins at a word, from every pattern that can begin there. */
export type Finder<T> = (tokens: readonly Placed[], at: number) => Found<T>[];

interface Entry<T> {
  readonly source: string;
  readonly of: T;
  pattern?: Pattern;
}

/** A finder of patterns; each is read when a text first holds a word that it can begin with. */
export function makeFinder<T>(sources: Iterable<readonly [string, T]>, lexicon: Lexicon): Finder<T> {
  const byBeginning = new Map<string, Entry<T>[]>();
  for (const [source, of] of sources) index(byBeginning, { source, of });
  return (tokens, at) => {
    const found: Found<T>[] = [];
    for (const entry of beginningAt(tokens[at], byBeginning, lexicon)) {
      entry.pattern ??= parsePattern(entry.source, lexicon);
      const end = matchAt(entry.pattern, tokens, at, lexicon);
      if (end > at) found.push({ of: entry.of, start: at, end });
    }
    return found;
  };
}

function beginningAt<T>(token: Placed | undefined, byBeginning: Map<string, Entry<T>[]>, lexicon: Lexicon): Set<Entry<T>> {
  const words = token?.base === undefined ? [token?.word ?? ''] : [token.word, token.base];
  return new Set(words.flatMap((word) => lexicon.namesOf(word).flatMap((name) => byBeginning.get(name) ?? [])));
}

function index<T>(byBeginning: Map<string, Entry<T>[]>, entry: Entry<T>): void {
  for (const name of beginnings(entry.source)) {
    const known = byBeginning.get(name);
    if (known) known.push(entry);
    else byBeginning.set(name, [entry]);
  }
}

/** Everything that is found between two places. */
export function findAll<T>(find: Finder<T>, tokens: readonly Placed[], start = 0, end = tokens.length): Found<T>[] {
  const found: Found<T>[] = [];
  for (let at = start; at < end; at += 1) found.push(...find(tokens, at));
  return found;
}
