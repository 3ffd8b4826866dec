import { lookUp } from '../text/book.ts';
import { clauseAround } from './clauses.ts';
import type { Lexicon } from './lexicon.ts';
import type { Ground } from './match.ts';
import { parsePattern, type Pattern } from './pattern.ts';
import type { PatternBooks, Token } from './types.ts';

/** Where a pattern was found, and what it belongs to. */
export interface Found<T> {
  readonly of: T;
  readonly start: number;
  readonly end: number;
}

/** What begins at a word, from every pattern that can begin there. */
export type Finder<T> = (ground: Ground, at: number) => readonly Found<T>[];

interface Entry<T> {
  readonly of: T;
  readonly pattern: Pattern;
}

const NOTHING: readonly never[] = [];

/**
 * A finder of patterns; each is read when a text first holds a word that it can begin with.
 * @param read what the meaning of a pattern stands for
 */
export function makeFinder<T>(books: PatternBooks, read: (of: string) => T, lexicon: Lexicon): Finder<T> {
  const entriesAt = byFirstWord(books, read, lexicon);
  return (ground, at) => {
    const entries = entriesAt(ground.tokens[at]);
    if (entries.length === 0) return NOTHING;
    const found: Found<T>[] = [];
    for (const { of, pattern } of entries) {
      const end = ground.match(pattern, at);
      if (end > at) found.push({ of, start: at, end });
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
  books: PatternBooks,
  read: (of: string) => T,
  lexicon: Lexicon,
): (token?: Token) => readonly Entry<T>[] {
  const byText = new Map<string, Entry<T>>();
  const byWord = new Map<string, readonly Entry<T>[]>();
  const entryOf = (text: string) => byText.get(text) ?? kept(byText, text, readEntry(text, read, lexicon));
  return (token) => {
    if (!token || !(token.word.startsWith('#') || lexicon.knows(token.word))) return NOTHING;
    const key = `${token.word} ${token.base ?? ''}`;
    return byWord.get(key) ?? kept(byWord, key, textsFor(token, books, lexicon).map(entryOf));
  };
}

function readEntry<T>(text: string, read: (of: string) => T, lexicon: Lexicon): Entry<T> {
  const at = text.indexOf(':');
  return { of: read(text.slice(0, at)), pattern: parsePattern(text.slice(at + 1), lexicon) };
}

function textsFor({ word, base }: Token, { heads, patterns }: PatternBooks, lexicon: Lexicon): string[] {
  const names = [word, ...(base === undefined ? [] : [base])].flatMap((one) => lexicon.namesOf(one));
  const found = new Set(names.flatMap((name) => lookUp(heads, name)));
  return [...found].flatMap((head) => lookUp(patterns, head));
}

function kept<T>(map: Map<string, T>, key: string, value: T): T {
  map.set(key, value);
  return value;
}
