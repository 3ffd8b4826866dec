import { lookUp, writeBook } from '../text/book.ts';
import type { Phrase } from './types.ts';

const MEANS = ':';

/** All phrases as one text. @param phrases by the stem to look them up with */
export function write(phrases: ReadonlyMap<string, readonly Phrase[]>): string {
  return writeBook(new Map([...phrases].map(([key, some]) => [key, new Set(some.map(text))])));
}

function text({ stems, means }: Phrase): string {
  return `${stems.join(' ')}${MEANS}${means.join(' ')}`;
}

/** The phrases that stand under a stem. */
export function phrasesUnder(book: string, stem: string): Phrase[] {
  return lookUp(book, stem).map(read);
}

function read(written: string): Phrase {
  const [stems = '', means = ''] = written.split(MEANS);
  return { stems: stems.split(' '), means: means === '' ? [] : means.split(' ') };
}
