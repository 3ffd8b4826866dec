import { distance } from 'fastest-levenshtein';
import { holds } from '../text/lists.ts';

/** How many strange words of one text are looked at: a text of thousands of them is no note. */
const PATIENCE = 150;

/** The known word that a strange one most likely stands for, if any is close. */
export type Speller = (word: string) => string | undefined;

/** A speller over a list of words; earlier words win over later ones that are as close. */
export function makeSpeller(vocabulary: string): Speller {
  return (word) => {
    const most = allowed(word.length);
    return most === 0 ? undefined : (swapped(word, vocabulary) ?? closest(word, vocabulary, most));
  };
}

/** The same speller with a memory, for one text, that tires. */
export function tiring(speller: Speller): Speller {
  const seen = new Map<string, string | undefined>();
  return (word) => {
    if (!seen.has(word) && seen.size < PATIENCE) seen.set(word, speller(word));
    return seen.get(word);
  };
}

// In a short word one slip is half of another word.
function allowed(length: number): number {
  if (length < 4 || length > 20) return 0;
  if (length < 7) return 1;
  return length < 11 ? 2 : 3;
}

/** Two neighbours that changed places are the commonest slip, and count as two to the distance. */
function swapped(word: string, vocabulary: string): string | undefined {
  for (let at = 0; at + 1 < word.length; at += 1) {
    const other = word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
    if (holds(vocabulary, other)) return other;
  }
  return undefined;
}

function closest(word: string, vocabulary: string, most: number): string | undefined {
  let best: string | undefined;
  let least = most + 1;
  for (const known of alike(word, vocabulary, most)) {
    const apart = distance(word, known);
    if (apart > allowed(known.length) + 1 || apart > least + 1) continue;
    const weighed = apart - (skeleton(word) === skeleton(known) ? 1 : 0);
    if (weighed < least && weighed <= allowed(known.length)) [best, least] = [known, weighed];
  }
  return best;
}

/**
 * Words of about that length that begin so, the short ones first. A pattern finds them before a loop
 * is warm. "Nocked", "rist", "neumonia": the first letter may be one that nobody hears.
 */
function alike(word: string, vocabulary: string, most: number): string[] {
  const first = word.slice(0, 1);
  const begin = `(?:${first}|(?=kn|wr|ps|pn).${first})`;
  const length = `[^ ]{${Math.max(4, word.length - most - 1)},${word.length + most + 1}}`;
  const found = vocabulary.match(new RegExp(`(?<= )(?=${begin})${length}(?= )`, 'gu')) ?? [];
  return found.toSorted((one, other) => one.length - other.length);
}

// Vowels and doubled letters are what people doubt: "blader" is "bladder" rather than "blade".
function skeleton(word: string): string {
  return word.replace(/[aeiouy]/g, '').replace(/(.)\1/g, '$1');
}
