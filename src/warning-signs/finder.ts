import { clauseAround } from './clauses.ts';
import type { Lexicon } from './lexicon.ts';
import type { Ground } from './match.ts';
import { beginnings, parsePattern, type Pattern } from './pattern.ts';
import type { Token } from './types.ts';

/** Where a pattern was found, and what it belongs to. */
export interface Found<T> {
  readonly of: T;
  readonly start: number;
  readonly end: number;
}

/** What begins at a word, from every pattern that can begin there. */
export type Finder<T> = (ground: Ground, at: number) => readonly Found<T>[];

interface Entry<T> {
  readonly source: string;
  readonly of: T;
  pattern?: Pattern;
}

const NOTHING: readonly never[] = [];

/** A finder of patterns; each is read when a text first holds a word that it can begin with. */
export function makeFinder<T>(sources: Iterable<readonly [string, T]>, lexicon: Lexicon): Finder<T> {
  const entriesAt = byFirstWord(sources, lexicon);
  return (ground, at) => {
    const entries = entriesAt(ground.tokens[at]);
    if (entries.length === 0) return NOTHING;
    const found: Found<T>[] = [];
    for (const entry of entries) {
      entry.pattern ??= parsePattern(entry.source, lexicon);
      const end = ground.match(entry.pattern, at);
      if (end > at) found.push({ of: entry.of, start: at, end });
    }
    return found;
  };
}

/** Everything that is found in a text, in its order. */
export function findAll<T>(find: Finder<T>, ground: Ground): Found<T>[] {
  const found: Found<T>[] = [];
  for (let at = 0; at < ground.tokens.length; at += 1) found.push(...find(ground, at));
  return found;
}

/** The same, but clauses that were there before are passed over: they say nothing new. */
export function findOnce<T>(find: Finder<T>, ground: Ground): Found<T>[] {
  const { tokens } = ground;
  const found: Found<T>[] = [];
  const seen = new Set<string>();
  for (let start = 0; start < tokens.length;) {
    const [, end] = clauseAround(tokens, start);
    const words = tokens
      .slice(start, end)
      .map(({ word }) => word)
      .join(' ');
    for (let at = start; at < end && !seen.has(words); at += 1) found.push(...find(ground, at));
    seen.add(words);
    start = end;
  }
  return found;
}

function byFirstWord<T>(
  sources: Iterable<readonly [string, T]>,
  lexicon: Lexicon,
): (token?: Token) => readonly Entry<T>[] {
  const byName = new Map<string, Entry<T>[]>();
  for (const [source, of] of sources) {
    const entry = { source, of };
    for (const name of beginnings(source)) add(byName, name, entry);
  }
  const byWord = new Map<string, readonly Entry<T>[]>();
  return (token) => {
    if (!token || !(token.word.startsWith('#') || lexicon.knows(token.word))) return [];
    const key = `${token.word} ${token.base ?? ''}`;
    const known = byWord.get(key) ?? entriesOf(token, byName, lexicon);
    byWord.set(key, known);
    return known;
  };
}

function add<T>(lists: Map<string, T[]>, name: string, one: T): void {
  const list = lists.get(name);
  if (list) list.push(one);
  else lists.set(name, [one]);
}

function entriesOf<T>({ word, base }: Token, byName: ReadonlyMap<string, Entry<T>[]>, lexicon: Lexicon): Entry<T>[] {
  const names = [word, ...(base === undefined ? [] : [base])].flatMap((one) => lexicon.namesOf(one));
  return [...new Set(names.flatMap((name) => byName.get(name) ?? []))];
}
