import { clauseAround } from './clauses.ts';
import type { Lexicon } from './lexicon.ts';
import type { Placed } from './types.ts';

type Words = ReadonlySet<string>;

type Element =
  | { readonly kind: 'word'; readonly words: Words; readonly optional: boolean }
  | { readonly kind: 'gap'; readonly most: number }
  | { readonly kind: 'number'; readonly least: number; readonly most: number }
  | { readonly kind: 'unlike' | 'near' | 'far'; readonly words: Words }
  | { readonly kind: 'start' | 'end' };

export type Pattern = readonly Element[];

/**
 * Reads a pattern. Its parts stand apart by a space: a word, `@class`, `#` (a number) or several of them with
 * `|`, with `?` at the end if it may be missing; `#9-150` (a number in that range); `..` and `...` (up to three or six other words); `!` before
 * what must not follow; `&` before what must stand nearby; `~` before what must not stand in its clause;
 * `^` and `$` for the ends of a clause.
 */
export function parsePattern(source: string, lexicon: Lexicon): Pattern {
  return source.split(' ').map((part) => parseElement(part, lexicon));
}

/** What a text must hold for a pattern to begin: words and classes. */
export function beginnings(source: string): string[] {
  const first = source.split(' ').find((part) => part !== '^' && !/^&|\?$/.test(part)) ?? '';
  return first.startsWith('#') && first.includes('-') ? ['#'] : first.split('|');
}

function parseElement(part: string, lexicon: Lexicon): Element {
  if (part === '..') return { kind: 'gap', most: 3 };
  if (part === '...') return { kind: 'gap', most: 6 };
  const range = /^#(\d+)-(\d+)$/.exec(part);
  if (range) return { kind: 'number', least: Number(range[1]), most: Number(range[2]) };
  if (part === '^') return { kind: 'start' };
  if (part === '$') return { kind: 'end' };
  if (part.startsWith('!')) return { kind: 'unlike', words: wordsOf(part.slice(1), lexicon) };
  if (part.startsWith('~')) return { kind: 'far', words: wordsOf(part.slice(1), lexicon) };
  if (part.startsWith('&')) return { kind: 'near', words: wordsOf(part.slice(1), lexicon) };
  return { kind: 'word', words: wordsOf(part.replace(/\?$/, ''), lexicon), optional: part.endsWith('?') };
}

function wordsOf(part: string, lexicon: Lexicon): Words {
  const alternatives = part.split('|');
  const [only = ''] = alternatives;
  if (alternatives.length === 1 && only.startsWith('@')) return lexicon.members(only.slice(1));
  return new Set(alternatives.flatMap((one) => (one.startsWith('@') ? [...lexicon.members(one.slice(1))] : [one])));
}

function isBetween(
  value: number | undefined,
  { least, most }: { readonly least: number; readonly most: number },
): boolean {
  return value !== undefined && value >= least && value <= most;
}

/** Whether a word, or the word that it is a form of, is one of these. */
export function holds(words: Words, token: Placed | undefined): boolean {
  return token !== undefined && (words.has(token.word) || (token.base !== undefined && words.has(token.base)));
}

/** How far around a word `&` looks. */
const NEARBY = 15;

/** Where a pattern that begins at a word has ended, or -1. It stays within the clause and skips small words. */
export function matchAt(pattern: Pattern, tokens: readonly Placed[], start: number, lexicon: Lexicon): number {
  const clause = tokens[start]?.clause;
  const filler = lexicon.members('filler');
  const negator = lexicon.members('negator');
  const inside = (at: number) => tokens[at]?.clause === clause;
  const is = (at: number, words: Words) => inside(at) && holds(words, tokens[at]);
  const past = (at: number): number => (is(at, filler) ? past(at + 1) : at);

  const follow = (element: number, at: number): number => {
    const part = pattern[element];
    if (!part) return at;
    switch (part.kind) {
      case 'word':
        return followWord(part, element, at);
      case 'gap':
        return followGap(part.most, element, at);
      case 'number':
        return inside(at) && isBetween(tokens[at]?.value, part) ? follow(element + 1, at + 1) : -1;
      case 'unlike':
        return is(at, part.words) || is(past(at), part.words) ? -1 : follow(element + 1, at);
      case 'near':
        return isNear(tokens, start, part.words) ? follow(element + 1, at) : -1;
      case 'far':
        return tokens.slice(...clauseAround(tokens, start)).some((token) => holds(part.words, token)) ? -1 : follow(element + 1, at);
      case 'start':
        return at === 0 || tokens[at - 1]?.clause !== clause ? follow(element + 1, at) : -1;
      case 'end':
        return inside(at) ? -1 : follow(element + 1, at);
    }
  };
  const followWord = (part: Element & { kind: 'word' }, element: number, at: number): number => {
    const taken = is(at, part.words) ? follow(element + 1, at + 1) : -1;
    if (taken >= 0) return taken;
    const without = part.optional ? follow(element + 1, at) : -1;
    if (without >= 0) return without;
    return at > start && is(at, filler) ? follow(element, at + 1) : -1;
  };
  // No gap passes over a "not": "the leg is not numb" doesn't say that it is.
  const followGap = (most: number, element: number, at: number): number => {
    const here = follow(element + 1, at);
    if (here >= 0 || most === 0 || !inside(at) || is(at, negator)) return here;
    return followGap(is(at, filler) ? most : most - 1, element, at + 1);
  };
  return inside(start) ? follow(0, start) : -1;
}

function isNear(tokens: readonly Placed[], at: number, words: Words): boolean {
  const last = Math.min(tokens.length, at + NEARBY);
  for (let near = Math.max(0, at - NEARBY); near < last; near += 1)
    if (holds(words, tokens[near])) return true;
  return false;
}
