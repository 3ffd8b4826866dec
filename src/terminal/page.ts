import { stripVTControlCharacters } from 'node:util';
import { toTerminal } from '../text/sanitize.ts';
import type { Glyphs } from './glyphs.ts';
import type { Style } from './style.ts';
import { wrap } from '../text/wrap.ts';

/** What a view needs to know about the output that its lines are for. */
export interface Page {
  readonly style: Style;
  readonly glyphs: Glyphs;
  /** The columns that lines may take. */
  readonly width: number;
  /** Frames may be drawn; a screen reader would read them out. */
  readonly framed: boolean;
}

/** A paragraph. */
export function paragraph(page: Page, text: string, indent = ''): string[] {
  return wrap(text, page.width, { first: indent });
}

/** A list with a mark before each item. */
export function bullets(page: Page, texts: readonly string[], indent = '  '): string[] {
  return texts.flatMap((text) => wrap(text, page.width, { first: `${indent}${page.glyphs.bullet} ` }));
}

/** A list with a number before each item. @param from the number of the first */
export function numbered(page: Page, texts: readonly string[], from = 1): string[] {
  return numberedParts(page, texts, from).flat();
}

/** The same, the lines of each item by themselves. */
export function numberedParts(page: Page, texts: readonly string[], from = 1): string[][] {
  const digits = String(from + texts.length - 1).length;
  return texts.map((text, at) => wrap(text, page.width, { first: `  ${String(from + at).padStart(digits)}. ` }));
}

/** A row with a key or a name in a column of its own, followed by what it means. @param column its width */
export function keyRow(page: Page, key: string, column: number, text: string): string[] {
  const [first = '', ...rest] = paragraph(page, text, ' '.repeat(column + 4));
  return [`  ${page.style.key(key.padEnd(column))}  ${first.trimStart()}`, ...rest];
}

/** A title with the id that can be typed for it. */
export function titled({ style }: Page, { id, title }: { readonly id: string; readonly title: string }): string {
  return `${style.strong(title)}  [${id}]`;
}

const HIGHEST = 10;

/** Whether bars can be drawn: not in ASCII, and not for a screen reader. */
export function hasBars({ framed, glyphs }: Page): boolean {
  return framed && glyphs.bars !== '';
}

/** Ratings from 0 to 10 as a row of bars, always on that scale; as numbers where bars can't be drawn. A missing rating is a gap. */
export function sparkline(page: Page, ratings: readonly (number | undefined)[]): string {
  if (!hasBars(page)) return ratings.map((rating) => rating ?? 'unrated').join(', ');
  const { bars, gap } = page.glyphs;
  const bar = (rating: number) => bars[Math.round((rating / HIGHEST) * (bars.length - 1))]!;
  return ratings.map((rating) => (rating === undefined ? gap : bar(rating))).join('');
}

/** Breaks lines between words where they are wider than a window of this many columns. */
export function fit(lines: readonly string[], columns: number): string[] {
  return lines.flatMap((line) => {
    if (line.length <= columns || stripVTControlCharacters(toTerminal(line)).length <= columns) return [line];
    const indent = line.slice(0, line.length - line.trimStart().length);
    // Messages quote what was typed: none of its words may begin a line that looks like a message of ours.
    const rest = line.startsWith('unspasm: ') ? '  ' : indent;
    return wrap(line.trimStart(), columns, { first: indent, rest });
  });
}
