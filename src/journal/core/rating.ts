/** From this rating on pain counts as severe, as on the usual scale of words. */
export const SEVERE = 7;

const IN_WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** A rating as somebody typed it, or dictated it: a whole number from 0 to 10, "seven" too; nothing for what is none. */
export function readRating(typed: string): number | undefined {
  const inWords = IN_WORDS.indexOf(typed.toLowerCase());
  if (inWords >= 0) return inWords;
  return /^(\d|10)$/.test(typed) ? Number(typed) : undefined;
}

/** Whether a number is a rating: a hand, or another program, may have written any. */
export function isRating(value: number | undefined): value is number {
  return value !== undefined && value >= 0 && value <= 10;
}

/** The middle of ratings, or the mean of the two in the middle; of none there is none. */
export function median(ratings: readonly number[]): number | undefined {
  if (ratings.length === 0) return undefined;
  const ordered = ratings.toSorted((a, b) => a - b);
  const middle = ordered.length >> 1;
  return ordered.length % 2 === 1 ? ordered[middle] : (ordered[middle - 1]! + ordered[middle]!) / 2;
}

/** The mean of ratings, to a tenth; of none there is none. */
export function mean(ratings: readonly number[]): number | undefined {
  if (ratings.length === 0) return undefined;
  return Math.round((ratings.reduce((sum, one) => sum + one, 0) / ratings.length) * 10) / 10;
}
