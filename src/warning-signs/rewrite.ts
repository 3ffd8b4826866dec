import type { Finder, Found } from './finder.ts';
import type { Ground } from './match.ts';
import type { Placed } from './types.ts';

/** Puts one word for each phrase that means it; of two phrases that begin together the longer counts. */
export function rewrite(ground: Ground, phrases: Finder<string>): Placed[] {
  const { tokens } = ground;
  const rewritten: Placed[] = [];
  for (let at = 0; at < tokens.length;) {
    const phrase = longest(phrases(ground, at));
    rewritten.push(phrase ? asOne(tokens, phrase) : (tokens[at] as Placed));
    at = phrase ? phrase.end : at + 1;
  }
  return rewritten;
}

function longest(found: readonly Found<string>[]): Found<string> | undefined {
  return found.reduce<Found<string> | undefined>((best, one) => (best && best.end >= one.end ? best : one), undefined);
}

function asOne(tokens: readonly Placed[], { of, start, end }: Found<string>): Placed {
  const first = tokens[start] as Placed;
  const { base: _, value: __, ...place } = first;
  return { ...place, word: of, to: (tokens[end - 1] as Placed).to };
}
