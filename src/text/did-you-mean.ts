import { distance } from 'fastest-levenshtein';
import { UsageError } from '../errors.ts';

/** " (did you mean "fever"?)" when one of the known words is close to what was typed, else nothing. */
export function didYouMean(typed: string, known: readonly string[]): string {
  const word = closestWord(typed.toLowerCase(), known);
  return word === undefined ? '' : ` (did you mean "${word}"?)`;
}

/** The word of a list that was typed for an option, in any case. @throws UsageError with the list, for any other word */
export function oneOf<T extends string>(option: string, typed: string, known: readonly T[]): T {
  const word = typed.trim().toLowerCase();
  const found = known.find((one) => one === word);
  if (found !== undefined) return found;
  throw new UsageError(`--${option} can't be "${typed}"${didYouMean(word, known)}`, {
    code: `unknown-${option}`,
    hint: `use one of these: ${known.join(', ')}`,
  });
}

/**
 * The known word that was probably meant: it begins with what was typed, or differs in at most a third of its letters.
 * @param typed in lower case
 */
export function closestWord(typed: string, known: readonly string[]): string | undefined {
  if (known.length === 0 || typed === '') return undefined;
  const begun = typed.length > 2 ? known.find((word) => word.startsWith(typed)) : undefined;
  const word = begun ?? known.reduce((best, one) => (slips(typed, one) < slips(typed, best) ? one : best));
  return begun !== undefined || slips(typed, word) <= allowed(typed, word) ? word : undefined;
}

// Two letters are close to every word, and two changes make any other word of four letters.
function allowed(typed: string, word: string): number {
  const length = Math.max(typed.length, word.length);
  if (typed.length < 3) return 0;
  return length < 5 ? 1 : Math.max(2, Math.floor(length / 3));
}

/** In how many letters two words differ. The same letters in another order are one typing error. */
export function slips(typed: string, word: string): number {
  return sorted(typed) === sorted(word) ? 1 : distance(typed, word);
}

function sorted(word: string): string {
  return word.split('').toSorted().join('');
}
