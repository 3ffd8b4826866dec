import { CELL } from './size.mjs';

const { width, height } = CELL;
const [middle, centre] = [height / 2, width / 2];
const EIGHTH = height / 8;
const THIN = 1;
const THICK = 2;

/** Part of a cell: from the left, from the top, how wide, how high. */
const across = (thick) => [0, middle - thick / 2, width, thick];
const upTo = (eighths) => [0, height - eighths * EIGHTH, width, eighths * EIGHTH];
const rightHalf = [centre - THICK / 2, middle - THICK / 2, centre + THICK / 2, THICK];
const leftHalf = [0, middle - THICK / 2, centre + THICK / 2, THICK];
const upHalf = [centre - THICK / 2, 0, THICK, middle];
const downHalf = [centre - THICK / 2, middle, THICK, middle];

/**
 * Signs that have to meet from cell to cell. Fonts draw them higher or lower than a line is; as
 * rectangles they meet whatever the font.
 * @type {ReadonlyMap<string, readonly (readonly number[])[]>}
 */
export const BLOCKS = new Map([
  ['█', [upTo(8)]],
  ['▀', [[0, 0, width, middle]]],
  ...Array.from('▁▂▃▄▅▆▇', (sign, at) => [sign, [upTo(at + 1)]]),
  ['─', [across(THIN)]],
  ['━', [across(THICK)]],
  ['┃', [upHalf, downHalf]],
  ['┏', [rightHalf, downHalf]],
  ['┓', [leftHalf, downHalf]],
  ['┗', [rightHalf, upHalf]],
  ['┛', [leftHalf, upHalf]],
]);
