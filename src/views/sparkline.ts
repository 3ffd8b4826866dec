import type { Page } from './page.ts';

const BARS = '▁▂▃▄▅▆▇█';
const HIGHEST = 10;

/** Ratings from 0 to 10 as a row of bars, always on that scale; as numbers where bars can't be seen. */
export function sparkline({ framed, glyphs }: Page, ratings: readonly number[]): string {
  const drawn = framed && glyphs.frameSide === '┃';
  if (!drawn) return ratings.join(' ');
  return ratings.map((rating) => BARS[Math.round((rating / HIGHEST) * (BARS.length - 1))]).join('');
}
