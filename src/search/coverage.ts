import { holds } from '../text/lists.ts';
import { rarityIn } from './rarity.ts';
import { type Said, isElsewhere, isPassage } from './phrases.ts';
import type { SearchIndex, Understood } from './search.ts';
import type { Word } from './words.ts';

// Tried out, as the weights are.
/** Words that nobody knows, in the order of passages and in the decision whether there is an answer. */
const UNKNOWN = { weight: 0.5, strange: 1.2 };
/** A phrase that names what the guide doesn't cover. */
const ELSEWHERE = 3;
/** The least that a word of a known phrase weighs, and any word of the guide. */
const PHRASE = 0.6;
const LEAST = 0.05;
const CHATTER = { known: 0.15, phrase: 0.3, strange: 0.02 };
/** How strange it is that a passage hasn't what the question says, where the guide has it. */
const STRANGE = { phrase: 0.4, word: 0.6 };
/** What a phrase explains that means another passage, or other words of the guide. */
const SHARE = { otherPassage: 0.15, synonym: 0.9 };
/** With less than this to go by nothing can be said. */
const TOO_LITTLE = 0.15;

export interface Coverage {
  /** How much of the question a passage explains, from 0 to 1. */
  readonly explained: number;
  /** The same against what is strange to it alone: words of the guide that it doesn't have hardly count. */
  readonly trusted: number;
}

interface Account {
  readonly weight: number;
  /** How much of the word the passage explains. */
  readonly share: number;
  /** What speaks against its being an answer. */
  readonly strange: number;
}

/** How much of a question a passage explains. @param terms what it has of what was looked up */
export function coverageOf({ words, said }: Understood, terms: ReadonlySet<string>, index: SearchIndex): Coverage {
  const accounts = words.map((word, at) => accountOf(word, spokenAt(said, at), terms, index));
  const sum = (of: (one: Account) => number) => accounts.reduce((total, one) => total + of(one), 0);
  const all = sum(({ weight }) => weight);
  const explained = sum(({ weight, share }) => weight * share);
  const against = explained + sum(({ strange }) => strange);
  return {
    explained: all < TOO_LITTLE ? 0 : explained / all,
    trusted: against < TOO_LITTLE ? 0 : explained / against,
  };
}

function spokenAt(said: readonly Said[], at: number): Said[] {
  return said.filter((one) => one.at.includes(at));
}

function accountOf(word: Word, said: readonly Said[], terms: ReadonlySet<string>, index: SearchIndex): Account {
  const elsewhere = said.find(isElsewhere);
  const meant = said.filter((one) => !isElsewhere(one));
  if (elsewhere && !meant.some((one) => one.stems.length >= elsewhere.stems.length)) {
    const weight = ELSEWHERE / Math.sqrt(elsewhere.stems.length);
    return { weight, share: 0, strange: weight };
  }
  const share = Math.max(terms.has(word.stem) ? 1 : 0, ...meant.map((one) => shareOf(one, terms)));
  return meant.length > 0 ? phraseAccount(word, share, index) : wordAccount(word, share, index);
}

function shareOf(one: Said, terms: ReadonlySet<string>): number {
  const had = one.means.filter((term) => terms.has(term)).length / one.means.length;
  return isPassage(one) ? Math.max(had, SHARE.otherPassage) : had * SHARE.synonym;
}

function phraseAccount({ text, stem }: Word, share: number, { built }: SearchIndex): Account {
  const weight = holds(built.chatter, text) ? CHATTER.phrase : Math.max(PHRASE, rarityIn(built.rarity, stem) ?? 0);
  return { weight, share, strange: weight * (1 - share) * STRANGE.phrase };
}

function wordAccount({ text, stem }: Word, share: number, { built }: SearchIndex): Account {
  const rarity = rarityIn(built.rarity, stem);
  if (holds(built.chatter, text)) {
    return rarity === undefined
      ? { weight: 0, share, strange: CHATTER.strange }
      : { weight: CHATTER.known * rarity, share, strange: 0 };
  }
  if (rarity === undefined) return { ...UNKNOWN, share: 0 };
  const weight = Math.max(LEAST, rarity);
  return { weight, share, strange: weight * (1 - share) * STRANGE.word };
}
