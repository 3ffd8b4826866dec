/** The letter of UTF-8 at a place; nothing where its end has to come, and an empty text where something else comes instead. */
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

/** Whether a byte goes on with a letter that began before it. */
export function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte <= 0xbf;
}
