import { isAscii, patternOnUse } from '../text/letters.ts';

/** Every sign that isn't plain ASCII, with its ASCII form beside it. */
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
  barDone: ['━', '#'],
  barLeft: ['─', '-'],
  /** A day without a rating. */
  gap: ['·', '.'],
  /** From the lowest to the worst, with the median between. */
  rangeBegin: ['├', '|'],
  rangeEnd: ['┤', '|'],
  rangeMedian: ['◆', 'o'],
  /** From low to high; none in ASCII. */
  bars: ['▁▂▃▄▅▆▇█', ''],
} as const;

export type Glyphs = Readonly<Record<keyof typeof TABLE, string>>;

/** @param unicode whether the terminal shows more than ASCII */
export function makeGlyphs(unicode: boolean): Glyphs {
  const entries = Object.entries(TABLE).map(([name, [fancy, ascii]]) => [name, unicode ? fancy : ascii]);
  return Object.fromEntries(entries) as Glyphs;
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

/** What has no width of its own: accents, joiners. */
const unseen = patternOnUse(String.raw`[\p{Mark}\p{Format}]`, 'gu');

/**
 * The text in 7-bit ASCII, for terminals that show nothing else. A letter that has no such form is a
 * question mark: a note in another script would look empty without.
 */
export function toAscii(text: string): string {
  if (isAscii(text)) return text;
  const spelled = text.replace(/\s*°\s*([CF])/g, ' degrees $1');
  const apart = spelled.normalize('NFKD').replace(unseen(), '');
  return apart.replace(/[^\x00-\x7F]/gu, (letter) => PLAIN_LETTERS.get(letter) ?? '?');
}

/** JSON in 7-bit ASCII that means the same: here a letter spelt otherwise would be another one. */
export function toAsciiJson(json: string): string {
  return json.replace(/[^\x00-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
