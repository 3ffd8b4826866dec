import type { Pose } from '../../content/session-types.ts';
import { makeBody, type Body } from './body.ts';
import { clear, makeDots, mirror, paint, paintRow, type Dots } from './dots.ts';
import { inBetween } from './in-between.ts';
import { CELLS, toLines, type Ink } from './inks.ts';

export type { Ink } from './inks.ts';

/** How a figure is to be drawn. */
export interface FigureLook {
  readonly columns: number;
  readonly ink: Ink;
  /** For the other side of the body. */
  readonly mirrored: boolean;
}

// Of the box that poses are in.
const WIDTH = 100;
const HEIGHT = 52;
const FLOOR = 50;

/** In dots: what keeps a near limb apart from what it covers. */
const GAP = 0.75;

/** How many lines a figure has: a cell is twice as high as it is wide. */
export function figureRows(columns: number): number {
  return Math.ceil((columns * HEIGHT) / WIDTH / 2);
}

/** A pose as lines that are exactly as wide as asked for. */
export function drawFigure(pose: Pose, look: FigureLook): string[] {
  const dots = makePicture(pose, look);
  return toLines(look.mirrored ? mirror(dots) : dots, look.ink);
}

/** A movement as pictures, drawn once to be replayed; a single one shows its end. */
export function makeFilm(from: Pose, to: Pose, look: FigureLook, frames: number): readonly (readonly string[])[] {
  const parts = Array.from({ length: frames }, (_, at) => (frames === 1 ? 1 : at / (frames - 1)));
  return parts.map((part) => drawFigure(inBetween(from, to, part), look));
}

// The floor is the last row at every width; for that the box is squeezed or stretched a little.
function makePicture(pose: Pose, { columns, ink }: FigureLook): Dots {
  const { across, down, fine } = CELLS[ink];
  const rows = figureRows(columns);
  const floor = (rows - 1) * down;
  const dots = makeDots(columns * across, rows * down);
  paintBody(dots, makeBody(pose, { x: dots.width / WIDTH, y: floor / FLOOR }), fine);
  // A coarse dot below the body, or somebody lying would be one bar with the floor.
  if (pose.view === 'side') paintRow(dots, fine ? floor : floor + 1);
  return dots;
}

// With coarse dots a gap would cut the torso in two, so there it only parts limbs from each other.
function paintBody(dots: Dots, { far, trunk, near }: Body, fine: boolean): void {
  for (const limb of [...far, ...trunk]) paint(dots, limb);
  for (const limb of near) {
    clear(dots, limb.slice(1), GAP);
    for (const part of fine ? [] : trunk) paint(dots, part);
    paint(dots, limb);
  }
}
