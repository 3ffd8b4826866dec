import type { Style } from './style.ts';

/** A piece of a row, and what it is. */
export interface Span {
  readonly text: string;
  readonly as?: keyof Style | undefined;
}

/** A row of a screen; it fits the window. */
export type Row = readonly Span[];

interface Drawn {
  readonly text: string;
  /** What each letter is. */
  readonly kinds: readonly (keyof Style | undefined)[];
}

/** Unchanged letters between two changed ones, up to so many, are cheaper to write than to jump over. */
const SHORT_JUMP = 6;
const CLEAR = '\u001B[H\u001B[2J';

/** Turns screens into what has to be written so that a terminal that shows the last one shows the next. */
export interface Painter {
  /** What changes the last screen into this one; nothing where nothing has changed. */
  readonly paint: (rows: readonly Row[], columns: number) => string;
  /** The terminal shows something else: the next screen is written whole. */
  readonly forget: () => void;
}

export function makePainter(style: Style): Painter {
  let shown: readonly Drawn[] | undefined;
  return {
    paint: (rows, columns) => {
      const drawn = rows.map((row) => draw(row, columns));
      const before = shown ?? [];
      const height = Math.max(drawn.length, before.length);
      const changes = Array.from({ length: height }, (_, at) =>
        changed(before[at] ?? draw([], columns), drawn[at] ?? draw([], columns), at, style),
      );
      const start = shown ? '' : CLEAR;
      shown = drawn;
      return start + changes.join('');
    },
    forget: () => {
      shown = undefined;
    },
  };
}

function draw(row: Row, columns: number): Drawn {
  const text = row.map((span) => span.text).join('');
  const kinds = row.flatMap((span) => Array.from<keyof Style | undefined>({ length: span.text.length }).fill(span.as));
  return { text: text.padEnd(columns).slice(0, columns), kinds };
}

function changed(before: Drawn, after: Drawn, row: number, style: Style): string {
  const differs = (at: number) => before.text[at] !== after.text[at] || before.kinds[at] !== after.kinds[at];
  let written = '';
  for (let at = 0; at < after.text.length; at += 1) {
    if (!differs(at)) continue;
    const from = at;
    let to = at + 1;
    for (let look = to; look < after.text.length && look - to <= SHORT_JUMP; look += 1)
      if (differs(look)) to = look + 1;
    written += `\u001B[${row + 1};${from + 1}H${styled(after, from, to, style)}`;
    at = to;
  }
  return written;
}

function styled({ text, kinds }: Drawn, from: number, to: number, style: Style): string {
  let written = '';
  for (let at = from; at < to;) {
    let end = at + 1;
    while (end < to && kinds[end] === kinds[at]) end += 1;
    const piece = text.slice(at, end);
    const kind = kinds[at];
    written += kind === undefined ? piece : style[kind](piece);
    at = end;
  }
  return written;
}
