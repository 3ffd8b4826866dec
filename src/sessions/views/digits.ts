import type { Row, Span } from '../../terminal/painter.ts';

/** Each sign is five rows of pixels. */
const SIGNS: ReadonlyMap<string, readonly string[]> = new Map([
  ['0', ['###', '# #', '# #', '# #', '###']],
  ['1', [' # ', '## ', ' # ', ' # ', '###']],
  ['2', ['###', '  #', '###', '#  ', '###']],
  ['3', ['###', '  #', ' ##', '  #', '###']],
  ['4', ['# #', '# #', '###', '  #', '  #']],
  ['5', ['###', '#  ', '###', '  #', '###']],
  ['6', ['###', '#  ', '###', '# #', '###']],
  ['7', ['###', '  #', ' # ', ' # ', ' # ']],
  ['8', ['###', '# #', '###', '# #', '###']],
  ['9', ['###', '# #', '###', '  #', '###']],
  [':', [' ', '#', ' ', '#', ' ']],
]);
const PIXEL_ROWS = 5;

/** A drawn time. */
export interface Digits {
  /** Each in two pieces: what stays the same for ten seconds, and the last sign. A piece that was drawn before is the same object. */
  readonly rows: readonly Row[];
  readonly width: number;
}

/** A time as large as it fits, to be read from the floor. @param blocks whether half-blocks can be shown */
export function bigDigits(text: string, columns: number, rows: number, blocks: boolean): Digits {
  const scales = blocks ? [5, 4, 3, 2, 1] : [4, 2];
  const scale = scales.find((one) => widthAt(text, one) <= columns && rowsAt(one) <= rows);
  if (scale === undefined) return { rows: [[{ text }]], width: text.length };
  const before = bigText(text.slice(0, -1), scale, blocks, ' '.repeat(scale));
  const last = bigText(text.slice(-1), scale, blocks, '');
  return { rows: last.map((piece, row) => [before[row]!, piece]), width: widthAt(text, scale) };
}

/** What was drawn before: times are made of few signs. */
const drawn = new Map<string, readonly Span[]>();

function bigText(text: string, scale: number, blocks: boolean, gap: string): readonly Span[] {
  const key = `${text}|${scale}|${gap}${blocks ? '' : 'a'}`;
  const known = drawn.get(key);
  if (known) return known;
  const signs = text.split('').map((sign) => bigSign(SIGNS.get(sign)!, scale, blocks));
  const made = Array.from({ length: rowsAt(scale) }, (_, row) => ({
    text: signs.map((sign) => sign[row]! + gap).join(''),
  }));
  drawn.set(key, made);
  return made;
}

function bigSign(bitmap: readonly string[], scale: number, blocks: boolean): string[] {
  return blocks ? halfBlocks(bitmap, scale) : letters(bitmap, scale);
}

function widthAt(text: string, scale: number): number {
  let width = text.length - 1;
  for (let at = 0; at < text.length; at += 1) width += SIGNS.get(text[at]!)![0]!.length;
  return width * scale;
}

// A cell of a terminal is twice as high as it is wide.
function rowsAt(scale: number): number {
  return Math.ceil((PIXEL_ROWS * scale) / 2);
}

// A row of cells has two rows of dots; the dots of a pixel are alike, so that whole pixels are repeated.
function halfBlocks(bitmap: readonly string[], scale: number): string[] {
  const rowOf = (dot: number) => bitmap[Math.floor(dot / scale)] ?? '';
  return Array.from({ length: rowsAt(scale) }, (_, row) => {
    const [upper, lower] = [rowOf(row * 2), rowOf(row * 2 + 1)];
    return upper.replaceAll(/./g, (pixel, column: number) => block(pixel === '#', lower[column] === '#').repeat(scale));
  });
}

function block(upper: boolean, lower: boolean): string {
  if (upper) return lower ? '█' : '▀';
  return lower ? '▄' : ' ';
}

function letters(bitmap: readonly string[], scale: number): string[] {
  return bitmap.flatMap((row) => Array.from({ length: scale / 2 }, () => widened(row, scale)));
}

function widened(row: string, scale: number): string {
  return row.replaceAll(/./g, (pixel) => pixel.repeat(scale));
}
