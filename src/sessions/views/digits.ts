import type { Row, Span } from '../../terminal/painter.ts';
import { bigHeight, bigSigns, bigWidth } from './big-signs.ts';

/** A drawn time. */
export interface Digits {
  /** Each in two pieces: what stays the same for ten seconds, and the last sign. A piece that was drawn before is the same object. */
  readonly rows: readonly Row[];
  readonly width: number;
}

/** The last time that was drawn: a figure beside it moves several times in a second. */
let latest: { readonly key: string; readonly digits: Digits } | undefined;

/**
 * A time as large as it fits, to be read from the floor. The same one is the same object as long as no other is drawn.
 * @param blocks whether half-blocks can be shown
 */
export function bigDigits(text: string, columns: number, rows: number, blocks: boolean): Digits {
  const key = `${text}|${columns}|${rows}|${blocks}`;
  if (latest?.key !== key) latest = { key, digits: drawDigits(text, columns, rows, blocks) };
  return latest.digits;
}

function drawDigits(text: string, columns: number, rows: number, blocks: boolean): Digits {
  const scales = blocks ? [5, 4, 3, 2, 1] : [4, 2];
  const scale = scales.find((one) => bigWidth(text, one) <= columns && bigHeight(one) <= rows);
  if (scale === undefined) return { rows: [[{ text, as: 'highlight' }]], width: text.length };
  const before = drawnOnce(text.slice(0, -1), scale, blocks, text.length > 1 ? ' '.repeat(scale) : '');
  const last = drawnOnce(text.slice(-1), scale, blocks, '');
  return { rows: last.map((piece, row) => [before[row]!, piece]), width: bigWidth(text, scale) };
}

/** What was drawn before: times are made of few signs. */
const drawn = new Map<string, readonly Span[]>();

function drawnOnce(text: string, scale: number, blocks: boolean, end: string): readonly Span[] {
  const key = `${text}|${scale}|${end}${blocks ? '' : 'a'}`;
  const known = drawn.get(key);
  if (known) return known;
  const made = bigSigns(text, { across: scale, down: scale }, blocks, { end }).map((row): Span => ({
    text: row,
    as: 'highlight',
  }));
  drawn.set(key, made);
  return made;
}
