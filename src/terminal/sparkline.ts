import type { Page } from './page.ts';

const HIGHEST = 10;

/** Whether bars can be drawn: not in ASCII, and not for a screen reader. */
export function hasBars({ framed, glyphs }: Page): boolean {
  return framed && glyphs.bars !== '';
}

/** Ratings from 0 to 10 as a row of bars, always on that scale; as numbers where bars can't be drawn. What is missing is a gap. */
export function sparkline(page: Page, ratings: readonly (number | undefined)[]): string {
  if (!hasBars(page)) return ratings.map((rating) => rating ?? 'unrated').join(', ');
  const { bars, gap } = page.glyphs;
  const bar = (rating: number) => bars[Math.round((rating / HIGHEST) * (bars.length - 1))]!;
  return ratings.map((rating) => (rating === undefined ? gap : bar(rating))).join('');
}
