// <key>entry;entry<key>entry<
const [LINE, KEY, ENTRY] = ['<', '>', ';'];
const SEPARATORS = /[<>;]/;

/**
 * Packs lists into one text, each under a key. When only a few keys are looked up, searching a text is faster than
 * parsing it.
 * @throws Error for a text that contains one of the separators
 */
export function packIndex(lists: ReadonlyMap<string, Iterable<string>>): string {
  const lines = [...lists].map(([key, entries]) => `${checked(key)}${KEY}${[...entries].map(checked).join(ENTRY)}`);
  return `${LINE}${lines.join(LINE)}${LINE}`;
}

function checked(text: string): string {
  if (SEPARATORS.test(text)) throw new Error(`a packed index can't hold "${text}"`);
  return text;
}

/** The list under a key; empty where there is none. The key may be any text. */
export function lookUpPacked(packed: string, key: string): string[] {
  // A key with a separator in it could match across two lists.
  if (SEPARATORS.test(key)) return [];
  const found = packed.indexOf(`${LINE}${key}${KEY}`);
  if (found < 0) return [];
  const from = found + key.length + 2;
  return packed.slice(from, packed.indexOf(LINE, from)).split(ENTRY);
}
