/**
 * A pattern that is made when it is first used. One that names kinds of letters (`\p{…}`) takes up to half a millisecond,
 * a fiftieth of a start, as soon as the file that it is written in is loaded; most texts need none.
 */
export function patternOnUse(source: string, flags: string): () => RegExp {
  let made: RegExp | undefined;
  return () => (made ??= new RegExp(source, flags));
}

/** Whether a text holds nothing but ASCII, as most do. */
export function isAscii(text: string): boolean {
  return /^[\0-\x7F]*$/.test(text);
}

const marks = patternOnUse(String.raw`\p{M}`, 'gu');

/** A text in which letters have no accents: "café" is "cafe". */
export function withoutAccents(text: string): string {
  return isAscii(text) ? text : text.normalize('NFKD').replace(marks(), '');
}
