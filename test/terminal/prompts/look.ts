import { makeGlyphs } from '../../../src/terminal/glyphs.ts';
import { PLAIN } from '../../../src/terminal/style.ts';
import type { Look } from '../../../src/terminal/prompts/layout.ts';

/** A window without colour. */
export function look(columns = 80, rows = 24): Look {
  return { style: PLAIN, glyphs: makeGlyphs(true), spell: (text) => text, size: () => ({ columns, rows }) };
}
