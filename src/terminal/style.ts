/**
 * What a piece of text is, which decides how it looks. Only the 16 colours are used, except for `highlight`, and colour
 * alone never means anything.
 */
export interface Style {
  readonly heading: (text: string) => string;
  readonly strong: (text: string) => string;
  /** Get help now: the words, and the frame around them. */
  readonly alarm: (text: string) => string;
  readonly alarmFrame: (text: string) => string;
  readonly caution: (text: string) => string;
  /** The frame of the one thing to look at. Frames alone are coloured. */
  readonly accent: (text: string) => string;
  readonly key: (text: string) => string;
  /** What changes now: the time, and what moves in a figure. In colour only on a background that is known. */
  readonly highlight: (text: string) => string;
}

/** The style of a stream. Chalk is loaded only where there is colour. */
export async function loadStyle(color: boolean): Promise<Style> {
  if (!color) return PLAIN;
  const { coloredStyle } = await import('./colored-style.ts');
  return coloredStyle();
}

const same = (text: string): string => text;

export const PLAIN: Style = {
  heading: same,
  strong: same,
  alarm: same,
  alarmFrame: same,
  caution: same,
  accent: same,
  key: same,
  highlight: same,
};
