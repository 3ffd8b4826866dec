import { isAscii, patternOnUse, withoutAccents } from '../../text/letters.ts';
import { figureWord, spelledNumbers, withWeightChanges, type Limits } from './numbers.ts';

/** A word, a number or a punctuation mark of a text, in the form in which it is compared. */
export interface Token {
  /** In lower case without accents and apostrophes; `#…` for a number, `.` `,` `?` for a mark. */
  readonly word: string;
  /** The value of a number. */
  readonly value?: number;
  /** Where it is in the text; `to` is not included. */
  readonly from: number;
  readonly to: number;
}

// "L5" and "n38" are names, not numbers. Most texts need no more than ASCII, whose pattern is made in a tenth of the time.
const ASCII_PIECE =
  /(?<![a-z\d])[a-z]\d+(?!\d|[.,]\d)|\d{1,2}:\d{2}|\d+(?:[.,]\d+)?|[a-z]+(?:['`][a-z]+)*|[.!?;,:()\n>]+/gi;
const anyPiece = patternOnUse(
  String.raw`(?<![\p{L}\d])\p{L}\d+(?!\d|[.,]\d)|\d{1,2}:\d{2}|\d+(?:[.,]\d+)?|` +
    "\\p{L}[\\p{L}\\p{M}]*(?:['’‘´`ʼ]\\p{L}+)*|[.!?;,:()…\\n→>]+",
  'gu',
);

/** The words, numbers and marks of a text. @param limits what numbers mean */
export function tokensOf(text: string, limits: Limits): Token[] {
  const tokens: Token[] = [];
  for (const { 0: piece, index } of text.matchAll(isAscii(text) ? ASCII_PIECE : anyPiece())) {
    const token = { ...read(piece), from: index, to: index + piece.length };
    // Several equal marks in a row say no more than one.
    if (token.word !== '' && !(isMark(token) && tokens.at(-1)?.word === token.word)) tokens.push(token);
  }
  const numbered = spelledNumbers(tokens).map((token, at, all) =>
    token.value === undefined ? token : { ...token, word: figureWord(token.value, all[at + 1]?.word, limits) },
  );
  return withWeightChanges(numbered, limits);
}

/** Whether a token is a full stop, a comma or a question mark. */
export function isMark({ word }: Token): boolean {
  return word === '.' || word === ',' || word === '?';
}

function read(piece: string): Pick<Token, 'word' | 'value'> {
  if (/^\d+:/.test(piece)) return { word: '#clock' };
  if (/^\d/.test(piece)) return { word: '#', value: valueOf(piece) };
  if (piece.includes('?')) return { word: '?' };
  if (/[→>]/.test(piece)) return { word: 'to' };
  if (/^[.!;…\n,:()]/.test(piece)) return { word: /[.!;…\n]/.test(piece) ? '.' : ',' };
  return { word: /^[a-z]+$/.test(piece) ? piece : plain(piece) };
}

// "1,000" is a thousand, "38,5" is 38.5.
function valueOf(piece: string): number {
  return Number(/^\d{1,3},\d{3}$/.test(piece) ? piece.replace(',', '') : piece.replace(',', '.'));
}

function plain(word: string): string {
  return withoutAccents(word)
    .replace(/['’‘´`ʼ]/g, '')
    .toLowerCase();
}
