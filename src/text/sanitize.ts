import { colour, colourPattern } from '../terminal/escapes.ts';
import { patternOnUse } from './letters.ts';

/**
 * What must not reach a terminal from outside: control characters (C0, DEL, C1), characters that change the direction of
 * the text around them (Unicode's bidirectional controls), line breaks that only some programs see, and characters
 * without any width. The joiners U+200C and U+200D stay: scripts and emoji need them.
 */
const CONTROLS = '\\u0000-\\u001F\\u007F-\\u009F';
const INVISIBLE = '\\u061C\\u180E\\u200B\\u200E\\u200F\\u2028-\\u202E\\u2060-\\u206F\\uFEFF\\uFFF9-\\uFFFB';
/** The same without tabs. */
const STEERING = `\\u0000-\\u0008\\u000A-\\u001F\\u007F-\\u009F${INVISIBLE}`;

/** Halves of characters that take two units; in a pattern with `u`, only halves without their other half. */
const HALVES = '\\uD800-\\uDFFF';

const runOfAny = patternOnUse(`[${CONTROLS}${INVISIBLE}]+`, 'g');
const inJson = patternOnUse(`(?!\\n)[${STEERING}${HALVES}]`, 'gu');
const halfLetter = patternOnUse(`[${HALVES}]`, 'gu');

/**
 * Text from outside as one line in which nothing steers a terminal or changes the direction of the text around it: an
 * entry may come from a synced file, a note from a pasted page.
 */
export function sanitize(text: string): string {
  return text.replace(runOfAny(), ' ').replace(halfLetter(), '\uFFFD');
}

/** The same with single spaces, and none at its ends. */
export function oneLine(text: string): string {
  return sanitize(text).replace(/\s+/g, ' ').trim();
}

/** JSON that means the same and can be shown on a terminal: only its strings can contain such characters. */
export function harmlessJson(json: string): string {
  return json.replace(inJson(), (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

// Nobody outside can know these numbers, which differ in every process. Should they reach a terminal after all, it
// ignores them, as they are not colours.
const SECRET = Array.from({ length: 3 }, () => 1000 + Math.floor(Math.random() * 9000)).join(';');
/** One of the 16 colours or a style, or one of the 256 colours. */
const NUMBERS = '\\d{1,2}(?:;5;\\d{1,3})?';
const SIGNED = colourPattern(`(${NUMBERS});${SECRET}`);
const toShow = patternOnUse(`${SIGNED}|[${STEERING}${HALVES}]`, 'gu');
const colourCode = patternOnUse(colourPattern(`(${NUMBERS})`), 'g');

/** Nothing but letters, signs and lines that most texts are made of: nothing of that steers a terminal. */
const HARMLESS = /^[ -~\u00A0-\u024F\u2010-\u2026\u2190-\u2193\u2500-\u259F]*$/;

/**
 * A line for people, as it is written to a terminal or a pipe. Colour codes are kept if our own style signed them, tabs
 * stay, and everything else that could steer a terminal becomes a space. So does a line break: in a name or a note from
 * elsewhere it would begin a line that reads as if the program had said it. Apart from the codes the line keeps its
 * length.
 */
export function toTerminal(text: string): string {
  if (HARMLESS.test(text)) return text;
  return text.replace(toShow(), (found: string, code: string | undefined) => {
    if (code !== undefined) return colour(code);
    return found >= '\uD800' && found <= '\uDFFF' ? '\uFFFD' : ' ';
  });
}

/**
 * Lets a library that adds or reads colour codes change a text, and signs the codes in the result: they are all ours, as
 * codes from outside were removed before. {@link toTerminal} recognises signed codes, so text from outside can be mixed
 * with them until it is written.
 */
export function withCodes(text: string, change: (text: string) => string): string {
  return change(toTerminal(text)).replace(colourCode(), colour(`$1;${SECRET}`));
}

/** A text of several lines as it is written to a terminal, each line by {@link toTerminal}. */
export function linesToTerminal(text: string): string {
  return text.split('\n').map(toTerminal).join('\n');
}
