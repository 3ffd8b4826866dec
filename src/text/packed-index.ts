// <key>entry;entry<key>entry<
const [LINE, KEY, ENTRY] = ['<', '>', ';'];
const SIGNS = /[<>;]/;

/**
 * Lists under keys, as one text: a text is read faster than what it could be taken apart into, when
 * only a few keys will be looked up.
 * @throws Error for what holds one of its own signs
 */
export function packIndex(lists: ReadonlyMap<string, Iterable<string>>): string {
  const lines = [...lists].map(([key, entries]) => `${checked(key)}${KEY}${[...entries].map(checked).join(ENTRY)}`);
  return `${LINE}${lines.join(LINE)}${LINE}`;
}

function checked(text: string): string {
  if (SIGNS.test(text)) throw new Error(`a book can't hold "${text}"`);
  return text;
}

/** The list that stands under a key; empty where there is none. The key may be any text. */
export function lookUpPacked(book: string, key: string): string[] {
  // With a sign of the book in it a word could be found across two keys.
  if (SIGNS.test(key)) return [];
  const found = book.indexOf(`${LINE}${key}${KEY}`);
  if (found < 0) return [];
  const from = found + key.length + 2;
  return book.slice(from, book.indexOf(LINE, from)).split(ENTRY);
}

/** Lists under keys, of pairs in any order. */
export function grouped(pairs: Iterable<readonly [key: string, entry: string]>): Map<string, Set<string>> {
  const lists = new Map<string, Set<string>>();
  for (const [key, entry] of pairs) {
    const list = lists.get(key);
    if (list) list.add(entry);
    else lists.set(key, new Set([entry]));
  }
  return lists;
}
