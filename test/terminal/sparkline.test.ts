import { describe, expect, it } from 'vitest';
import { loadStyle } from '../../src/terminal/style.ts';
import { makeGlyphs } from '../../src/terminal/glyphs.ts';
import type { Page } from '../../src/terminal/page.ts';
import { sparkline } from '../../src/terminal/page.ts';

const style = await loadStyle(false);
const drawn: Page = { style, glyphs: makeGlyphs(true), width: 80, framed: true };

describe('the sparkline', () => {
  it('is always on the scale from 0 to 10', () => {
    expect(sparkline(drawn, [0, 10])).toBe('▁█');
    expect(sparkline(drawn, [3, 4, 3, 4])).toBe('▃▄▃▄');
    expect(sparkline(drawn, [10, 10])).toBe('██');
    expect(sparkline(drawn, [0])).toBe('▁');
  });

  it('never falls while the pain grows', () => {
    const bars = sparkline(drawn, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]).split('');
    expect(bars).toHaveLength(11);
    expect(bars).toEqual(bars.toSorted());
    expect(new Set(bars).size).toBe(8);
  });

  it('is numbers for a screen reader and in plain ASCII', () => {
    expect(sparkline({ ...drawn, framed: false }, [3, 0, 10])).toBe('3, 0, 10');
    expect(sparkline({ ...drawn, glyphs: makeGlyphs(false) }, [3, 0, 10])).toBe('3, 0, 10');
  });

  it('is empty without ratings', () => {
    expect(sparkline(drawn, [])).toBe('');
  });
});
