import type { Dots } from './dots.ts';

/** What a figure is drawn with. */
export type Ink = 'blocks' | 'braille' | 'ascii';

/** The ink for a terminal: braille only if somebody has set it, as not every font has it. */
export function inkFor(
  { glyphs }: { readonly glyphs: boolean },
  settings: { readonly glyphs?: 'unicode' | 'ascii' | 'braille' },
): Ink {
  if (!glyphs) return 'ascii';
  return settings.glyphs === 'braille' ? 'braille' : 'blocks';
}

interface Cell {
  /** How many dots it has. */
  readonly across: number;
  readonly down: number;
  /** Whether a dot is thinner than a limb. */
  readonly fine: boolean;
}

export const CELLS: Readonly<Record<Ink, Cell>> = {
  blocks: { across: 1, down: 2, fine: false },
  braille: { across: 2, down: 4, fine: true },
  ascii: { across: 2, down: 4, fine: true },
};

const HALVES = [' ', '▀', '▄', '█'];
// By how full the upper half is (none, partly, full), then the lower half.
const SIGNS = [' .o', "'*o", '"*#'];
// Unicode numbers the dots of a cell down the left side, down the right side, then along the lowest row.
const BRAILLE = 0x2800;
const BITS = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80];

/** The dots as lines of text. */
export function toLines(dots: Dots, ink: Ink): string[] {
  const { across, down } = CELLS[ink];
  const toSign = { blocks: toHalves, braille: toBraille, ascii: toAscii }[ink];
  return Array.from({ length: dots.height / down }, (_, row) => {
    let line = '';
    for (let column = 0; column < dots.width / across; column++) line += toSign(cellOf(dots, CELLS[ink], row, column));
    return line;
  });
}

/** The dots of a cell, row by row. */
function cellOf({ width, set }: Dots, { across, down }: Cell, row: number, column: number): number[] {
  const corner = row * down * width + column * across;
  const dots: number[] = [];
  for (let line = corner; line < corner + down * width; line += width) {
    for (let dot = line; dot < line + across; dot++) dots.push(set[dot] ?? 0);
  }
  return dots;
}

function toHalves(cell: number[]): string {
  return HALVES[(cell[0] ?? 0) + 2 * (cell[1] ?? 0)] ?? ' ';
}

function toBraille(cell: number[]): string {
  const bits = cell.reduce((sum, dot, at) => sum + dot * (BITS[at] ?? 0), 0);
  return bits === 0 ? ' ' : String.fromCodePoint(BRAILLE + bits);
}

function toAscii(cell: number[]): string {
  return SIGNS[fullness(cell.slice(0, 4))]?.[fullness(cell.slice(4))] ?? ' ';
}

function fullness(half: number[]): number {
  return [0, 1, 1, 2, 2][half.reduce((sum, dot) => sum + dot, 0)] ?? 0;
}
