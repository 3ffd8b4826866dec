import { colour, colourPattern } from '../terminal/escapes.ts';

/**
 * What may not reach a terminal from outside: control characters (C0, DEL, C1), what turns the
 * direction of the text around it (Unicode's bidirectional controls), line breaks that only some
 * programs see, and letters without any width. The joiners U+200C and U+200D stay: scripts and emoji
 * need them.
 */
const CONTROLS = '\\u0000-\\u001F\\u007F-\\u009F';
const INVISIBLE = '\\u061C\\u180E\\u200B\\u200E\\u200F\\u2028-\\u202E\\u2060-\\u206F\\uFEFF\\uFFF9-\\uFFFB';
/** The same, but for tabs. */
const STEERING = `\\u0000-\\u0008\\u000A-\\u001F\\u007F-\\u009F${INVISIBLE}`;

/** Halves of letters that take two units; in a pattern with `u`, those alone that the other half is missing from. */
const HALVES = '\\uD800-\\uDFFF';

const RUN_OF_ANY = new RegExp(`[${CONTROLS}${INVISIBLE}]+`, 'g');
const IN_JSON = new RegExp(`(?!\\n)[${STEERING}${HALVES}]`, 'gu');
const HALF_LETTER = new RegExp(`[${HALVES}]`, 'gu');

/**
 * Text from outside as one line in which nothing steers a terminal or turns the direction of what
 * stands around it: an entry may come from a synced file, a note from a pasted page.
 */
export function sanitize(text: string): string {
  return text.replace(RUN_OF_ANY, ' ').replace(HALF_LETTER, '\uFFFD');
}

/** JSON that means the same and can be shown on a terminal: there are no such letters outside of its strings. */
export function harmlessJson(json: string): string {
  return json.replace(IN_JSON, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

// Nobody outside can know these numbers, which are others in every process. A terminal that was
// sent them all the same would ignore them: they stand for no colour.
const SECRET = Array.from({ length: 3 }, () => 1000 + Math.floor(Math.random() * 9000)).join(';');
const SIGNED = colourPattern(`(\\d{1,2});${SECRET}`);
const TO_SHOW = new RegExp(`${SIGNED}|[${STEERING}${HALVES}]`, 'gu');
const COLOUR_CODE = new RegExp(colourPattern('(\\d{1,2})'), 'g');

/**
 * A line as it is written to a terminal, or for people into a pipe: colours are only those that our own
 * style signed, tabs stay, and whatever else could steer a terminal is a space. So is a line break: in a
 * name or a note from elsewhere it would begin a line that reads as if the program had said it. The line
 * keeps its length but for the codes.
 */
export function toTerminal(text: string): string {
  return text.replace(TO_SHOW, (found: string, code: string | undefined) => {
    if (code !== undefined) return colour(code);
    return found >= '\uD800' && found <= '\uDFFF' ? '\uFFFD' : ' ';
  });
}

/**
 * Lets a library that knows colour codes work on a text, and signs the codes in what it makes: all
 * of them are ours, as those in the text from outside are gone before. {@link toTerminal} knows
 * signed ones again, so that text from outside may stand beside them until it is written.
 */
export function withCodes(text: string, change: (text: string) => string): string {
  return change(toTerminal(text)).replace(COLOUR_CODE, colour(`$1;${SECRET}`));
}

/** A text of several lines as it is written to a terminal: each of them as {@link toTerminal} makes it. */
export function linesToTerminal(text: string): string {
  return text.split('\n').map(toTerminal).join('\n');
}
