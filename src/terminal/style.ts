/** What a piece of text is; how that looks is decided here alone. Only the 16 colours, never a meaning by colour only. */
export interface Style {
  readonly heading: (text: string) => string;
  readonly strong: (text: string) => string;
  /** Help now: the words, and the frame around them. */
  readonly alarm: (text: string) => string;
  readonly alarmFrame: (text: string) => string;
  readonly caution: (text: string) => string;
  readonly quiet: (text: string) => string;
  readonly key: (text: string) => string;
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
  alarmFrame: same,
  caution: same,
  quiet: same,
  key: same,
};
