import { isContinuation } from './utf8.ts';

/**
 * Reports of the mouse that are followed by bytes instead of numbers, by their final character, and by
 * how many: the oldest protocol, and highlighting. Source: invisible-island.net/xterm/ctlseqs
 */
export const COORDINATES: ReadonlyMap<string, number> = new Map([
  ['M', 3],
  ['t', 2],
  ['T', 6],
]);

/**
 * Where such bytes end; nothing where more have to come. A place beyond 95 is a byte above 127, or with
 * mode 1005 a letter of UTF-8. Where bytes can be read as either they are taken for a letter, and the byte
 * that this leaves out is waited for.
 */
export function afterCoordinates(bytes: Buffer, from: number, count: number): number | undefined {
  let at = from;
  for (let nth = 0; nth < count; nth += 1) {
    const byte = bytes[at];
    if (byte === undefined) return undefined;
    // Something else has begun: the report was cut off.
    if (byte < 0x20) return at;
    const isLead = byte >= 0xc2 && byte <= 0xdf;
    if (isLead && bytes[at + 1] === undefined) return undefined;
    at += isLead && isContinuation(bytes[at + 1]) ? 2 : 1;
  }
  return at;
}
