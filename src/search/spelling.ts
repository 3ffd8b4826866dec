import { distance } from 'fastest-levenshtein';
import { holds } from '../text/lists.ts';
import { rarityIn } from './rarity.ts';
import type { BuiltIndex } from './types.ts';
import { stemOf } from './words.ts';

/** What a speller goes by. */
export type Vocabulary = Pick<BuiltIndex, 'vocabulary' | 'known' | 'chatter' | 'rarity'>;

/** A question's words as the guide spells them. A word that nothing is close to stays. */
export function corrected(words: readonly string[], vocabulary: Vocabulary): string[] {
  const soundOf = remembered(fold);
  const right = remembered((word) => correct(word, vocabulary, soundOf));
  return words.flatMap(right);
}

type Sounding = (word: string) => string;

/** The function, that works out each word once. */
function remembered<T>(work: (word: string) => T): (word: string) => T {
  const done = new Map<string, T>();
  return (word) => {
    if (!done.has(word)) done.set(word, work(word));
    return done.get(word)!;
  };
}

function correct(word: string, vocabulary: Vocabulary, soundOf: Sounding): readonly string[] {
  if (word.length < 3 || /\d/.test(word) || isRight(word, vocabulary)) return [word];
  const near = nearestOf(word, vocabulary, soundOf);
  return near !== undefined ? [near] : (partsOf(word, vocabulary) ?? [word]);
}

function isRight(word: string, { vocabulary, known, chatter, rarity }: Vocabulary): boolean {
  const stem = stemOf(word);
  return (
    rarityIn(rarity, stem) !== undefined ||
    [chatter, vocabulary].some((list) => holds(list, word)) ||
    holds(known, stem)
  );
}

// A space left out: "lowerback".
function partsOf(word: string, { vocabulary }: Vocabulary): readonly string[] | undefined {
  for (let at = 3; at <= word.length - 3; at += 1) {
    const parts = [word.slice(0, at), word.slice(at)];
    if (parts.every((part) => holds(vocabulary, part))) return parts;
  }
  return undefined;
}

function nearestOf(word: string, { vocabulary }: Vocabulary, soundOf: Sounding): string | undefined {
  let best: string | undefined;
  let least = slipsAllowed(word) + 0.01;
  for (const candidate of alike(word, vocabulary)) {
    const slips = slipsBetween(word, candidate, soundOf);
    if (slips < least) [best, least] = [candidate, slips];
  }
  return best;
}

// Words of about that length that begin so, or nearly. A pattern finds them before a loop is warm.
function alike(word: string, vocabulary: string): readonly string[] {
  const more = Math.floor(slipsAllowed(word));
  const [first, second] = word;
  const begin = `(?=${first}|${second}${first}|.${second})`;
  return (
    vocabulary.match(new RegExp(`(?<= )${begin}[a-z]{${word.length - more},${word.length + more}}(?= )`, 'g')) ?? []
  );
}

// Of a short word hardly anything may be wrong, as most short words are close to each other.
function slipsAllowed({ length }: string): number {
  if (length <= 3) return 1;
  if (length <= 5) return 1.3;
  if (length <= 8) return 2;
  return 3;
}

/** How far two words lie apart: letters, or the sound; the first letter is seldom wrong. */
function slipsBetween(word: string, candidate: string, soundOf: Sounding): number {
  const first = candidate[0] === word[0] ? 0 : word.length <= 4 ? 1 : 0.7;
  if (isSwap(word, candidate)) return 0.9 + first;
  const letters = distance(word, candidate);
  if (letters > 4) return letters;
  const sound = distance(soundOf(word), soundOf(candidate)) + 0.5;
  return Math.min(letters, sound) + first;
}

// Two letters in each other's place are one slip.
function isSwap(word: string, candidate: string): boolean {
  if (word.length !== candidate.length) return false;
  let at = 0;
  while (at < word.length && word[at] === candidate[at]) at += 1;
  return (
    word[at] === candidate[at + 1] && word[at + 1] === candidate[at] && word.slice(at + 2) === candidate.slice(at + 2)
  );
}

const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/sch|ck|qu|ch|c(?![eiy])/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/z/g, 's'],
  [/[aeiou]*y|[eiy][aeiouy]*/g, 'i'],
  [/(.)\1+/g, '$1'],
];

/** A word as it sounds, roughly. */
function fold(word: string): string {
  return SOUNDS.reduce((sound, [letters, by]) => sound.replace(letters, by), word);
}
