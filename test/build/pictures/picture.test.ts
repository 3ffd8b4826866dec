import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { toPicture } from '../../../build/pictures/svg/picture.mjs';
import { DARK, LIGHT } from '../../../build/pictures/svg/themes.mjs';
import { faultsOf, screenOf } from './cells.ts';

const words = { title: 'A <screen>', description: 'Three moments & a pause' };
const shots = [
  { rows: screenOf('always', 'one'), ms: 1000 },
  { rows: screenOf('always', 'two'), ms: 2000 },
  { rows: screenOf('always', 'one'), ms: 1000 },
];
const film = toPicture({ shots, still: 1, ...words }, DARK);
const shot = toPicture({ shots: shots.slice(0, 1), still: 0, ...words }, LIGHT);

describe('a film', () => {
  test('is well-formed, and tells what it shows', () => {
    expect(faultsOf(film)).toEqual([]);
    expect(film).toContain('role="img" aria-labelledby="title description"');
    expect(film).toContain('<title id="title">A &lt;screen&gt;</title>');
    expect(film).toContain('<desc id="description">Three moments &amp; a pause</desc>');
  });

  test('keeps each row once', () => {
    for (const text of ['always', 'one', 'two']) expect(film.split(`>${text}<`)).toHaveLength(2);
  });

  test('moves the rows that change, and those alone', () => {
    expect(film).toContain(
      '@keyframes k1{0%{transform:translateX(0px)}25%{transform:translateX(-48px)}75%{transform:translateX(0px)}}',
    );
    expect(film).not.toContain('@keyframes k0');
    expect(film).toContain('animation-duration:4000ms;animation-timing-function:step-end');
  });

  test('is its still where nothing may move', () => {
    const [still = '', moving = ''] = film.split('@media (prefers-reduced-motion:no-preference){');
    expect(still).toContain('.r1{transform:translateX(-48px)}');
    expect(still).not.toMatch(/animation|@keyframes/);
    expect(moving).toContain('animation-iteration-count:infinite');
  });

  test('needs nothing from elsewhere', () => {
    expect(film).not.toMatch(/<script|<image|@import|url\(|href="(?!#)/);
  });
});

test('a single shot has nothing that moves', () => {
  expect(faultsOf(shot)).toEqual([]);
  expect(shot).not.toMatch(/animation|@keyframes|@media/);
});

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
])('the %s colours', (_, theme) => {
  test('are in the picture', () => {
    const picture = toPicture({ shots, still: 0, ...words }, theme);
    expect(picture).toContain(`fill="${theme.paper}"`);
    expect(picture).toContain(`.screen{fill:${theme.text};`);
    expect(picture).toContain(`.c6{fill:${theme.colours[6]}}`);
  });

  test('can be read on their paper', () => {
    expect(theme.colours).toHaveLength(16);
    for (const colour of [theme.text, theme.dim, ...theme.colours])
      expect([colour, contrast(colour, theme.paper) >= 4.5]).toEqual([colour, true]);
  });
});

describe('the pictures that are kept', () => {
  const folder = join(import.meta.dirname, '../../../docs/pictures');
  test.each(readdirSync(folder))('%s is well-formed, and small enough for a page', (file) => {
    const svg = readFileSync(join(folder, file), 'utf8');
    expect(faultsOf(svg)).toEqual([]);
    expect(svg.length).toBeLessThan(250_000);
  });
});

/** As WCAG has it. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = colour.match(/[0-9a-f]{2}/g)!.map((part) => {
    const share = Number.parseInt(part, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
