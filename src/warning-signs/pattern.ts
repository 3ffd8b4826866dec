import type { Lexicon } from './lexicon.ts';

export type Words = ReadonlySet<string>;

export type Element =
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
  const known = elements.get(lexicon) ?? new Map<string, Element>();
  elements.set(lexicon, known);
  return source.split(' ').map((part) => {
    const element = known.get(part) ?? parseElement(part, lexicon);
    known.set(part, element);
    return element;
  });
}

/** What was parsed before: the same parts stand in many patterns, and their words are many. */
const elements = new WeakMap<Lexicon, Map<string, Element>>();

/** The part that a pattern begins with: the first that has to be there. */
export function headOf(source: string): string {
  return source.split(' ').find((part) => !skipped(part)) ?? '';
}

/** What a text must hold for a pattern with such a head to begin: words and classes. */
export function beginnings(head: string): string[] {
  return head.startsWith('#') && head.includes('-') ? ['#'] : head.split('|');
}

function skipped(part: string): boolean {
  return part === '^' || part.startsWith('&') || part.endsWith('?');
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
