import { readWhole } from '../../text/whole-number.ts';

/** Pain of 7 and more is called severe, as is usual on a scale from 0 to 10. */
export const SEVERE = 7;

const IN_WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Reads a rating that was typed or dictated: a whole number from 0 to 10, or its name; undefined for anything else. */
export function readRating(typed: string): number | undefined {
  const inWords = IN_WORDS.indexOf(typed.trim().toLowerCase());
  const rating = inWords >= 0 ? inWords : readWhole(typed);
  return isRating(rating) ? rating : undefined;
}

/** Whether a number is a rating: a person, or another program, may have written something else. */
export function isRating(value: number | undefined): value is number {
  return value !== undefined && value >= 0 && value <= 10;
}

/** The median; undefined without ratings. */
export function median(ratings: readonly number[]): number | undefined {
  if (ratings.length === 0) return undefined;
  const ordered = ratings.toSorted((a, b) => a - b);
  const middle = ordered.length >> 1;
  return ordered.length % 2 === 1 ? ordered[middle] : (ordered[middle - 1]! + ordered[middle]!) / 2;
}

/** The mean, to a tenth; undefined without ratings. */
export function mean(ratings: readonly number[]): number | undefined {
  if (ratings.length === 0) return undefined;
  return Math.round((ratings.reduce((sum, one) => sum + one, 0) / ratings.length) * 10) / 10;
}

/** The worst of some ratings. `Math.max(...ratings)` fails beyond a hundred thousand. @param ratings at least one */
export function worstRating(ratings: readonly number[]): number {
  return ratings.reduce((worst, pain) => Math.max(worst, pain));
}

/** The lowest of some ratings. @param ratings at least one */
export function lowestRating(ratings: readonly number[]): number {
  return ratings.reduce((lowest, pain) => Math.min(lowest, pain));
}
