import { stripVTControlCharacters } from 'node:util';
import { toTerminal } from '../text/sanitize.ts';
import type { Glyphs } from './glyphs.ts';
import type { Style } from './style.ts';
import type { Block, Part } from '../text/paginate.ts';
import { wrap } from '../text/wrap.ts';

/** A window with fewer rows has none for blank lines and frames. */
export const LOW_WINDOW = 16;

/** What a view needs to know about the output that its lines are for. */
export interface Page {
  readonly style: Style;
  readonly glyphs: Glyphs;
  /** The columns that lines may take. */
  readonly width: number;
  /** Frames may be drawn; a screen reader would read them out. */
  readonly framed: boolean;
  /** The window is so low that what is only good to have is left out. */
  readonly low?: boolean;
}

/** A paragraph. */
export function paragraph(page: Page, text: string, indent = ''): string[] {
  return wrap(text, page.width, { first: indent });
}

/** A list with a mark before each item; a screen reader would say "star" for each mark. */
export function bullets(page: Page, texts: readonly string[], indent = '  '): string[] {
  const { framed, glyphs, width } = page;
  const mark = framed ? { first: `${indent}${glyphs.bullet} ` } : { first: indent, rest: `${indent}  ` };
  return texts.flatMap((text) => wrap(text, width, mark));
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

/** A text beside a name has at least this many columns; otherwise it is below the name. */
const BESIDE = 20;

/** A row with a key or a name in a column of its own, followed by what it means. @param column its width */
export function keyRow(page: Page, key: string, column: number, text: string): string[] {
  if (page.width - column - 4 < BESIDE) return [`  ${page.style.key(key)}`, ...paragraph(page, text, '      ')];
  const [first = '', ...rest] = paragraph(page, text, ' '.repeat(column + 4));
  return [`  ${page.style.key(key.padEnd(column))}  ${first.trimStart()}`, ...rest];
}

/** A title with the id that can be typed for it. */
export function titled(page: Page, { id, title }: { readonly id: string; readonly title: string }): string {
  return withId(page, page.style.strong(title), id, '  ');
}

/** A text with the id that can be typed for what it is about. A screen reader would say "left bracket". */
export function withId({ framed }: Pick<Page, 'framed'>, text: string, id: string, gap = ' '): string {
  return framed ? `${text}${gap}[${id}]` : `${text}, id ${id}`;
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

/** An item of a list: a bullet, or a number with a full stop. */
const ITEM = /^\s*(?:[^\s\w"'([]|\d+\.) /;

/** A list stays with the words that introduce it, if these are at most this many lines. */
const INTRODUCTION = 3;

/**
 * Lines as blocks, which end at an empty line. In a block each item of a list is a part, with the lines that it goes on
 * in; the words that introduce a list stay with its first item.
 */
export function blocksOf(lines: readonly string[]): Block[] {
  const blocks: string[][][] = [];
  let isApart = true;
  for (const line of lines) {
    const text = stripVTControlCharacters(line);
    const block = blocks.at(-1);
    if (text.trim() === '') isApart = true;
    else if (isApart || !block) blocks.push([[line]]);
    else if (ITEM.test(text) && !introduces(block)) block.push([line]);
    else block.at(-1)!.push(line);
    if (text.trim() !== '') isApart = false;
  }
  return blocks;
}

function introduces(block: readonly Part[]): boolean {
  const [first = []] = block;
  const hasItem = first.some((line) => ITEM.test(stripVTControlCharacters(line)));
  return block.length === 1 && !hasItem && first.length <= INTRODUCTION;
}
