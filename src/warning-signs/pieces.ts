import { lazily } from './lazily.ts';

/** A stretch of the text as it was typed: a word, a number or a sign of punctuation. */
export interface Piece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

// What letters of all languages are takes a millisecond to be worked out, and hardly a text has others than a to z.
const [ASCII, ALL] = [/^[\x00-\x7F]*$/, lazily(() => pieceOf('\\p{L}', '\\p{L}\\p{M}'))];
const PLAIN = pieceOf('a-zA-Z', 'a-zA-Z');

function pieceOf(letter: string, further: string): RegExp {
  const word = `[${letter}][${further}]*(?:['’‘´][${letter}]+)*`;
  const slashed = String.raw`[${letter}\d]+/[${letter}\d]+`;
  const number = String.raw`\d+(?:[.,]\d+)?(?!\d)`;
  return new RegExp(`-+>|=>|→|${slashed}|${number}|${word}|\\n|[^\\s]`, 'gu');
}

/** Whether a text begins with a letter. */
export function isLetter(text: string): boolean {
  return /^[a-z]/i.test(text) || (!ASCII.test(text) && /^\p{L}/u.test(text));
}

// A day is no measurement, and its year would make a note of today an old story.
const DATE = /\d{4}-\d\d-\d\d|\d{1,2}\/\d{1,2}\/\d{2,4}|\d{1,2}:\d\d/g;

/** The pieces of a text, in small letters, with straight apostrophes. */
export function pieces(text: string): Piece[] {
  const dated = text.replace(DATE, (date) => ' '.repeat(date.length));
  return Array.from(dated.matchAll(ASCII.test(text) ? PLAIN : ALL()), ({ 0: found, index }) => ({
    text: found.toLowerCase().replace(/[’‘´]/g, "'"),
    from: index,
    to: index + found.length,
  }));
}
