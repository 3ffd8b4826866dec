/** A stretch of the text as it was typed: a word, a number or a sign of punctuation. */
export interface Piece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const ARROW = '-+>|=>|→';
const NUMBER = String.raw`\d+(?:[.,]\d+)?(?!\d)`;
const WORD = String.raw`\p{L}[\p{L}\p{M}]*(?:['’‘´]\p{L}+)*`;
const SLASHED = String.raw`[\p{L}\d]+/[\p{L}\d]+`;
const PIECE = new RegExp(`${ARROW}|${SLASHED}|${NUMBER}|${WORD}|\\n|[^\\s]`, 'gu');

// A day is no measurement, and its year would make a note of today an old story.
const DATE = /\d{4}-\d\d-\d\d|\d{1,2}\/\d{1,2}\/\d{2,4}|\d{1,2}:\d\d/g;

/** The pieces of a text, in small letters, with straight apostrophes. */
export function pieces(text: string): Piece[] {
  const dated = text.replace(DATE, (date) => ' '.repeat(date.length));
  return Array.from(dated.matchAll(PIECE), ({ 0: found, index }) => ({
    text: found.toLowerCase().replace(/[’‘´]/g, "'"),
    from: index,
    to: index + found.length,
  }));
}
