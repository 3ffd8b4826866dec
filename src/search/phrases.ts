import { phrasesUnder } from './phrase-book.ts';
import type { Phrase } from './types.ts';
import type { Word } from './words.ts';

/** A phrase found in a question, and which of its words make it up. */
export interface Said extends Phrase {
  readonly at: readonly number[];
  /** Its words stand in a row, as they do in the phrase. */
  readonly close: boolean;
}

/** How many other words may stand between those of a phrase. */
const BETWEEN = 2;

/** All phrases that the words say; one inside a longer one isn't said by itself. */
export function phrasesIn(words: readonly Word[], book: string): Said[] {
  const found = words.flatMap(({ stem }, at) => phrasesUnder(book, stem).flatMap((phrase) => match(phrase, words, at)));
  return found.filter((one) => !found.some((other) => isInside(one, other)));
}

function match(phrase: Phrase, words: readonly Word[], key: number): Said[] {
  const at = phrase.means.length === 0 ? inARow(phrase, words, key) : nearby(phrase, words, key);
  return at ? [{ ...phrase, at: at.toSorted((a, b) => a - b), close: isClose(at) }] : [];
}

// What isn't in the guide is said exactly so: "heat pump", but not "pump up the heat".
function inARow({ stems }: Phrase, words: readonly Word[], key: number): number[] | undefined {
  const stem = words[key]!.stem;
  const from = key - stems.indexOf(stem);
  return stems.every((one, index) => words[from + index]?.stem === one)
    ? stems.map((_, index) => from + index)
    : undefined;
}

// In any order, close to each other.
function nearby({ stems }: Phrase, words: readonly Word[], key: number): number[] | undefined {
  const reach = stems.length - 1 + BETWEEN;
  const at: number[] = [];
  for (const stem of stems) {
    const free = (index: number) => words[index]?.stem === stem && !at.includes(index);
    const near = Array.from({ length: 2 * reach + 1 }, (_, step) => key + (step % 2 ? 1 : -1) * Math.ceil(step / 2));
    const place = stem === words[key]!.stem && !at.includes(key) ? key : near.find(free);
    if (place === undefined) return undefined;
    at.push(place);
  }
  return Math.max(...at) - Math.min(...at) <= reach ? at : undefined;
}

function isClose(at: readonly number[]): boolean {
  return at.every((index, nth) => index === at[0]! + nth);
}

function isInside(one: Said, other: Said): boolean {
  return other.at.length > one.at.length && one.at.every((index) => other.at.includes(index));
}

/** Whether a phrase is about something that the guide doesn't cover. */
export function isElsewhere({ means }: Phrase): boolean {
  return means.length === 0;
}

/** Whether a phrase means one passage, and not only words of the guide. */
export function isPassage({ means }: Phrase): boolean {
  return means[0]?.startsWith('@') ?? false;
}
