import type { Synonyms } from '../../content/journal-content.ts';
import type { Choice } from '../../content/types.ts';
import { closestWord, slips } from '../../text/did-you-mean.ts';
import { normal } from '../../text/normal.ts';

/** Something that an entry can name: a known choice, with other words for it. */
export type Named = Pick<Choice, 'id' | 'label'> & Partial<Synonyms>;

/** What typed words name: a known choice, something of the user's own, or perhaps a known choice that was misspelt. */
export type Reading =
  | { readonly kind: 'known'; readonly id: string }
  | { readonly kind: 'own'; readonly words: string }
  | {
      readonly kind: 'near';
      readonly id: string;
      readonly label: string;
      /** The known word that is close, which may be another word for the choice. */
      readonly near: string;
      readonly words: string;
    };

/** Words in front of which this stands are the user's own, however close they are to others. */
const OWN = /^own:\s*/i;

/** Longer words are a note. In characters. */
export const LONGEST_OWN = 60;

/**
 * Reads words that were typed for a place, a trigger, what helped, or an exercise.
 * @param choices the known ones
 */
export function readNamed(typed: string, choices: readonly Named[]): Reading {
  const words = typed.trim().replace(/\s+/g, ' ');
  if (OWN.test(words)) return { kind: 'own', words: words.replace(OWN, '') };
  const ids = new Map(choices.flatMap(({ id, label, words: others = [] }) => namesOf(id, label, others)));
  const key = keyOf(words);
  const known = ids.get(key);
  if (known !== undefined) return { kind: 'known', id: known };
  const near = closestWord(key, [...ids.keys()]);
  if (near === undefined || !isClose(key, near)) return { kind: 'own', words };
  const id = ids.get(near)!;
  return { kind: 'near', id, label: choices.find((one) => one.id === id)!.label, near, words };
}

/** Of words this short, two letters make another word: "groin" isn't a misspelt "loin". */
const SHORT = 5;

function isClose(key: string, near: string): boolean {
  return key.length > SHORT || near.startsWith(key) || slips(key, near) < 2;
}

function namesOf(id: string, label: string, others: readonly string[]): [string, string][] {
  return [id, label, ...others].map((name) => [keyOf(name), id]);
}

// "Left leg" and "left-leg" are the same.
function keyOf(words: string): string {
  return normal(words.replaceAll('-', ' '));
}

/** The words in some entries that aren't among the known ids: the user's own, the latest first, each once. */
export function ownWordsIn(lists: readonly (readonly string[])[], known: ReadonlySet<string>): string[] {
  const own = new Map<string, string>();
  for (const words of lists.flat().filter((one) => !known.has(one) && one.trim() !== '')) {
    if (!own.has(keyOf(words))) own.set(keyOf(words), words);
  }
  return [...own.values()];
}
