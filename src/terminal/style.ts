/** What a piece of text is; how that looks is decided here alone. Only the 16 colours, never a meaning by colour only. */
export interface Style {
  heading(text: string): string;
  strong(text: string): string;
  /** Help now: the two upper levels. */
  alarm(text: string): string;
  caution(text: string): string;
  good(text: string): string;
  quiet(text: string): string;
  key(text: string): string;
}

/** The style of a stream. Chalk is loaded only for one that gets colour. */
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
  caution: same,
  good: same,
  quiet: same,
  key: same,
};
