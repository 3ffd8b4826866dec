import { isAscii, patternOnUse } from '../text/letters.ts';

/** Every symbol that isn't plain ASCII, with its ASCII form. */
const TABLE = {
  pointer: ['❯', '>'],
  empty: ['○', '[ ]'],
  marked: ['●', '[x]'],
  unsure: ['?', '[?]'],
  bullet: ['•', '*'],
  arrowLeft: ['←', 'left'],
  arrows: ['↑↓', 'up/down'],
  dash: ['–', '-'],
  more: ['⋮', '...'],
  frameTop: ['┏', '+'],
  frameTopEnd: ['┓', '+'],
  frameBottom: ['┗', '+'],
  frameBottomEnd: ['┛', '+'],
  frameAcross: ['━', '-'],
  frameSide: ['┃', '|'],
  boxTop: ['┌', '+'],
  boxTopEnd: ['┐', '+'],
  boxBottom: ['└', '+'],
  boxBottomEnd: ['┘', '+'],
  boxAcross: ['─', '-'],
  boxSide: ['│', '|'],
  barDone: ['━', '#'],
  barLeft: ['─', '-'],
  /** A day without a rating. */
  gap: ['·', '.'],
  /** A range from the lowest to the highest value, with the median. */
  rangeBegin: ['├', '|'],
  rangeEnd: ['┤', '|'],
  rangeMedian: ['◆', 'o'],
  /** From low to high; none in ASCII. */
  bars: ['▁▂▃▄▅▆▇█', ''],
} as const;

export type Glyphs = Readonly<Record<keyof typeof TABLE, string>>;

/** The symbols for a terminal. @param unicode whether it shows more than ASCII */
export function makeGlyphs(unicode: boolean): Glyphs {
  const glyphs = Object.entries(TABLE).map(([name, [fancy, ascii]]) => [name, unicode ? fancy : ascii]);
  return Object.fromEntries(glyphs) as Glyphs;
}

const PLAIN_LETTERS: ReadonlyMap<string, string> = new Map([
  ['’', "'"],
  ['‘', "'"],
  ['“', '"'],
  ['”', '"'],
  ['–', '-'],
  ['—', '-'],
  ['°', ' degrees '],
  ['×', 'x'],
  ['⁄', '/'],
  ['ß', 'ss'],
]);

/** Characters without a width of their own: accents, joiners. */
const unseen = patternOnUse(String.raw`[\p{Mark}\p{Format}]`, 'gu');

/**
 * The text in 7-bit ASCII, for terminals that show nothing else. A character without an ASCII form becomes a question
 * mark; otherwise a note in another script would look empty.
 */
export function toAscii(text: string): string {
  if (isAscii(text)) return text;
  const spelled = text.replace(/\s*°\s*([CF])/g, ' degrees $1');
  const apart = spelled.normalize('NFKD').replace(unseen(), '');
  return apart.replace(/[^\x00-\x7F]/gu, (letter) => PLAIN_LETTERS.get(letter) ?? '?');
}

/** The text for the Linux console, whose font has the blocks of figures and digits beside ASCII. */
export function toConsole(text: string): string {
  return text.replace(/[^▀▄█]+/g, toAscii);
}

/** JSON in 7-bit ASCII that means the same: characters are escaped, not replaced. */
export function toAsciiJson(json: string): string {
  return json.replace(/[^\x00-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
