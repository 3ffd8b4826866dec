import { grouped, lookUp, writeBook } from '../text/book.ts';
import type { Phrase } from './types.ts';

// meaning meaning:stem stem|stem stem
const [MEANS, OR] = [':', '|'];

/** All phrases as a book. @param phrases by the stem to look them up with */
export function writePhrases(phrases: ReadonlyMap<string, readonly Phrase[]>): string {
  return writeBook(new Map([...phrases].map(([key, some]) => [key, entriesOf(some)])));
}

function entriesOf(phrases: readonly Phrase[]): string[] {
  const byMeaning = grouped(phrases.map(({ stems, means }) => [means.join(' '), stems.join(' ')] as const));
  return [...byMeaning].map(([means, ways]) => `${means}${MEANS}${[...ways].join(OR)}`);
}

/** The phrases that stand under a stem. */
export function phrasesUnder(book: string, stem: string): Phrase[] {
  return lookUp(book, stem).flatMap(read);
}

function read(entry: string): Phrase[] {
  const [meaning = '', ways = ''] = entry.split(MEANS);
  const means = meaning === '' ? [] : meaning.split(' ');
  return ways.split(OR).map((way) => ({ stems: way.split(' '), means }));
}
