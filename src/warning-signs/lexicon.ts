import { lookUp } from '../text/book.ts';
import { holder, holds } from '../text/lists.ts';
import { ownValue } from '../text/own-value.ts';
import { makeSpeller, type Speller } from './spelling.ts';
import type { BuiltSigns } from './types.ts';

/** The words that the knowledge speaks of, and the classes they belong to. */
export interface Lexicon {
  readonly members: (className: string) => ReadonlySet<string>;
  /** The classes of a word, and the word itself: what a pattern may begin with. */
  readonly namesOf: (word: string) => readonly string[];
  readonly knows: (word: string) => boolean;
  readonly spell: Speller;
}

export function makeLexicon({ words, classes, vocabulary, plain }: BuiltSigns): Lexicon {
  const sets = new Map<string, ReadonlySet<string>>();
  const speller = makeSpeller(vocabulary);
  return {
    members: (className) => {
      const members = sets.get(className) ?? new Set(ownValue(words, className)?.split(' '));
      sets.set(className, members);
      return members;
    },
    namesOf: (word) => [word, ...lookUp(classes, word).map((name) => `@${name}`)],
    knows: holder(vocabulary),
    spell: (word) => (holds(plain, word) ? undefined : speller(word)),
  };
}
