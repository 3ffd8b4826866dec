import { makeGlyphs } from '../../../src/terminal/glyphs.ts';
import type { Row } from '../../../src/terminal/painter.ts';
import { figureRows } from '../../../src/sessions/figure/figure.ts';
import { sessionRows } from '../../../src/sessions/views/frame.ts';
import type { Shown } from '../../../src/sessions/views/head.ts';
import type { FrameLook } from '../../../src/sessions/views/middle.ts';
import { WORDS } from '../scripts.ts';
import type { Run } from '../stepping.ts';

/** A window of this size that shows blocks, or ASCII alone. */
export function lookOf(columns: number, rows: number, blocks = true): FrameLook {
  return { columns, rows, blocks, glyphs: makeGlyphs(blocks) };
}

/** A figure that only says how large it is. */
export function stubFigure(columns: number): Row[] {
  return Array.from({ length: figureRows(columns) }, () => [{ text: 'F'.repeat(columns) }]);
}

/** What is shown of a run at its moment. */
export function shownOf({ session, now }: Run, more: Partial<Shown> = {}): Shown {
  return { session, now, words: WORDS, notice: '', notes: [], ...more };
}

export function textOf(row: Row): string {
  return row.map(({ text }) => text).join('');
}

/** The whole screen, without the blanks at the ends of its rows. */
export function screenOf(run: Run, look: FrameLook, more?: Partial<Shown>): string {
  return `\n${sessionRows(shownOf(run, more), look)
    .map((row) => textOf(row).trimEnd())
    .join('\n')}`;
}
