import { excerpt } from '../../text/excerpt.ts';
import { sanitize } from '../../text/sanitize.ts';

/** Unicode's marks around a text that has a direction of its own: First Strong Isolate, and Pop Directional Isolate. */
const [START, END] = ['\u2068', '\u2069'];
const ISOLATES = new RegExp(`${START}([^\\u2066-\\u2069]*)${END}`, 'gu');
const MARKS = new RegExp(`[${START}${END}]`, 'gu');
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** Whether a text has letters that are read from right to left. */
export function isRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/**
 * A text of the patient's own as a part of a sentence. Without this, words that are read from right to left would take
 * the signs and figures beside them along: the count of one medicine would stand beside another.
 */
export function isolated(text: string): string {
  return isRightToLeft(text) ? `${START}${sanitize(withoutIsolates(text))}${END}` : text;
}

/** The beginning of such a text, on one line, so that it fits on the page. @param most how many characters fit */
export function shorten(text: string, most: number): string {
  return isolated(excerpt(withoutIsolates(text), most));
}

/** A text without the marks of {@link isolated}. */
export function withoutIsolates(text: string): string {
  return text.replace(MARKS, '');
}

/**
 * Sanitizes a text that may have isolated parts.
 * @param outside what becomes of the text around the isolated parts, already sanitized
 * @param inside what becomes of an isolated part; it keeps its marks by default
 */
export function sanitizeParts(
  text: string,
  outside: (text: string) => string = (part) => part,
  inside: (text: string) => string = (part) => `${START}${part}${END}`,
): string {
  return text
    .split(ISOLATES)
    .map((part, at) => (at % 2 === 0 ? outside(sanitize(part)) : inside(sanitize(part))))
    .join('');
}

/** Lines of one text, each with the marks of both ends: a part that began on one line and goes on in the next is isolated on both. */
export function closedLines(lines: readonly string[]): string[] {
  let isOpen = false;
  return lines.map((line) => {
    const whole = isOpen ? `${START}${line}` : line;
    isOpen = whole.lastIndexOf(START) > whole.lastIndexOf(END);
    return isOpen ? `${whole}${END}` : whole;
  });
}
