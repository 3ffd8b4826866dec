import type { Settings } from '../../settings/settings.ts';
import type { Capabilities } from '../../terminal/capabilities.ts';
import type { Row } from '../../terminal/painter.ts';
import { type Dots, EMPTY, MOVING, SET } from './dots.ts';

/** What a figure is drawn with. */
export type Ink = 'blocks' | 'braille' | 'ascii';

/** Whether somebody has chosen how figures are drawn. */
export function hasFiguresSet({ figures, glyphs }: Pick<Settings, 'figures' | 'glyphs'>): boolean {
  return figures !== undefined || glyphs === 'braille';
}

/** The ink for a terminal: the finest that it can show, unless somebody has chosen another one. */
export function inkFor(
  { blocks, glyphs, dots }: Pick<Capabilities, 'blocks' | 'glyphs' | 'dots'>,
  { figures, glyphs: symbols }: Pick<Settings, 'figures' | 'glyphs'>,
): Ink {
  if (!blocks) return 'ascii';
  const chosen = figures ?? (symbols === 'braille' ? 'dots' : undefined);
  return glyphs && (chosen ? chosen === 'dots' : dots) ? 'braille' : 'blocks';
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

/** The dots as rows of text; what moves is highlighted. */
export function toRows(dots: Dots, ink: Ink): Row[] {
  const { across, down } = CELLS[ink];
  const toSign = { blocks: toHalves, braille: toBraille, ascii: toAscii }[ink];
  return Array.from({ length: dots.height / down }, (_, row) => {
    const spans: { text: string; as?: 'highlight' }[] = [];
    for (let column = 0; column < dots.width / across; column++) {
      const cell = cellOf(dots, CELLS[ink], row, column);
      addSign(spans, toSign(cell.map((dot) => Math.min(dot, SET))), isMoving(cell));
    }
    return spans;
  });
}

/** Whether most of the set dots of a cell are of a part that moves; nothing where none is set. */
function isMoving(cell: readonly number[]): boolean | undefined {
  const set = cell.filter((dot) => dot !== EMPTY).length;
  return set === 0 ? undefined : cell.filter((dot) => dot === MOVING).length * 2 > set;
}

// An empty cell has no colour, so it doesn't begin a new span.
function addSign(spans: { text: string; as?: 'highlight' }[], sign: string, moves: boolean | undefined): void {
  const last = spans.at(-1);
  if (last && (moves === undefined || moves === (last.as === 'highlight'))) last.text += sign;
  else spans.push({ text: sign, ...(moves && { as: 'highlight' }) });
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
