import { placeTokens } from './clauses.ts';
import { findAll, type Found } from './finder.ts';
import type { Ready } from './knowledge.ts';
import { lazily } from './lazily.ts';
import { holds } from './pattern.ts';
import { rewrite } from './rewrite.ts';
import { readTokens } from './tokens.ts';
import type { ContextName, Hit, Placed } from './types.ts';

/** A text as it was understood, with what is asked of it again and again. */
export interface Reading {
  readonly tokens: readonly Placed[];
  /** Whether the word at a place belongs to a class. */
  readonly is: (at: number, className: string) => boolean;
  /** What the words around a sign do to it, in order. */
  readonly cues: () => readonly Found<ContextName>[];
  /** What would make a sign harmless; of each the id of the sign. */
  readonly harmless: () => readonly Found<string>[];
  /** Every place where a sign is said, however it is meant. */
  readonly hits: readonly Hit[];
}

/** Reads a text; the hits are found by others, who need the reading for it. */
export function read(text: string, known: Ready, find: (reading: Omit<Reading, 'hits'>) => Hit[]): Reading {
  const { lexicon } = known;
  const plain = placeTokens(readTokens(text, known.knowledge, lexicon), lexicon);
  // Twice, as phrases stand in phrases: "can't" in "can't catch my breath".
  const once = placeTokens(rewrite(plain, known.phrases()), lexicon);
  const tokens = placeTokens(rewrite(once, known.phrases()), lexicon);
  const reading = {
    tokens,
    is: (at: number, className: string) => holds(lexicon.members(className), tokens[at]),
    cues: lazily(() => findAll(known.context(), tokens)),
    harmless: lazily(() => findAll(known.unless(), tokens)),
  };
  return { ...reading, hits: find(reading) };
}
