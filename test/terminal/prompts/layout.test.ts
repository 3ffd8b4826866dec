import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyLines, keysInOneLine, scrolled } from '../../../src/terminal/prompts/layout.ts';
import { look } from './look.ts';

const items = (heights: readonly number[]) =>
  heights.map((height, item) => Array.from({ length: height }, (_, line) => `${item}.${line}`));

describe('a list that is too long for its window', () => {
  it('is scrolled around the highlighted item, with a mark where some is left out', () => {
    expect(scrolled(items([1, 1, 1, 1, 1]), 2, 3, '⋮')).toEqual(['  ⋮ 2 more', '2.0', '  ⋮ 2 more']);
    expect(scrolled(items([1, 1, 1, 1, 1]), 0, 3, '⋮')).toEqual(['0.0', '1.0', '  ⋮ 3 more']);
    expect(scrolled(items([1, 1, 1, 1, 1]), 4, 3, '⋮')).toEqual(['  ⋮ 3 more', '3.0', '4.0']);
    expect(scrolled(items([1, 1, 1]), 1, 3, '⋮')).toEqual(['0.0', '1.0', '2.0']);
  });

  it('always shows the highlighted item, and keeps to the height where that is possible', () => {
    const lists = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 12 });
    const fits = fc.property(lists, fc.nat(), fc.integer({ min: 5, max: 30 }), (heights, at, height) => {
      const active = at % heights.length;
      const lines = scrolled(items(heights), active, height, '⋮');
      expect(lines).toContain(`${active}.0`);
      expect(lines.length).toBeLessThanOrEqual(height);
    });
    fc.assert(fits);
  });
});

const hint = (key: string, does: string) => ({ key, does, brief: does });

describe('the keys and what they do', () => {
  const keys = [hint('Enter or s', 'start unspasm ice'), hint('m', 'what else helps'), hint('q', 'done')];

  it('are shortened in a low window only as far as it takes, how to leave last', () => {
    const shortened = [
      { key: 'n', does: 'none of these', brief: 'none' },
      { key: 'u', does: 'not sure', brief: 'unsure' },
      { key: 'Esc', does: 'quit', brief: '' },
    ];
    expect(keyLines(shortened, look(80, 12))).toEqual(['n none of these  u not sure  Esc quit']);
    expect(keyLines(shortened, look(30, 12))).toEqual(['n none  u unsure  Esc quit']);
    expect(keyLines(shortened, look(24, 12))).toEqual(['n none  u unsure  Esc']);
    expect(keyLines(shortened, look(30, 24))).toEqual(['n none of these  u not sure', 'Esc quit']);
  });

  it('lose their words from the end where a line has no room for all, but never how to leave', () => {
    const all = [hint('n', 'more'), hint('space', 'yes'), hint('u', 'unsure'), hint('b', 'back'), hint('Esc', 'quit')];
    const widths = [60, 42, 38, 34, 28, 20];
    expect(widths.map((width) => keysInOneLine(all, look(width, 12)))).toMatchInlineSnapshot(`
      [
        "n more  space yes  u unsure  b back  Esc quit",
        "n=more space=yes u=unsure b=back Esc=quit",
        "n=more space=yes u=unsure b Esc=quit",
        "n more  space yes  u  b  Esc quit",
        "n=more space u b Esc=quit",
        "n=more space u Esc",
      ]
    `);
  });

  it('stay together when they take two lines', () => {
    expect(keyLines(keys, look(40, 12))).toEqual(['Enter or s start unspasm ice', 'm what else helps  q done']);
    expect(keyLines(keys, look(80, 12))).toEqual(['Enter or s start unspasm ice  m what else helps  q done']);
  });

  it('stand closer where that saves a line in a low window', () => {
    expect(keyLines(keys.slice(1), look(25, 12))).toEqual(['m=what else helps q=done']);
  });

  it('are broken all the same where the window is narrower than one of them', () => {
    expect(keyLines(keys, look(21, 12)).every((line) => line.length <= 20)).toBe(true);
  });
});
