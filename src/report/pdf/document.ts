import Pdf from 'pdfkit';
import { MAKER, QUESTIONS_MARK, questionsMark } from '../own.ts';
import type { EntryLine, Page } from '../page/page.ts';
import { type Box, type Kit, rule, space, stack, stylesOf, textBox } from './box.ts';
import { FontChooser, type FontFiles } from './fonts.ts';
import { type Element, Ink } from './ink.ts';
import { rowOf } from './sections.ts';

/** The sizes of paper. */
export type Paper = 'A4' | 'Letter';

/** What a PDF is made with, beside the page. */
export interface PdfOptions {
  readonly paper: Paper;
  readonly fonts: FontFiles;
  readonly now: Date;
  /** What is said at the end where letters are missing from the picture. */
  readonly lettersMissing: string;
}

/** A PDF, and whether no font has some of its letters: those are drawn as �. */
export interface PdfDocument {
  readonly bytes: Buffer;
  readonly lacksLetters: boolean;
}

/** In points: the margins are 9 mm and 12 mm. */
const [MARGIN_Y, MARGIN_X] = [25.5, 34];
/** The sizes of the text that are tried until the report fits on one page, in points. */
const SIZES = [9.2, 8.8, 8.4, 8, 7.6, 7.2, 6.8, 6.4, 6] as const;

/** A report as a PDF: one page that a screen reader can read, and more only for all entries. */
export async function pdfOf(page: Page, options: PdfOptions): Promise<PdfDocument> {
  const document = newDocument(page, options);
  const bytes = collect(document);
  const fonts = new FontChooser(options.fonts, ({ name, bytes: file, family }) => {
    document.registerFont(name, Buffer.from(file), family);
  });
  const ink = new Ink(document, fonts);
  document.addPage();
  const root = document.struct('Document');
  document.addStructure(root);
  const { width, height } = document.page;
  const room = { width: width - 2 * MARGIN_X, height: height - 2 * MARGIN_Y };
  page.entries?.forEach(({ text }) => fonts.pieces(text));
  fittingSheet(ink, page, room, () => (fonts.lacksLetters ? options.lettersMissing : undefined)).draw(
    MARGIN_X,
    MARGIN_Y,
    root,
  );
  if (page.entries) drawEntries({ ink, em: SIZES[1] }, page.entries, room, root);
  root.end();
  document.end();
  return { bytes: await bytes, lacksLetters: fonts.lacksLetters };
}

function newDocument(page: Page, { paper, now }: PdfOptions): PDFKit.PDFDocument {
  return new Pdf({
    size: paper.toUpperCase(),
    margin: 0,
    autoFirstPage: false,
    // Without a font that isn't in the file.
    font: null as unknown as string,
    pdfVersion: '1.7',
    lang: 'en-GB',
    tagged: true,
    displayTitle: true,
    info: infoOf(page, now),
  });
}

function infoOf({ title, period, questions, version }: Page, now: Date): object {
  return {
    Title: `${title}, ${period}`,
    Creator: `${MAKER} ${version}`,
    CreationDate: now,
    ModDate: now,
    [QUESTIONS_MARK]: `${QUESTIONS_MARK} ${questionsMark(questions)}`,
  };
}

async function collect(document: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of document) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

interface Room {
  readonly width: number;
  readonly height: number;
}

// The lists of a report have limits, so that the first size nearly always fits. Which letters are missing is known once
// everything was measured.
function fittingSheet(ink: Ink, page: Page, { width, height }: Room, lastWords: () => string | undefined): Box {
  let box = space(Infinity);
  for (const em of SIZES) {
    box = sheet({ ink, em }, page, width);
    const last = lastWords();
    if (last !== undefined) box = sheet({ ink, em }, { ...page, foot: [...page.foot, last] }, width);
    if (box.height <= height) return box;
  }
  return box;
}

function sheet(kit: Kit, { title, intro, rows, byHand, foot }: Page, width: number): Box {
  const { em } = kit;
  const styles = stylesOf(kit);
  return stack([
    textBox(kit, title, styles.title, width, 'H1'),
    ...intro.map((line) => textBox(kit, line, styles.body, width)),
    ...rows.flatMap((sections) => [space(em * 0.5), rowOf(kit, sections, width)]),
    space(em * 0.8),
    byHandLine(kit, byHand, width),
    space(em * 0.4),
    ...foot.map((line) => textBox(kit, line, styles.small, width)),
  ]);
}

function byHandLine(kit: Kit, labels: readonly string[], width: number): Box {
  const { ink, em } = kit;
  const { body } = stylesOf(kit);
  const each = width / labels.length;
  return {
    height: ink.height([''], body),
    draw: (x, y, parent) =>
      labels.forEach((label, at) => {
        const left = x + at * each;
        const used = ink.measure(body)(label) + em * 0.5;
        ink.element(parent, 'P', () => ink.text([label], body, left, y));
        rule(kit, each - used - em).draw(left + used, y + em * 1.2, parent);
      }),
  };
}

function drawEntries(kit: Kit, entries: readonly EntryLine[], { width, height }: Room, root: Element): void {
  const { ink, em } = kit;
  const styles = stylesOf(kit);
  let y = Infinity;
  const heading = stack([textBox(kit, 'All entries', styles.heading, width, 'H2'), rule(kit, width, em * 0.1)]);
  const place = (box: Box, parent: Element) => {
    if (y + box.height > height) {
      ink.document.addPage();
      y = 0;
    }
    box.draw(MARGIN_X, MARGIN_Y + y, parent);
    y += box.height;
  };
  place(heading, root);
  ink.group(
    root,
    'Table',
    (table) => entries.flatMap((entry) => entryBoxes(kit, entry, width)).forEach((box) => place(box, table)),
    'All entries, oldest first',
  );
}

/** A note may be longer than a page: it is broken into pieces of this many lines. */
const ENTRY_LINES = 40;

function entryBoxes(kit: Kit, { when, text }: EntryLine, width: number): Box[] {
  const { ink, em } = kit;
  const { body } = stylesOf(kit);
  const left = em * 10;
  const lines = ink.lines(text, body, width - left);
  const parts = Array.from({ length: Math.ceil(lines.length / ENTRY_LINES) }, (_, at) =>
    lines.slice(at * ENTRY_LINES, (at + 1) * ENTRY_LINES),
  );
  return parts.map((part, at) => ({
    height: ink.height(part, body),
    draw: (x, y, parent) =>
      ink.group(parent, 'TR', (row) => {
        ink.element(row, 'TH', () => ink.text(at === 0 ? [when] : [], body, x, y), { scope: 'Row' });
        ink.element(row, 'TD', () => ink.text(part, body, x + left, y));
      }),
  }));
}
