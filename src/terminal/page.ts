import type { Glyphs } from './glyphs.ts';
import type { Style } from './style.ts';
import { wrap } from '../text/wrap.ts';

/** What a view needs to know of the place where its lines will stand. */
export interface Page {
  readonly style: Style;
  readonly glyphs: Glyphs;
  /** Columns to write at. */
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
  const digits = String(from + texts.length - 1).length;
  return texts.flatMap((text, at) => wrap(text, page.width, { first: `  ${String(from + at).padStart(digits)}. ` }));
}

/** What is typed for something, in a column so many letters wide, and behind it what it is. */
export function keyRow(page: Page, key: string, column: number, text: string): string[] {
  const [first = '', ...rest] = paragraph(page, text, ' '.repeat(column + 4));
  return [`  ${page.style.key(key.padEnd(column))}  ${first.trimStart()}`, ...rest];
}

/** A title, and the id by which it can be asked for. */
export function titled({ style }: Page, { id, title }: { readonly id: string; readonly title: string }): string {
  return `${style.strong(title)}  ${style.quiet(`[${id}]`)}`;
}
