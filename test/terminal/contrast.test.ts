import { expect, test } from 'vitest';
import { coloredStyle, HIGHLIGHTS, highlightOn } from '../../src/terminal/colored-style.ts';
import { toTerminal } from '../../src/text/sanitize.ts';
import type { Rgb } from '../../src/terminal/keys/background.ts';
import type { Style } from '../../src/terminal/style.ts';

/** Default palettes: background, foreground, and the colours that a style of ours may name, with their bright forms. */
const PALETTES = {
  'xterm, black': { back: '000000', fore: 'e5e5e5', red: 'cd0000', brightRed: 'ff0000', magenta: 'cd00cd' },
  'xterm, white': { back: 'ffffff', fore: '000000', red: 'cd0000', brightRed: 'ff0000', magenta: 'cd00cd' },
  'VS Code, dark': { back: '1e1e1e', fore: 'cccccc', red: 'cd3131', brightRed: 'f14c4c', magenta: 'bc3fbc' },
  'VS Code, light': { back: 'ffffff', fore: '333333', red: 'cd3131', brightRed: 'cd3131', magenta: 'bc05bc' },
  'Windows Terminal': { back: '0c0c0c', fore: 'cccccc', red: 'c50f1f', brightRed: 'e74856', magenta: '881798' },
  'GNOME Terminal': { back: '171421', fore: 'd0cfcc', red: 'c01c28', brightRed: 'f66151', magenta: 'a347ba' },
  'macOS Terminal': { back: 'ffffff', fore: '000000', red: '990000', brightRed: 'e50000', magenta: 'b200b2' },
  'Linux console': { back: '000000', fore: 'aaaaaa', red: 'aa0000', brightRed: 'ff5555', magenta: 'aa00aa' },
} as const;
type Palette = (typeof PALETTES)[keyof typeof PALETTES];

/** A frame is decoration: what is in it says the same, inverse or bold. It only has to be seen. */
const FRAMES: readonly (keyof Style)[] = ['alarmFrame', 'accent'];
/** https://www.w3.org/TR/WCAG22/#contrast-minimum */
const [TEXT_CONTRAST, FRAME_CONTRAST] = [4.5, 2];

function luminance(hex: string): number {
  const [red, green, blue] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.039_28 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

/** The least contrast that a style can come to with a palette: bold may mean bright. */
function leastContrast(paint: (text: string) => string, palette: Palette): number {
  // oxlint-disable-next-line no-control-regex -- the codes are what is looked at
  const codes = [...toTerminal(paint('x')).matchAll(/\u001B\[(\d+)m/g)].map(([, code]) => Number(code));
  if (codes.includes(2)) return 0;
  const colours = codes.includes(31)
    ? [palette.red, palette.brightRed]
    : codes.includes(35)
      ? [palette.magenta]
      : [palette.fore];
  const unknown = codes.filter((code) => (code >= 30 && code < 38 && ![31, 35].includes(code)) || code >= 90);
  if (unknown.length > 0) return 0;
  return Math.min(...colours.map((colour) => contrast(colour, palette.back)));
}

const style = coloredStyle();
const names = Object.keys(style) as (keyof Style)[];

test.each(Object.entries(PALETTES))('every text can be read in %s', (_name, palette) => {
  const texts = names.filter((name) => !FRAMES.includes(name));
  const weak = texts.filter((name) => leastContrast(style[name], palette) < TEXT_CONTRAST);
  expect(weak).toEqual([]);
});

test.each(Object.entries(PALETTES))('every frame can be seen in %s', (_name, palette) => {
  expect(FRAMES.filter((one) => leastContrast(style[one], palette) < FRAME_CONTRAST)).toEqual([]);
});

/** Backgrounds of common themes beside those of the palettes. */
const BACKGROUNDS = {
  ...Object.fromEntries(Object.entries(PALETTES).map(([name, { back }]) => [name, back])),
  'Solarized, dark': '002b36',
  'Solarized, light': 'fdf6e3',
  Dracula: '282a36',
  Nord: '2e3440',
  'Gruvbox, light': 'fbf1c7',
  'One Half, light': 'fafafa',
};

function rgbOf(hex: string): Rgb {
  return [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as unknown as Rgb;
}

function hexOf(rgb: readonly number[]): string {
  return rgb
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('');
}

/** The colour of a highlight, as it is written. */
function highlightCode(background: string): number | undefined {
  // oxlint-disable-next-line no-control-regex -- the codes are what is looked at
  const code = /\u001B\[38;5;(\d+)m/.exec(toTerminal(highlightOn(rgbOf(background))('x')))?.[1];
  return code === undefined ? undefined : Number(code);
}

test.each(Object.entries(BACKGROUNDS))('a highlight can be read in %s', (_name, background) => {
  const number = highlightCode(background);
  const { rgb } = HIGHLIGHTS.find((one) => one.number === number)!;
  expect(contrast(hexOf(rgb), background)).toBeGreaterThanOrEqual(TEXT_CONTRAST);
});

test('a highlight has no colour where none can be read, and before the background is known', () => {
  expect(highlightCode('808080')).toBeUndefined();
  expect(toTerminal(style.highlight('x'))).toBe('x');
});
