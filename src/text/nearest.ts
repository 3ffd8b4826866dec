import { closest, distance } from 'fastest-levenshtein';

/** " (did you mean "fever"?)" when one of the known words is close to what was typed, else nothing. */
export function nearest(typed: string, known: readonly string[]): string {
  const word = nearestWord(typed, known);
  return word === undefined ? '' : ` (did you mean "${word}"?)`;
}

/** The known word that differs from what was typed in at most a third of its letters, if there is one. */
export function nearestWord(typed: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const begins = known.find((word) => typed.length > 2 && word.startsWith(typed));
  const word = begins ?? closest(typed.toLowerCase(), known);
  const allowed = Math.max(2, Math.floor(Math.max(typed.length, word.length) / 3));
  return begins || distance(typed.toLowerCase(), word) <= allowed ? word : undefined;
}
