import type { Phrase } from './types.ts';

// |key=stem stem:meaning meaning;stem:meaning|
const [LINE, KEY, PHRASE, MEANS] = ['|', '=', ';', ':'];

/** All phrases as one text. @param phrases by the stem to look them up with */
export function write(phrases: ReadonlyMap<string, readonly Phrase[]>): string {
  const lines = [...phrases].map(([key, some]) => `${key}${KEY}${[...new Set(some.map(text))].join(PHRASE)}`);
  return `${LINE}${lines.join(LINE)}${LINE}`;
}

function text({ stems, means }: Phrase): string {
  return `${stems.join(' ')}${MEANS}${means.join(' ')}`;
}

/** The phrases that stand under a stem. */
export function lookUp(book: string, key: string): Phrase[] {
  const found = book.indexOf(`${LINE}${key}${KEY}`);
  if (found < 0) return [];
  const from = found + key.length + 2;
  return book.slice(from, book.indexOf(LINE, from)).split(PHRASE).map(read);
}

function read(written: string): Phrase {
  const [stems = '', means = ''] = written.split(MEANS);
  return { stems: stems.split(' '), means: means === '' ? [] : means.split(' ') };
}
