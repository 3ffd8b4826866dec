import { toTerminal } from '../text/sanitize.ts';
import { CLEAR_REST, CLEAR_SCREEN, moveTo } from './escapes.ts';
import type { Style } from './style.ts';

/** A piece of a row, and its style. */
export interface Span {
  readonly text: string;
  readonly as?: keyof Style | undefined;
}

/** A row of a screen; it fits the window. */
export type Row = readonly Span[];

const EMPTY: Row = [];

/** Finds out what has to be written so that a terminal that shows one screen shows the next. */
export interface Painter {
  /**
   * What changes the previous screen into this one; empty where nothing has changed.
   * @param rest the row where the cursor waits afterwards: screen readers and braille displays follow it, even hidden
   */
  readonly paint: (rows: readonly Row[], columns: number, rest?: number) => string;
  /** The terminal shows something else now, so the next screen is written in full. */
  readonly forget: () => void;
}

export function makePainter(style: Style): Painter {
  let shown: readonly Row[] | undefined;
  let rested: number | undefined;
  return {
    paint: (rows, columns, rest) => {
      const before = shown ?? [];
      let written = shown ? '' : CLEAR_SCREEN;
      for (let at = 0; at < Math.max(rows.length, before.length); at += 1) {
        const former = before[at] ?? EMPTY;
        const row = rows[at] ?? EMPTY;
        // Most rows are the same objects as a second ago.
        if (row !== former) written += changes(former, row, at, columns, style);
      }
      shown = rows;
      if (rest === undefined || (written === '' && rest === rested)) return written;
      rested = rest;
      return written + moveTo(rest, 0);
    },
    forget: () => {
      shown = undefined;
    },
  };
}

// This runs once a second throughout a session. Rows that differ in a few characters are written in part, and found
// without creating objects that would have to be garbage-collected.
function changes(former: Row, row: Row, at: number, columns: number, style: Style): string {
  if (!isAlike(former, row)) return moveTo(at, 0) + wholeRow(row, columns, style);
  let column = 0;
  let written = '';
  for (let index = 0; index < row.length; index += 1) {
    const span = row[index]!;
    const { text } = former[index]!;
    if (span.text !== text) {
      const from = firstDifference(text, span.text);
      const to = lastDifference(text, span.text) + 1;
      written += moveTo(at, column + from) + painted(span, span.text.slice(from, to), style);
    }
    column += span.text.length;
  }
  return written;
}

/** Whether two rows have spans of the same lengths and styles, so that only characters can differ. */
function isAlike(a: Row, b: Row): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1) {
    const one = a[index]!;
    const other = b[index]!;
    if (one !== other && (one.text.length !== other.text.length || one.as !== other.as)) return false;
  }
  return true;
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  return at;
}

function lastDifference(a: string, b: string): number {
  let at = b.length - 1;
  while (a.charCodeAt(at) === b.charCodeAt(at)) at -= 1;
  return at;
}

function wholeRow(row: Row, columns: number, style: Style): string {
  let room = columns;
  let written = '';
  for (const span of row) {
    const text = span.text.slice(0, room);
    room -= text.length;
    written += painted(span, text, style);
  }
  return room > 0 ? written + CLEAR_REST : written;
}

function painted({ as }: Span, text: string, style: Style): string {
  return toTerminal(as === undefined || text === '' ? text : style[as](text));
}
