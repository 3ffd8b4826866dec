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

/** A time as large as it fits, from the floor to be seen. @param blocks whether half-blocks can be shown */
export function bigDigits(text: string, columns: number, rows: number, blocks: boolean): string[] {
  const scales = blocks ? [5, 4, 3, 2, 1] : [4, 2];
  const fits = (scale: number) => widthAt(text, scale) <= columns && rowsAt(scale) <= rows;
  const scale = scales.find(fits);
  if (scale === undefined) return [text];
  return blocks ? halfBlocks(pixels(text), scale) : letters(pixels(text), scale);
}

function widthAt(text: string, scale: number): number {
  return pixels(text)[0]!.length * scale;
}

// A cell of a terminal is twice as high as it is wide.
function rowsAt(scale: number): number {
  return Math.ceil((PIXEL_ROWS * scale) / 2);
}

function pixels(text: string): string[] {
  return Array.from({ length: PIXEL_ROWS }, (_, row) =>
    text
      .split('')
      .map((sign) => SIGNS[sign]![row]!)
      .join(' '),
  );
}

function halfBlocks(bitmap: readonly string[], scale: number): string[] {
  const wide = bitmap.map((row) => widened(row, scale));
  const high = wide.flatMap((row) => Array.from({ length: scale }, () => row));
  return Array.from({ length: Math.ceil(high.length / 2) }, (_, at) => {
    const [upper, lower = ''] = [high[at * 2]!, high[at * 2 + 1]];
    return upper
      .split('')
      .map((pixel, column) => block(pixel === '#', lower[column] === '#'))
      .join('');
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
