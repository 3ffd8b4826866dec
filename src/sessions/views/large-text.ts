import { bigHeight, bigSigns, bigWidth, canDraw, type PixelSize } from './big-signs.ts';

/** A few words in big letters. */
export interface LargeText {
  readonly rows: readonly string[];
  readonly width: number;
  /** The area of a pixel of its letters: the larger, the farther away they can be read. */
  readonly area: number;
}

/** A letter may be up to twice as high as it would be on paper: from the floor, height counts. */
const TALLEST = 2;

interface Drawable {
  readonly lines: readonly string[];
  readonly size: PixelSize;
}

/**
 * A few words in letters as large as they fit, on one line or more.
 * @param blocks whether half-blocks can be shown
 * @returns nothing if even the smallest letters don't fit
 */
export function largeText(text: string, columns: number, rows: number, blocks: boolean): LargeText | undefined {
  const words = text.toUpperCase().split(' ');
  if (!words.every(canDraw)) return undefined;
  let best: Drawable | undefined;
  for (const lines of waysToBreak(words)) {
    const size = largestSize(lines, columns, rows, blocks);
    if (size && (!best || isBetter(lines, size, best))) best = { lines, size };
  }
  if (!best) return undefined;
  const { lines, size } = best;
  const width = widthOf(lines, size.across);
  return { rows: drawLines(lines, size, width, blocks), width, area: areaOf(size) };
}

// Of two as large as each other, the more even lines are quicker to read.
function isBetter(lines: readonly string[], size: PixelSize, best: Drawable): boolean {
  const [one, other] = [areaOf(size), areaOf(best.size)];
  if (one !== other) return one > other;
  return lines.length === best.lines.length && widthOf(lines, 1) < widthOf(best.lines, 1);
}

/** All ways to put words on lines, in their order; first those with few lines. */
function waysToBreak(words: readonly string[]): string[][] {
  const breaks = words.length - 1;
  const ways = Array.from({ length: 2 ** breaks }, (_, bits) =>
    words.reduce<string[]>((lines, word, at) => {
      const starts = at === 0 || (bits & (1 << (at - 1))) !== 0;
      return starts ? [...lines, word] : [...lines.slice(0, -1), `${lines.at(-1)!} ${word}`];
    }, []),
  );
  return ways.toSorted((a, b) => a.length - b.length);
}

function largestSize(lines: readonly string[], columns: number, rows: number, blocks: boolean): PixelSize | undefined {
  let best: PixelSize | undefined;
  for (let across = 1; widthOf(lines, across) <= columns; across += 1) {
    for (let down = across; down <= across * TALLEST; down += 1) {
      // In ASCII halves of rows are hard to read: only where nothing larger fits.
      const isDrawable = blocks || down === 1 || down % 2 === 0;
      if (isDrawable && heightOf(lines, down) <= rows && across * down > areaOf(best)) best = { across, down };
    }
  }
  return best;
}

function areaOf(size: PixelSize | undefined): number {
  return size ? size.across * size.down : 0;
}

function widthOf(lines: readonly string[], across: number): number {
  return Math.max(...lines.map((line) => bigWidth(line, across)));
}

function heightOf(lines: readonly string[], down: number): number {
  return lines.length * bigHeight(down) + (lines.length - 1) * gapOf(down);
}

/** The empty rows between two lines: a pixel. */
function gapOf(down: number): number {
  return Math.ceil(down / 2);
}

function drawLines(lines: readonly string[], size: PixelSize, width: number, blocks: boolean): string[] {
  return lines.flatMap((line, at) => {
    const indent = ' '.repeat(Math.floor((width - bigWidth(line, size.across)) / 2));
    const gap = at === 0 ? [] : Array.from({ length: gapOf(size.down) }, () => '');
    return [...gap, ...bigSigns(line, size, blocks, { atBottom: true }).map((row) => indent + row)];
  });
}
