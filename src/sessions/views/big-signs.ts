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
  [' ', [' ', ' ', ' ', ' ', ' ']],
  ['?', ['###', '  #', ' ##', '   ', ' # ']],
  ['A', ['###', '# #', '###', '# #', '# #']],
  ['B', ['## ', '# #', '## ', '# #', '## ']],
  ['C', ['###', '#  ', '#  ', '#  ', '###']],
  ['D', ['## ', '# #', '# #', '# #', '## ']],
  ['E', ['###', '#  ', '## ', '#  ', '###']],
  ['F', ['###', '#  ', '## ', '#  ', '#  ']],
  ['G', ['###', '#  ', '# #', '# #', '###']],
  ['H', ['# #', '# #', '###', '# #', '# #']],
  ['I', ['#', '#', '#', '#', '#']],
  ['J', ['  #', '  #', '  #', '# #', '###']],
  ['K', ['# #', '# #', '## ', '# #', '# #']],
  ['L', ['#  ', '#  ', '#  ', '#  ', '###']],
  ['M', ['#   #', '## ##', '# # #', '#   #', '#   #']],
  ['N', ['#  #', '## #', '# ##', '#  #', '#  #']],
  ['O', ['###', '# #', '# #', '# #', '###']],
  ['P', ['###', '# #', '###', '#  ', '#  ']],
  ['Q', ['###', '# #', '# #', '###', '  #']],
  ['R', ['## ', '# #', '## ', '# #', '# #']],
  ['S', ['###', '#  ', '###', '  #', '###']],
  ['T', ['###', ' # ', ' # ', ' # ', ' # ']],
  ['U', ['# #', '# #', '# #', '# #', '###']],
  ['V', ['# #', '# #', '# #', '# #', ' # ']],
  ['W', ['#   #', '#   #', '# # #', '## ##', '#   #']],
  ['X', ['# #', '# #', ' # ', '# #', '# #']],
  ['Y', ['# #', '# #', '###', ' # ', ' # ']],
  ['Z', ['###', '  #', ' # ', '#  ', '###']],
]);
const PIXEL_ROWS = 5;

const BLOCKS = { both: '█', top: '▀', bottom: '▄' };
const ASCII: typeof BLOCKS = { both: '#', top: '"', bottom: '_' };

/** How large a pixel is: its columns, and its halves of rows. A cell of a terminal is twice as high as it is wide. */
export interface PixelSize {
  readonly across: number;
  readonly down: number;
}

/** Whether a text has only signs that can be drawn. */
export function canDraw(text: string): boolean {
  return text.split('').every((sign) => SIGNS.has(sign));
}

/** How many columns a text takes, with the gaps between its signs. */
export function bigWidth(text: string, across: number): number {
  let width = text.length - 1;
  for (let at = 0; at < text.length; at += 1) width += SIGNS.get(text[at]!)![0]!.length;
  return width * across;
}

/** How many rows a line of big signs takes. */
export function bigHeight(down: number): number {
  return Math.ceil((PIXEL_ROWS * down) / 2);
}

/**
 * A text in big signs, as rows.
 * @param blocks whether half-blocks can be shown; without them letters are clearer with an even `down`
 * @param options.end what follows the last sign
 * @param options.atBottom where half-blocks leave half a row free, it is above, so that the letters don't touch a bar
 *   there
 */
export function bigSigns(
  text: string,
  size: PixelSize,
  blocks: boolean,
  { end = '', atBottom = false }: { readonly end?: string; readonly atBottom?: boolean } = {},
): string[] {
  const gap = ' '.repeat(size.across);
  const above = atBottom && blocks ? (PIXEL_ROWS * size.down) % 2 : 0;
  const signs = text.split('').map((sign) => bigSign(SIGNS.get(sign)!, size, blocks, above));
  return Array.from({ length: bigHeight(size.down) }, (_, row) => signs.map((sign) => sign[row]!).join(gap) + end);
}

function bigSign(bitmap: readonly string[], { across, down }: PixelSize, blocks: boolean, above: number): string[] {
  const free = ' '.repeat(bitmap[0]!.length);
  // A row of cells has two rows of dots; the dots of a pixel are alike, so that whole pixels are repeated.
  const rowOf = (dot: number) => bitmap[Math.floor((dot - above) / down)] ?? free;
  return Array.from({ length: bigHeight(down) }, (_, row) => {
    const [upper, lower] = [rowOf(row * 2), rowOf(row * 2 + 1)];
    return upper.replaceAll(/./g, (pixel, column: number) =>
      half(pixel === '#', lower[column] === '#', blocks ? BLOCKS : ASCII).repeat(across),
    );
  });
}

function half(upper: boolean, lower: boolean, { both, top, bottom }: typeof BLOCKS): string {
  if (upper) return lower ? both : top;
  return lower ? bottom : ' ';
}
