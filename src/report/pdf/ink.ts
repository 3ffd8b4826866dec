import { closedLines, isRightToLeft, sanitizeParts, withoutIsolates } from '../page/isolate.ts';
import type { FontChooser, Piece } from './fonts.ts';
import { linesOf, type Measure } from './lines.ts';
import { fromLeft, runsOf } from './visual-order.ts';

/** An element of the structure that a screen reader follows. */
export type Element = PDFKit.PDFStructureElement;

/** What a screen reader gets to know of an element. */
export interface ElementOptions {
  /** What it says in place of a picture. */
  readonly alt?: string;
  /** What a heading of a table is about. */
  readonly scope?: 'Column' | 'Row';
}

/** How a text looks. */
export interface TextStyle {
  /** In points. */
  readonly size: number;
  readonly color: string;
  readonly isBold?: boolean;
}

/** How far lines are apart, and their baseline is from their top, in sizes of the font. */
const LEADING = 1.3;
const BASELINE = 1.02;
/** Fonts are measured in thousandths of their size. */
const UNIT = 1000;

/** Draws texts and decorations on the pages of a PDF, and says to a screen reader what they are. */
export class Ink {
  readonly document: PDFKit.PDFDocument;
  readonly #fonts: FontChooser;
  /** How wide texts are, by font and text, at a size of {@link UNIT}: words come again, and so do all for each size. */
  readonly #widths = new Map<string, number>();

  constructor(document: PDFKit.PDFDocument, fonts: FontChooser) {
    this.document = document;
    this.#fonts = fonts;
  }

  /** Measures texts on one line, in points. */
  measure(style: TextStyle): Measure {
    return (text) =>
      this.#fonts
        .pieces(withoutIsolates(text), style.isBold)
        .reduce((sum, piece) => sum + this.#widthOf(piece, style), 0);
  }

  /** A text as lines that fit into a width. */
  lines(text: string, style: TextStyle, width: number): string[] {
    return closedLines(linesOf(sanitizeParts(text).normalize('NFC'), width, this.measure(style)));
  }

  /** How high some lines are, in points. */
  height(lines: readonly string[], { size }: TextStyle): number {
    return lines.length * size * LEADING;
  }

  /** Draws lines below each other. @param y the top of the first one */
  text(lines: readonly string[], style: TextStyle, x: number, y: number): void {
    lines.forEach((line, at) => this.#line(line, style, x, y + style.size * (at * LEADING + BASELINE)));
  }

  /** Draws something that isn't read out. */
  decoration(draw: (document: PDFKit.PDFDocument) => void): void {
    this.document.markContent('Artifact', { type: 'Layout' });
    draw(this.document);
    this.document.endMarkedContent();
  }

  /** Draws an element of the structure. @param type its name in the standard of PDF, such as P or TD */
  element(parent: Element, type: string, draw: () => void, options: ElementOptions = {}): void {
    const content = this.document.markStructureContent(type);
    draw();
    this.document.endMarkedContent();
    parent.add(this.document.struct(type, options, content));
  }

  /** An element that others are in. */
  group(parent: Element, type: string, fill: (element: Element) => void, title?: string): void {
    const element = this.document.struct(type, title === undefined ? {} : { title });
    parent.add(element);
    fill(element);
    element.end();
  }

  #line(line: string, style: TextStyle, left: number, baseline: number): void {
    const pieces = runsOf(line).flatMap(({ text, level }) =>
      this.#fonts.pieces(text, style.isBold).map((piece) => ({ ...piece, level })),
    );
    let x = left;
    for (const piece of fromLeft(pieces)) {
      this.#piece(piece, style, x, baseline);
      x += this.#widthOf(piece, style);
    }
  }

  // Letters that can't be drawn, or whose shapes aren't those of single letters, can still be read out and copied.
  #piece({ text, font, meant }: Piece, { size, color }: TextStyle, x: number, y: number): void {
    const { document } = this;
    const actual = meant ?? (isRightToLeft(text) ? text : undefined);
    if (actual !== undefined) document.markContent('Span', { actual });
    document.font(font).fontSize(size).fillColor(color).text(text, x, y, { lineBreak: false, baseline: 'alphabetic' });
    if (actual !== undefined) document.endMarkedContent();
  }

  #widthOf({ text, font }: Piece, { size }: TextStyle): number {
    const key = `${font} ${text}`;
    let width = this.#widths.get(key);
    if (width === undefined) {
      width = this.document.font(font).fontSize(UNIT).widthOfString(text);
      this.#widths.set(key, width);
    }
    return width * (size / UNIT);
  }
}
