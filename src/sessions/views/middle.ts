import type { Step } from '../core/script.ts';
import { elapsed, isInProgress, stepLeft } from '../core/state.ts';
import type { Glyphs } from '../../terminal/glyphs.ts';
import type { Row, Span } from '../../terminal/painter.ts';
import { figureRows } from '../figure/figure.ts';
import { bigDigits, type Digits } from './digits.ts';
import type { Shown } from './head.ts';
import { formatElapsed, minutesAndSeconds } from './times.ts';

/** The window that a session is shown in, and what it can show. */
export interface FrameLook {
  readonly columns: number;
  readonly rows: number;
  readonly glyphs: Glyphs;
  /** Whether half-blocks can be shown. */
  readonly blocks: boolean;
}

const LOW_WINDOW = 16;
const NARROW_FIGURE = 16;
const WIDE_FIGURE = 48;
/** In a narrower window the figure gets more of the columns, and the digits fewer. */
const NARROW_WINDOW = 60;
const GAP = 3;
const A_MINUTE = 60;
const BLANK: Row = [];
const NO_DIGITS: Digits = { rows: [], width: 0 };

/** Whether the window is too low for gaps and for what is only good to know. */
export function isLow({ rows }: FrameLook): boolean {
  return rows < LOW_WINDOW;
}

/** The time, as large as there is room for, and the figure beside it. */
export function middleRows(shown: Shown, look: FrameLook, room: number): Row[] {
  const time = timeText(shown);
  const columns = figureColumns(shown, look, room, time);
  const figure = columns > 0 ? shown.figure!(columns) : [];
  const left = columns > 0 ? columns + GAP : 0;
  const height = isLow(look) ? room : room - 2;
  const digits = time ? bigDigits(time, look.columns - left - 2, Math.max(1, height), look.blocks) : NO_DIGITS;
  const indent = Math.max(1, Math.floor((look.columns - left - digits.width) / 2));
  const aboveFigure = Math.max(0, Math.floor((room - figure.length) / 2));
  const aboveDigits = Math.max(0, Math.floor((room - digits.rows.length) / 2));
  const rows: Row[] = [];
  for (let row = 0; row < room; row += 1) {
    const drawn = columns > 0 ? (figure[row - aboveFigure] ?? blankOf(columns)) : undefined;
    rows.push(joinedRow(row, drawn, digits.rows[row - aboveDigits], indent));
  }
  return rows;
}

/** A row, and what it was put together from. */
interface Joined {
  readonly drawn: Row | undefined;
  readonly digits: Row | undefined;
  readonly indent: number;
  readonly row: Row;
}

/** The rows that were shown last: the painter skips one that is the same object. */
const joined: Joined[] = [];

function joinedRow(at: number, drawn: Row | undefined, digits: Row | undefined, indent: number): Row {
  const last = joined[at];
  if (last?.drawn === drawn && last?.digits === digits && last?.indent === indent) return last.row;
  const row = middleRow(drawn, digits, indent);
  joined[at] = { drawn, digits, indent, row };
  return row;
}

function middleRow(drawn: Row | undefined, digits: Row | undefined, indent: number): Row {
  if (!drawn) return digits ? withDigits([], indent, digits) : BLANK;
  return withDigits([marginOf(1), ...drawn], indent, digits);
}

function withDigits(row: Span[], indent: number, digits: Row = BLANK): Row {
  if (digits.length === 0) return row;
  row.push(marginOf(indent), ...digits);
  return row;
}

/** Margins that were made before: the painter skips a row that is the same object. */
const margins: Span[] = [];

function marginOf(indent: number): Span {
  return (margins[indent] ??= { text: ' '.repeat(indent) });
}

/** The same as whole rows. */
const blanks: Row[] = [];

function blankOf(columns: number): Row {
  return (blanks[columns] ??= [marginOf(columns)]);
}

// There must be room beside it for the time, in its smallest size at least.
function figureColumns({ figure, session }: Shown, look: FrameLook, room: number, time: string): number {
  const { columns } = look;
  if (!isInProgress(session) || !figure) return 0;
  const share = columns < NARROW_WINDOW ? 0.3 : 0.42;
  const beside = Math.max(time.length * 4, Math.floor(columns * share)) + GAP;
  // What to do is below it, and would touch the floor that the figure is on.
  const height = isLow(look) ? room : room - 1;
  for (let wide = Math.min(WIDE_FIGURE, columns - beside); wide >= NARROW_FIGURE; wide -= 1) {
    if (figureRows(wide) <= height) return wide;
  }
  return 0;
}

// A short step is counted in seconds only, so that the digits are larger.
function timeText({ session, now, figure }: Shown): string {
  const { alarm, ended, begunAt = now, pausedFor, paused, at, script } = session;
  // What is on the skin is still there.
  if (alarm && ended) return formatElapsed(now - begunAt - pausedFor);
  if (paused?.waits) return figure ? '' : waitingTime(script.steps[at + 1]);
  if (ended) return formatElapsed(elapsed(session, now));
  if (paused?.why === 'hurt') return '';
  const left = stepLeft(session, now);
  return session.length < 100_000 ? String(Math.ceil(left / 1000)) : minutesAndSeconds(left);
}

// What takes minutes shows how many. Where there is a figure, the room is for the figure.
function waitingTime(next: Step | undefined): string {
  return next && next.seconds >= A_MINUTE ? minutesAndSeconds(next.seconds * 1000) : '';
}
