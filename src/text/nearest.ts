import { closest, distance } from 'fastest-levenshtein';

/** " (did you mean "fever"?)" when one of the known words is close to what was typed, else nothing. */
export function nearest(typed: string, known: readonly string[]): string {
  const word = nearestWord(typed.toLowerCase(), known);
  return word === undefined ? '' : ` (did you mean "${word}"?)`;
}

// Close is a word that begins so, or that differs in at most a third of its letters; two letters
// are close to anything.
function nearestWord(typed: string, known: readonly string[]): string | undefined {
  if (known.length === 0 || typed === '') return undefined;
  const begun = typed.length > 2 ? known.find((word) => word.startsWith(typed)) : undefined;
  const word = begun ?? closest(typed, known);
  const allowed = typed.length < 3 ? 0 : Math.max(2, Math.floor(Math.max(typed.length, word.length) / 3));
  return begun !== undefined || distance(typed, word) <= allowed ? word : undefined;
}
