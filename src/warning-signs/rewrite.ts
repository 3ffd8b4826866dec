import type { Finder, Found } from './finder.ts';
import type { Placed, Token } from './types.ts';

/** Puts one word for each phrase that means it; of two phrases that begin together the longer counts. */
export function rewrite(tokens: readonly Placed[], phrases: Finder<string>): Token[] {
  const rewritten: Token[] = [];
  for (let at = 0; at < tokens.length;) {
    const phrase = longest(phrases(tokens, at));
    rewritten.push(phrase ? asOne(tokens, phrase) : (tokens[at] as Placed));
    at = phrase ? phrase.end : at + 1;
  }
  return rewritten;
}

function longest(found: readonly Found<string>[]): Found<string> | undefined {
  return found.reduce<Found<string> | undefined>((best, one) => (best && best.end >= one.end ? best : one), undefined);
}

function asOne(tokens: readonly Placed[], { of, start, end }: Found<string>): Token {
  const first = tokens[start] as Placed;
  return { word: of, from: first.from, to: (tokens[end - 1] as Placed).to, before: first.before };
}
