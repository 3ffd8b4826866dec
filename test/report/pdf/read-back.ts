import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { getDocumentProxy } from 'unpdf';
import { OWN_FONTS } from '../../../src/report/commands/pdf-options.ts';
import type { Page } from '../../../src/report/page/page.ts';
import type { FontFiles } from '../../../src/report/pdf/fonts.ts';
import { type PdfOptions, pdfOf } from '../../../src/report/pdf/document.ts';

const FONTS = join(import.meta.dirname, '..', '..', '..', 'dist', 'fonts');
const fontFile = (name: string) => readFileSync(join(FONTS, `${name}.ttf`));

/** The fonts of the program, and none of the computer. */
export const FONT_FILES: FontFiles = { bold: fontFile('latin-bold'), own: OWN_FONTS.map(fontFile), others: [] };

export const MISSING = 'Some letters are missing.';

/** A page as a PDF. */
export async function written(page: Page, more: Partial<PdfOptions> = {}): Promise<Buffer> {
  const now = new Date('2026-11-24T20:00:00Z');
  return (await pdfOf(page, { paper: 'A4', fonts: FONT_FILES, now, lettersMissing: MISSING, ...more })).bytes;
}

/** An element of the structure, with the text in it. */
export interface Element {
  readonly role: string;
  readonly alt?: string;
  readonly children: readonly Element[];
}

/** What another program finds in a PDF. */
export interface ReadBack {
  /** The words of each page, as a program for PDFs finds them. */
  readonly pages: readonly string[];
  /** The width and the height of each page, in points. */
  readonly sizes: readonly (readonly number[])[];
  readonly info: Readonly<Record<string, unknown>>;
  /** The structure of the first page. */
  readonly structure: Element;
  /** Each text that is said in place of what is drawn. */
  readonly actual: readonly string[];
}

/** Reads a PDF with Mozilla's PDF.js. */
export async function readBack(bytes: Buffer): Promise<ReadBack> {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const [pages, sizes]: [string[], number[][]] = [[], []];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    sizes.push(page.view.slice(2));
    pages.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join(' ')
        .replace(/\s+/g, ' '),
    );
  }
  const { info } = await document.getMetadata();
  const structure = (await (await document.getPage(1)).getStructTree()) as unknown as Element;
  return { pages, sizes, info: info as Readonly<Record<string, unknown>>, structure, actual: actualTexts(bytes) };
}

/** The roles of elements in the order in which they are read, each with those in it: "L(LI(Lbl LBody))". */
export function outline({ role, children }: Element): string {
  const inner = children.filter(isElement).map(outline);
  return inner.length === 0 ? role : `${role}(${inner.join(' ')})`;
}

// The others are pieces of text.
function isElement(child: Element): boolean {
  return 'role' in child;
}

// PDF.js reads the letters that are drawn; the texts that stand in for them are in the drawing itself, as UTF-16.
function actualTexts(bytes: Buffer): string[] {
  const file = bytes.toString('latin1');
  const streams = [...file.matchAll(/stream\n([^]*?)\nendstream/g)].map(([, stream]) => inflated(stream!));
  return streams.flatMap((drawing) =>
    [...drawing.matchAll(/\/ActualText \(([^]*?[^\\])\)/g)].map(([, text]) => decoded(text!)),
  );
}

function inflated(stream: string): string {
  try {
    return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
  } catch {
    return '';
  }
}

function decoded(text: string): string {
  const plain = text.replace(/\\(.)/g, '$1');
  if (!plain.startsWith('\u00FE\u00FF')) return plain;
  return Buffer.from(plain.slice(2), 'latin1').swap16().toString('utf16le');
}
