import { colourPattern } from '../terminal/escapes.ts';
import { patternOnUse } from './letters.ts';

/** A no-break space. */
const STICKS = '\u00A0';

/** A longer word doesn't look lost on a line. */
const LONG_WORD = 14;

const COLOUR = new RegExp(colourPattern('[\\d;]*'), 'g');

const COMMAND = /\((?:see )?unspasm [^()]*\)|\b[Rr]un: unspasm [^.;()]*|\bsee:? unspasm help \S+/g;
const RANGE = /(?<=\d) (of|to|or) (?=\d)/g;
const afterNumber = patternOnUse(String.raw`(?<=\d) (?=[\p{L}°])`, 'gu');
const BEFORE_NUMBER = /(?<=\b(?:level|step|page|day|pain|question|Mon|Tue|Wed|Thu|Fri|Sat|Sun)) (?=\d)/gi;

/** Breaks a text into lines of at most a width, at plain spaces only. */
export type Breaker = (text: string, width: number) => string[];

/**
 * A text as lines of at most `width` characters, broken between words. Every character counts as one column: that is
 * enough for help pages and errors, which needn't load `wrap.ts` and its library.
 */
export function breakLine(text: string, width: number): string[] {
  return breakWell(text, width, breakAtSpaces);
}

/**
 * Lines that read well: a command to type, and a number with its unit, stay on one line, and no word is alone on the
 * last one.
 * @param breaker breaks the text; it needn't know about any of this
 */
export function breakWell(text: string, width: number, breaker: Breaker): string[] {
  const broken = (words: string) => breaker(loosened(words, width), width);
  const kept = together(text);
  const lines = broken(kept);
  const better = isAlone(lines.at(-1)!) && lines.length > 1 ? broken(kept.replace(/ +(?=[^ ]*$)/, noBreak)) : lines;
  // Neither may it leave another word alone, nor take a line more.
  const chosen = better.length === lines.length && !isAlone(better.at(-2) ?? '') ? better : lines;
  // Commands that are copied to a shell need plain spaces.
  return chosen.map((line) => line.replaceAll(STICKS, ' '));
}

/**
 * Words that are kept on one line: a command, a key with what it does. Where they are longer than a line, they are
 * broken anyway.
 */
export function noBreak(text: string): string {
  return text.replaceAll(' ', STICKS);
}

/** Breaks at spaces; every character counts as one column. */
export function breakAtSpaces(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const [, gap = '', word = ''] of text.matchAll(/( *)([^ ]+)/g)) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + gap.length + word.length <= width)
      lines[lines.length - 1] = line + gap + word;
    else lines.push(word);
  }
  return lines.length > 0 ? lines : [''];
}

function together(text: string): string {
  const commands = text.includes('unspasm') ? text.replace(COMMAND, noBreak) : text;
  if (!/\d/.test(text)) return commands;
  return commands.replace(RANGE, noBreak).replace(afterNumber(), STICKS).replace(BEFORE_NUMBER, STICKS);
}

function loosened(text: string, width: number): string {
  if (!text.includes(STICKS)) return text;
  return text.replace(/[^ ]+/g, (words) =>
    words.replace(COLOUR, '').length > width ? words.replaceAll(STICKS, ' ') : words,
  );
}

// The end of a path or an address may have a line of its own.
function isAlone(line: string): boolean {
  return !/[ \u00A0]/.test(line.trim()) && line.replace(COLOUR, '').length <= LONG_WORD;
}
