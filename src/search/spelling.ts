import { distance } from 'fastest-levenshtein';

/** What a speller goes by. */
export interface Vocabulary {
  /** Words to correct to, the most used first. */
  readonly words: readonly string[];
  readonly isKnown: (word: string) => boolean;
}

/** Tells a question's words as the guide spells them. A word that nothing is close to stays. */
export function corrected(words: readonly string[], vocabulary: Vocabulary): string[] {
  const done = new Map<string, readonly string[]>();
  return words.flatMap((word) => {
    if (!done.has(word)) done.set(word, correct(word, vocabulary));
    return done.get(word)!;
  });
}

function correct(word: string, vocabulary: Vocabulary): readonly string[] {
  if (word.length < 3 || /\d/.test(word) || vocabulary.isKnown(word)) return [word];
  const parts = partsOf(word, vocabulary);
  const near = nearestOf(word, vocabulary);
  return near !== undefined ? [near] : (parts ?? [word]);
}

// A space left out: "lowerback".
function partsOf(word: string, { words }: Vocabulary): readonly string[] | undefined {
  const all = new Set(words);
  for (let at = 3; at <= word.length - 3; at += 1) {
    const parts = [word.slice(0, at), word.slice(at)];
    if (parts.every((part) => all.has(part))) return parts;
  }
  return undefined;
}

function nearestOf(word: string, { words }: Vocabulary): string | undefined {
  const allowed = slipsAllowed(word);
  const folded = fold(word);
  let best: string | undefined;
  let least = allowed + 0.01;
  for (const candidate of words) {
    if (Math.abs(candidate.length - word.length) > Math.ceil(allowed)) continue;
    const slips = slipsBetween(word, folded, candidate);
    if (slips < least) [best, least] = [candidate, slips];
  }
  return best;
}

// Of a short word hardly anything may be wrong, as most short words are close to each other.
function slipsAllowed({ length }: string): number {
  if (length <= 3) return 1;
  if (length <= 5) return 1.3;
  if (length <= 8) return 2;
  return 3;
}

/** How far two words lie apart: letters, or the sound; the first letter is seldom wrong. */
function slipsBetween(word: string, folded: string, candidate: string): number {
  const first = candidate[0] === word[0] ? 0 : word.length <= 4 ? 1 : 0.7;
  if (isSwap(word, candidate)) return 0.9 + first;
  const letters = distance(word, candidate);
  if (letters > 4) return letters;
  const sound = distance(folded, fold(candidate)) + 0.5;
  return Math.min(letters, sound) + first;
}

// Two letters in each other's place are one slip.
function isSwap(word: string, candidate: string): boolean {
  if (word.length !== candidate.length) return false;
  const at = [...word].findIndex((letter, index) => letter !== candidate[index]);
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
