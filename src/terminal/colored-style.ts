import { Chalk, type ChalkInstance } from 'chalk';
import { withCodes } from '../text/sanitize.ts';
import type { Rgb } from './keys/background.ts';
import type { Style } from './style.ts';

// Text is in the terminal's own colours, as no other has a contrast of 4.5 to 1 on every background: magenta comes to
// 3.6 in VS Code, dim text to 3.6, bright cyan to 1.25 on white. A frame is decoration, and may be red or magenta. A
// highlight has the colour for the background that the terminal reports.
/** The style of a stream with colour, which chalk isn't asked to detect. Its codes are signed: see `text/sanitize.ts`. */
export function coloredStyle(): Style {
  const chalk = new Chalk({ level: 1 });
  return {
    heading: painted(chalk.bold.underline),
    strong: painted(chalk.bold),
    // Swapped foreground and background have full contrast in every theme; white on red doesn't.
    alarm: painted(chalk.bold.inverse),
    alarmFrame: painted(chalk.bold.red),
    caution: painted(chalk.bold),
    accent: painted(chalk.magenta),
    key: painted(chalk.bold),
    highlight: (text) => text,
  };
}

/** Of the 256 colours, whose values are the same in nearly every terminal: a light one and a dark one. */
export const HIGHLIGHTS = [
  { number: 80, rgb: [0x5f / 255, 0xd7 / 255, 0xd7 / 255] },
  { number: 25, rgb: [0, 0x5f / 255, 0xaf / 255] },
] as const;
/** https://www.w3.org/TR/WCAG22/#contrast-minimum */
const LEAST_CONTRAST = 4.5;

/** The highlight for a background: the colour that stands out more; no colour if neither can be read well. */
export function highlightOn(background: Rgb): Style['highlight'] {
  const contrasts = HIGHLIGHTS.map(({ rgb }) => contrast(rgb, background));
  const best = Math.max(...contrasts);
  if (best < LEAST_CONTRAST) return (text) => text;
  return painted(new Chalk({ level: 2 }).ansi256(HIGHLIGHTS[contrasts.indexOf(best)]!.number));
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: Rgb, other: Rgb): number {
  const [first, second] = [luminance(one), luminance(other)];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) => (part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

// Chalk paints all its arguments: `lines.map(chalk.bold)` would print the index as well.
function painted(paint: ChalkInstance): (text: string) => string {
  return (text) => withCodes(text, (plain) => paint(plain));
}
