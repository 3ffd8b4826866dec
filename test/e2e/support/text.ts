const ESC = '\u001B';
const COLOUR = new RegExp(String.raw`${ESC}\[([\d;:]*)m`, 'g');
const OTHER_CODE = new RegExp(String.raw`${ESC}\[[<=>?]?[\d;]*[A-Za-z]`);

/** A text as it may stand on a screen, broken into lines anywhere between its words. */
export function words(text: string): RegExp {
  const escaped = text.trim().replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(escaped.replace(/\s+/g, String.raw`\s+`));
}

/** The numbers of all colour codes in an output. */
export function colours(output: string): number[] {
  return [...output.matchAll(COLOUR)].flatMap(([, numbers]) => numbers!.split(/[;:]/).map(Number));
}

/** The lines of an output as they were written, before a terminal could break them. */
export function writtenLines(output: string): string[] {
  const lines = output.replace(COLOUR, '').split(/\r\n|\n|\r/);
  return lines.flatMap((line) => line.split(OTHER_CODE));
}

/** The lines that are too long for a window. */
export function tooLong(lines: readonly string[], columns: number): string[] {
  return lines.filter((line) => line.length > columns);
}

/** How often a text occurs. */
export function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** Whether a text is all 7-bit. */
export function isAscii(text: string): boolean {
  return /^[\x00-\x7F]*$/.test(text);
}
