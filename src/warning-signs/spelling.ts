import { distance } from 'fastest-levenshtein';

/** How many strange words of one text are looked at: a text of thousands of them is no note. */
const PATIENCE = 150;

/** The known word that a strange one most likely stands for, if any is close. */
export type Speller = (word: string) => string | undefined;

/** A speller over a vocabulary; earlier words win over later ones that are as close. */
export function makeSpeller(vocabulary: Iterable<string>): Speller {
  const known = new Set(vocabulary);
  const byLength = groupByLength(known);
  return (word) => {
    const most = allowed(word.length);
    return most === 0 ? undefined : (swapped(word, known) ?? closest(word, byLength, most));
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

function groupByLength(words: ReadonlySet<string>): Map<number, string[]> {
  const groups = new Map<number, string[]>();
  for (const word of words) {
    const group = groups.get(word.length);
    if (group) group.push(word);
    else groups.set(word.length, [word]);
  }
  return groups;
}

// In a short word one slip is half of another word.
function allowed(length: number): number {
  if (length < 4 || length > 20) return 0;
  if (length < 7) return 1;
  return length < 11 ? 2 : 3;
}

/** Two neighbours that changed places are the commonest slip, and count as two to the distance. */
function swapped(word: string, known: ReadonlySet<string>): string | undefined {
  for (let at = 0; at + 1 < word.length; at += 1) {
    const other = word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
    if (known.has(other)) return other;
  }
  return undefined;
}

function closest(word: string, byLength: ReadonlyMap<number, string[]>, most: number): string | undefined {
  let best: string | undefined;
  let least = most + 1;
  for (let length = word.length - most - 1; length <= word.length + most + 1; length += 1) {
    for (const known of byLength.get(length) ?? []) {
      if (length < 4 || (known[0] !== word[0] && !silent(word, known))) continue;
      const apart = distance(word, known);
      if (apart > allowed(length) + 1 || apart > least + 1) continue;
      const weighed = apart - (skeleton(word) === skeleton(known) ? 1 : 0);
      if (weighed < least && weighed <= allowed(length)) [best, least] = [known, weighed];
    }
  }
  return best;
}

// Vowels and doubled letters are what people doubt: "blader" is "bladder" rather than "blade".
function skeleton(word: string): string {
  return word.replace(/[aeiouy]/g, '').replace(/(.)\1/g, '$1');
}

// "nocked", "rist", "neumonia": the first letter is missed where nobody hears it.
function silent(word: string, known: string): boolean {
  return /^(kn|wr|ps|pn)/.test(known) && known[1] === word[0];
}
