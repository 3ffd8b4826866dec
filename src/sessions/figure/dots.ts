/** What a dot of a figure is. */
export type Dot = typeof EMPTY | typeof SET | typeof MOVING;
export const EMPTY = 0;
export const SET = 1;
/** Set, and of a part that moves. */
export const MOVING = 2;

/** A picture of dots, row by row. */
export interface Dots {
  readonly width: number;
  readonly height: number;
  readonly set: Uint8Array;
}

/** A place and how far the body reaches around it, in dots. */
export interface Ball {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** A picture in which no dot is set. */
export function makeDots(width: number, height: number): Dots {
  return { width, height, set: new Uint8Array(width * height) };
}

/** Sets the dots of a limb: everything between each ball and the next, tapering from one to the other. */
export function paint(dots: Dots, limb: readonly Ball[], dot: Dot): void {
  fill(dots, limb, 0, dot);
}

/** Clears a limb's dots and a gap around them. */
export function clear(dots: Dots, limb: readonly Ball[], gap: number): void {
  fill(dots, limb, gap, EMPTY);
}

/** Sets a whole row. */
export function paintRow({ width, set }: Dots, row: number): void {
  set.fill(SET, row * width, (row + 1) * width);
}

/** The picture as a mirror shows it. */
export function mirror({ width, height, set }: Dots): Dots {
  const turned = set.slice();
  for (let row = 0; row < height; row++) turned.subarray(row * width, (row + 1) * width).reverse();
  return { width, height, set: turned };
}

function fill(dots: Dots, limb: readonly Ball[], more: number, dot: Dot): void {
  for (const [at, from] of limb.entries()) {
    const to = limb[at + 1];
    if (to) fillBetween(dots, from, to, more, dot);
  }
}

// No object is made for a dot: one figure looks at thousands.
function fillBetween({ width, height, set }: Dots, from: Ball, to: Ball, more: number, dot: Dot): void {
  const radius = Math.max(from.radius, to.radius) + more;
  const [left, right] = span(from.x, to.x, radius, width);
  const [top, bottom] = span(from.y, to.y, radius, height);
  const isWithin = makeTest(from, to, more);
  for (let row = top; row < bottom; row++) {
    for (let column = left; column < right; column++) {
      if (isWithin(column + 0.5, row + 0.5)) set[row * width + column] = dot;
    }
  }
}

/** Tests whether a place is in the shape that tapers from one ball to the other, or within `more` dots of it. */
function makeTest(from: Ball, to: Ball, more: number): (x: number, y: number) => boolean {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const grows = to.radius - from.radius;
  const length = dx * dx + dy * dy || 1;
  return (x, y) => {
    const part = Math.min(1, Math.max(0, ((x - from.x) * dx + (y - from.y) * dy) / length));
    const offX = from.x + part * dx - x;
    const offY = from.y + part * dy - y;
    const limit = from.radius + part * grows + more;
    return offX * offX + offY * offY <= limit * limit;
  };
}

function span(one: number, other: number, radius: number, end: number): [first: number, end: number] {
  const first = Math.floor(Math.min(one, other) - radius);
  const last = Math.ceil(Math.max(one, other) + radius);
  return [Math.max(0, first), Math.min(end, last)];
}
