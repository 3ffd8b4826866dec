import type { Pose } from '../../content/session-types.ts';
import type { Row } from '../../terminal/painter.ts';
import { makeBody, type Body, type Limb, type Part } from './body.ts';
import { clear, makeDots, mirror, MOVING, paint, paintRow, SET, type Dots } from './dots.ts';
import { inBetween } from './in-between.ts';
import { CELLS, toRows, type Ink } from './inks.ts';
import { movingParts } from './moving.ts';

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
const NOTHING_MOVES: ReadonlySet<Part> = new Set();

/** How many lines a figure has: a cell is twice as high as it is wide. */
export function figureRows(columns: number): number {
  return Math.ceil((columns * HEIGHT) / WIDTH / 2);
}

/** A pose as lines that are exactly as wide as asked for. */
export function drawFigure(pose: Pose, look: FigureLook): string[] {
  return drawRows(pose, look, NOTHING_MOVES).map((row) => row.map(({ text }) => text).join(''));
}

/**
 * A movement as pictures, drawn once to be replayed; a single one shows its end. Each row is as wide as asked for, and
 * what moves is highlighted.
 */
export function makeFilm(from: Pose, to: Pose, look: FigureLook, frames: number): readonly (readonly Row[])[] {
  const moving = movingParts(from, to);
  const parts = Array.from({ length: frames }, (_, at) => (frames === 1 ? 1 : at / (frames - 1)));
  const pictures: (readonly Row[])[] = [];
  for (const part of parts) {
    const before = pictures.at(-1) ?? [];
    // A row that stays as it is stays the same object: it isn't compared again each time that the film is shown.
    pictures.push(drawRows(inBetween(from, to, part), look, moving).map((row, at) => sameOr(before[at], row)));
  }
  return pictures;
}

function sameOr(before: Row | undefined, row: Row): Row {
  const isSame =
    before?.length === row.length &&
    row.every(({ text, as }, at) => text === before[at]!.text && as === before[at]!.as);
  return isSame ? before : row;
}

function drawRows(pose: Pose, look: FigureLook, moving: ReadonlySet<Part>): Row[] {
  const dots = makePicture(pose, look, moving);
  return toRows(look.mirrored ? mirror(dots) : dots, look.ink);
}

// The floor is the last row at every width; for that the box is squeezed or stretched a little.
function makePicture(pose: Pose, { columns, ink }: FigureLook, moving: ReadonlySet<Part>): Dots {
  const { across, down, fine } = CELLS[ink];
  const rows = figureRows(columns);
  const floor = (rows - 1) * down;
  const dots = makeDots(columns * across, rows * down);
  paintBody(dots, makeBody(pose, { x: dots.width / WIDTH, y: floor / FLOOR }), fine, moving);
  // A coarse dot below the body, or somebody lying would be one bar with the floor.
  if (pose.view === 'side') paintRow(dots, fine ? floor : floor + 1);
  return dots;
}

// With coarse dots a gap would cut the torso in two, so there it only parts limbs from each other.
function paintBody(dots: Dots, { far, trunk, near }: Body, fine: boolean, moving: ReadonlySet<Part>): void {
  const draw = ({ part, balls }: Limb) => paint(dots, balls, moving.has(part) ? MOVING : SET);
  [...far, ...trunk].forEach(draw);
  for (const limb of near) {
    clear(dots, limb.balls.slice(1), GAP);
    if (!fine) trunk.forEach(draw);
    draw(limb);
  }
}
