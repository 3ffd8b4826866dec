import { wrapAnsi } from 'fast-wrap-ansi';

/** Longer lines are hard to read, whatever the window allows. */
const MAX_WIDTH = 88;

export interface Indent {
  /** Spaces, or a mark, before the first line. */
  readonly first?: string;
  /** Spaces before all the others; as wide as `first` unless told. */
  readonly rest?: string;
}

/** The width to write at in a window of so many columns. */
export function textWidth(columns: number): number {
  return Math.max(20, Math.min(columns, MAX_WIDTH));
}

/** The text as lines of at most `width` columns, broken between words. */
export function wrap(
  text: string,
  width: number,
  { first = '', rest = ' '.repeat(first.length) }: Indent = {},
): string[] {
  const lines = wrapAnsi(text, Math.max(10, width - rest.length), { trim: true }).split('\n');
  return lines.map((line, at) => (at === 0 ? first : rest) + line);
}
