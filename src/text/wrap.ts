import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import { breakAtSpaces, breakWell } from './break-line.ts';
import { withCodes } from './sanitize.ts';

/** What is in a text with a word that stays in one piece, however long: a path or an address, to be copied. */
const WHOLE = /[\\/]\S*[\\/]/;

/** Longer lines are hard to read, whatever the window allows. */
const MAX_WIDTH = 88;

export interface Indent {
  /** Spaces, or a mark, before the first line. */
  readonly first?: string;
  /** Spaces before all other lines; by default as wide as `first`. */
  readonly rest?: string;
}

/** The width for text in a window of this many columns. */
export function textWidth(columns: number): number {
  return Math.max(20, Math.min(columns, MAX_WIDTH));
}

/**
 * The text as lines of at most `width` columns, broken between words; a line break in the text counts as a space. Scripts
 * without spaces, such as Chinese, are broken between letters.
 */
export function wrap(
  text: string,
  width: number,
  { first = '', rest = ' '.repeat(first.length) }: Indent = {},
): string[] {
  const room = Math.max(10, width - rest.length);
  const lines = breakWell(text, room, isNarrow(text) ? breakAtSpaces : breakMeasured);
  return lines.map((line, at) => (at === 0 ? first : rest) + line);
}

function breakMeasured(text: string, width: number): string[] {
  return withCodes(text, (plain) => wrapAnsi(plain, width, { trim: true, hard: !WHOLE.test(text) })).split('\n');
}

/** How many columns a text takes: letters of East Asian scripts and emoji take two. */
export function columnsOf(text: string): number {
  return isNarrow(text) ? text.length : stringWidth(text);
}

// Other characters have to be measured. The first measurement costs a tenth of a Node start, and few texts need it.
function isNarrow(text: string): boolean {
  return /^[ -~\u00A0-\u024F\u2010-\u2026\u2190-\u2193\u2500-\u259F]*$/.test(text);
}
