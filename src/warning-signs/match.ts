import { clauseAround } from './clauses.ts';
import type { Lexicon } from './lexicon.ts';
import type { Element, Pattern, Words } from './pattern.ts';
import type { Placed, Token } from './types.ts';

/** The words of a text, to look for patterns in. */
export interface Ground {
  readonly tokens: readonly Placed[];
  /** Where a pattern that begins at a word has ended, or -1. It stays within the clause and skips small words. */
  readonly match: (pattern: Pattern, start: number) => number;
}

type Follow = (pattern: Pattern, element: number, at: number, start: number) => number;

/** Makes the words of a text ready to be searched. */
export function layOut(tokens: readonly Placed[], lexicon: Lexicon): Ground {
  const isFiller = flags(tokens, lexicon.members('filler'));
  const isNegator = flags(tokens, lexicon.members('negator'));
  const inside = (at: number, start: number) => tokens[at]?.clause === tokens[start]?.clause;
  const is = (at: number, start: number, words: Words) => inside(at, start) && holds(words, tokens[at]);
  const skips = (at: number, start: number) => isFiller[at] === 1 && inside(at, start);
  const isAhead = (at: number, start: number, words: Words): boolean =>
    is(at, start, words) || (skips(at, start) && isAhead(at + 1, start, words));

  const follow: Follow = (pattern, element, at, start) => {
    const part = pattern[element];
    if (!part) return at;
    if (part.kind === 'gap') return followGap(part.most, pattern, element, at, start);
    if (part.kind === 'word') return followWord(part, pattern, element, at, start);
    if (part.kind !== 'number') return isTrue(part, at, start) ? follow(pattern, element + 1, at, start) : -1;
    return inside(at, start) && isBetween(tokens[at]?.value, part) ? follow(pattern, element + 1, at + 1, start) : -1;
  };
  const isTrue = (part: Element, at: number, start: number): boolean => {
    if (part.kind === 'unlike') return !isAhead(at, start, part.words);
    if (part.kind === 'near') return isNear(tokens, start, part.words);
    if (part.kind === 'far') return !tokens.slice(...clauseAround(tokens, start)).some((one) => holds(part.words, one));
    return part.kind === 'start' ? !inside(at - 1, start) : !inside(at, start);
  };
  const followWord = (
    part: Element & { kind: 'word' },
    ...[pattern, element, at, start]: Parameters<Follow>
  ): number => {
    const taken = is(at, start, part.words) ? follow(pattern, element + 1, at + 1, start) : -1;
    if (taken >= 0) return taken;
    const without = part.optional ? follow(pattern, element + 1, at, start) : -1;
    if (without >= 0) return without;
    return at > start && skips(at, start) ? follow(pattern, element, at + 1, start) : -1;
  };
  // No gap passes over a "not": "the leg is not numb" doesn't say that it is.
  const followGap = (most: number, ...[pattern, element, at, start]: Parameters<Follow>): number => {
    const here = follow(pattern, element + 1, at, start);
    if (here >= 0 || most === 0 || !inside(at, start) || isNegator[at] === 1) return here;
    return followGap(isFiller[at] === 1 ? most : most - 1, pattern, element, at + 1, start);
  };
  return { tokens, match: (pattern, start) => follow(pattern, 0, start, start) };
}

function flags(tokens: readonly Placed[], words: Words): Uint8Array {
  return Uint8Array.from(tokens, (token) => Number(holds(words, token)));
}

/** Whether a word, or the word that it is a form of, is one of these. */
export function holds(words: Words, token: Token | undefined): boolean {
  return token !== undefined && (words.has(token.word) || (token.base !== undefined && words.has(token.base)));
}

function isBetween(value: number | undefined, { least, most }: Element & { kind: 'number' }): boolean {
  return value !== undefined && value >= least && value <= most;
}

/** How far around a word `&` looks. */
const NEARBY = 15;

function isNear(tokens: readonly Placed[], at: number, words: Words): boolean {
  const last = Math.min(tokens.length, at + NEARBY);
  for (let near = Math.max(0, at - NEARBY); near < last; near += 1) {
    if (holds(words, tokens[near])) return true;
  }
  return false;
}
