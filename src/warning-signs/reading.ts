import { placeTokens } from './clauses.ts';
import { findAll, type Found } from './finder.ts';
import type { Ready } from './knowledge.ts';
import { lazily } from './lazily.ts';
import { holds, layOut, type Ground } from './match.ts';
import { rewrite } from './rewrite.ts';
import { readTokens } from './tokens.ts';
import type { ContextName, Hit, Placed } from './types.ts';

/** A text as it was understood, with what is asked of it again and again. */
export interface Understood {
  readonly tokens: readonly Placed[];
  readonly ground: Ground;
  /** Whether the word at a place belongs to a class. */
  readonly is: (at: number, className: string) => boolean;
  /** What the words around a place do to a sign there, in order. */
  readonly cues: (at: number) => readonly Found<ContextName>[];
  /** What would make a sign at a place harmless; of each the id of the sign. */
  readonly harmless: (at: number) => readonly Found<string>[];
}

/** The same, searched. */
export interface Reading extends Understood {
  /** Every place where a sign is said, however it is meant. */
  readonly hits: readonly Hit[];
}

/** Reads a text; the hits are found by others, who need the reading for it. */
export function read(text: string, known: Ready, find: (reading: Understood) => Hit[]): Reading {
  const { lexicon } = known;
  const ground = understand(text, known);
  const cues = lazily(() => findAll(known.context, ground));
  const harmless = lazily(() => findAll(known.unless, ground));
  const reading = {
    tokens: ground.tokens,
    ground,
    is: (at: number, className: string) => holds(lexicon.members(className), ground.tokens[at]),
    cues: (at: number) => around(cues(), at),
    harmless: (at: number) => around(harmless(), at),
  };
  return { ...reading, hits: find(reading) };
}

// Phrases are read twice, as they stand in phrases: "can't" in "can't catch my breath".
function understand(text: string, { built, lexicon, phrases }: Ready): Ground {
  const plain = layOut(placeTokens(readTokens(text, built, lexicon), lexicon), lexicon);
  const once = layOut(rewrite(plain, phrases), lexicon);
  return layOut(rewrite(once, phrases), lexicon);
}

/** How many words away something can still have to do with a sign. */
const REACH = 80;

/** What was found around a place, from a list in the order of the text. */
function around<T>(found: readonly Found<T>[], at: number): readonly Found<T>[] {
  const from = firstFrom(found, at - REACH);
  return found.slice(from, firstFrom(found, at + REACH));
}

function firstFrom(found: readonly { readonly start: number }[], place: number): number {
  let low = 0;
  let high = found.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((found[middle]?.start ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
