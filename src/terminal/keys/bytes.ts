/** The character of UTF-8 at a place; undefined while its end is missing, and an empty text where something else follows. */
export function letterAt(bytes: Buffer, at: number): { readonly length: number; readonly text: string } | undefined {
  const length = letterLength(bytes[at]!);
  for (let next = at + 1; next < at + length; next += 1) {
    if (bytes[next] === undefined) return undefined;
    if (!isContinuation(bytes[next])) return { length: next - at, text: '' };
  }
  return { length, text: String.fromCodePoint(bytes.toString('utf8', at, at + length).codePointAt(0)!) };
}

function letterLength(lead: number): number {
  if (lead < 0xc2 || lead > 0xf4) return 1;
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte <= 0xbf;
}

/**
 * Mouse reports that are followed by bytes instead of numbers, by their final character, with the number of those bytes:
 * the oldest protocol, and highlighting. Source: invisible-island.net/xterm/ctlseqs
 */
export const COORDINATES: ReadonlyMap<string, number> = new Map([
  ['M', 3],
  ['t', 2],
  ['T', 6],
]);

/**
 * Where such bytes end; undefined while some are missing. A position beyond 95 is a byte above 127, or with mode 1005 a
 * character of UTF-8 of two bytes. A report is all the one or all the other: bytes that can be read as either are taken
 * for characters, and one more byte is waited for.
 */
export function afterCoordinates(bytes: Buffer, from: number, count: number): number | undefined {
  let at = from;
  for (let nth = 0; nth < count; nth += 1) {
    const byte = bytes[at];
    if (byte === undefined) return undefined;
    // Something else begins here: the report was cut off.
    if (byte < 0x20) return at;
    const length = letterLength(byte);
    if (length > 1 && bytes[at + 1] === undefined) return undefined;
    const isCharacter = byte < 0x80 || (length === 2 && isContinuation(bytes[at + 1]));
    if (!isCharacter) return afterBytes(bytes, from, count);
    at += length;
  }
  return at;
}

function afterBytes(bytes: Buffer, from: number, count: number): number | undefined {
  const end = from + count;
  const cutOff = bytes.subarray(from, end).findIndex((byte) => byte < 0x20);
  if (cutOff >= 0) return from + cutOff;
  return end <= bytes.length ? end : undefined;
}
