/** Each sign is five rows of pixels. */
const SIGNS: Readonly<Record<string, readonly string[]>> = {
  '0': ['###', '# #', '# #', '# #', '###'],
  '1': [' # ', '## ', ' # ', ' # ', '###'],
  '2': ['###', '  #', '###', '#  ', '###'],
  '3': ['###', '  #', ' ##', '  #', '###'],
  '4': ['# #', '# #', '###', '  #', '  #'],
  '5': ['###', '#  ', '###', '  #', '###'],
  '6': ['###', '#  ', '###', '# #', '###'],
  '7': ['###', '  #', ' # ', ' # ', ' # '],
  '8': ['###', '# #', '###', '# #', '###'],
  '9': ['###', '# #', '###', '  #', '###'],
  ':': [' ', '#', ' ', '#', ' '],
};
const PIXEL_ROWS = 5;

/**
 * A time as large as it fits, from the floor to be seen: rows of pieces, a piece of each sign and the gaps between them.
 * @param blocks whether half-blocks can be shown
 */
export function bigDigits(text: string, columns: number, rows: number, blocks: boolean): (readonly string[])[] {
  const scales = blocks ? [5, 4, 3, 2, 1] : [4, 2];
  const fits = (scale: number) => widthAt(text, scale) <= columns && rowsAt(scale) <= rows;
  const scale = scales.find(fits);
  if (scale === undefined) return [[text]];
  const signs = text.split('').map((sign) => bigSign(sign, scale, blocks));
  const gap = ' '.repeat(scale);
  return signs[0]!.map((_, row) => signs.flatMap((sign, at) => (at === 0 ? [sign[row]!] : [gap, sign[row]!])));
}

/** The signs that were drawn: a time has few of them, again and again. */
const drawn = new Map<string, readonly string[]>();

function bigSign(sign: string, scale: number, blocks: boolean): readonly string[] {
  const key = `${sign}${scale}${blocks}`;
  const known = drawn.get(key);
  if (known) return known;
  const made = blocks ? halfBlocks(SIGNS[sign]!, scale) : letters(SIGNS[sign]!, scale);
  drawn.set(key, made);
  return made;
}

function widthAt(text: string, scale: number): number {
  const signs = text.split('').reduce((sum, sign) => sum + SIGNS[sign]![0]!.length, 0);
  return (signs + text.length - 1) * scale;
}

// A cell of a terminal is twice as high as it is wide.
function rowsAt(scale: number): number {
  return Math.ceil((PIXEL_ROWS * scale) / 2);
}

// Each row of cells holds two rows of dots; dots of one pixel are alike, so that whole pixels are repeated.
function halfBlocks(bitmap: readonly string[], scale: number): string[] {
  const rowOf = (dot: number) => bitmap[Math.floor(dot / scale)] ?? '';
  return Array.from({ length: rowsAt(scale) }, (_, row) => {
    const [upper, lower] = [rowOf(row * 2), rowOf(row * 2 + 1)];
    return upper.replaceAll(/./g, (pixel, column) => block(pixel === '#', lower[column] === '#').repeat(scale));
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
