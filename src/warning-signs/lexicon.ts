import { lazily } from './lazily.ts';
import { makeSpeller, type Speller } from './spelling.ts';
import type { WarningSigns } from './types.ts';

/** The words that the knowledge speaks of, and the classes they belong to. */
export interface Lexicon {
  readonly members: (className: string) => ReadonlySet<string>;
  /** The classes of a word, and the word itself: what a pattern may begin with. */
  readonly namesOf: (word: string) => readonly string[];
  readonly knows: (word: string) => boolean;
  readonly spell: Speller;
}

/** @param patterns every pattern of the knowledge: its plain words are known too */
export function makeLexicon(knowledge: WarningSigns, patterns: () => Iterable<string>): Lexicon {
  const classes = new Map(Object.entries(knowledge.words).map(([name, words]) => [name, new Set(words.split(' '))]));
  const names = lazily(() => namesByWord(classes));
  const vocabulary = lazily(() => new Set([...names().keys()].concat(literals(patterns()))));
  const plain = lazily(() => new Set(knowledge.plain.split(' ')));
  const speller = lazily(() => makeSpeller(vocabulary()));
  return {
    members: (className) => classes.get(className) ?? new Set(),
    namesOf: (word) => names().get(word) ?? [word],
    knows: (word) => vocabulary().has(word),
    spell: (word) => (plain().has(word) ? undefined : speller()(word)),
  };
}

function namesByWord(classes: ReadonlyMap<string, ReadonlySet<string>>): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const [name, words] of classes) {
    for (const word of words) {
      const known = names.get(word);
      if (known) known.push(`@${name}`);
      else names.set(word, [word, `@${name}`]);
    }
  }
  return names;
}

/** The plain words of patterns; what follows an `@` is the name of a class. */
function literals(patterns: Iterable<string>): string[] {
  const parts = new Set([...patterns].join(' ').split(' '));
  const words = new Set([...parts].join('|').split('|'));
  return [...words].map(bare).filter((word) => word.length > 1 && word >= 'a' && word < '{');
}

/** A word of a pattern without the signs before and after it. */
function bare(word: string): string {
  return word.slice('!&~'.includes(word.charAt(0)) ? 1 : 0, word.endsWith('?') ? -1 : undefined);
}
