import { badImport } from './refusal.ts';

/** What to do with a text in another encoding. */
const UTF_8 = 'save it as UTF-8';

/** Other files that are often taken for a table, by how they begin. */
const OTHERS: readonly (readonly [start: readonly number[], what: string, right: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'a spreadsheet (xlsx or ods) or a zip file', 'unzip it, or save the table as CSV'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Excel file (xls)', 'save the table as CSV'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF', 'export CSV or JSON from the program that made it'],
  [[0x1f, 0x8b], 'a compressed file (gzip)', 'decompress it first'],
  [[0xff, 0xfe, 0x00, 0x00], 'text in UTF-32', UTF_8],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'a document (RTF)', 'save the table as CSV'],
];

/**
 * The text of a file of another program: UTF-8; UTF-16 with a byte order mark; or Windows-1252 where nothing speaks
 * against it.
 * @returns the text without its byte order mark, and the name of the encoding if it isn't UTF-8
 * @throws UsageError that says what the file is instead
 */
export function decode(bytes: Uint8Array, file: string): { readonly text: string; readonly encoding?: string } {
  const decoded = decodeBytes(bytes, file);
  // Some programs give such a page the name of a spreadsheet.
  if (/^\s*<[!?a-z]/i.test(decoded.text))
    throw badImport(`${file} is a web page or XML, not a table as text`, 'save the table as CSV');
  return decoded;
}

function decodeBytes(bytes: Uint8Array, file: string): { readonly text: string; readonly encoding?: string } {
  const begins = (start: readonly number[]) => start.every((byte, at) => bytes[at] === byte);
  const other = OTHERS.find(([start]) => begins(start));
  if (other) throw badImport(`${file} is ${other[1]}, not a table as text`, other[2]);
  if (begins([0xff, 0xfe])) return { text: fromUtf16(bytes, 'utf-16le', file), encoding: 'UTF-16' };
  if (begins([0xfe, 0xff])) return { text: fromUtf16(bytes, 'utf-16be', file), encoding: 'UTF-16' };
  // Without a byte order mark, every other byte of plain letters is zero.
  const [first, second] = bytes;
  if (second === 0 && first !== 0) return { text: fromUtf16(bytes, 'utf-16le', file), encoding: 'UTF-16' };
  if (first === 0 && second !== 0) return { text: fromUtf16(bytes, 'utf-16be', file), encoding: 'UTF-16' };
  const zero = bytes.indexOf(0);
  if (zero >= 0) throw badImport(`${file}:${lineAt(bytes, zero)}: it contains zero bytes, so it isn't text`, UTF_8);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { text: windows1252(bytes, file), encoding: 'Windows-1252' };
  }
}

function fromUtf16(bytes: Uint8Array, encoding: string, file: string): string {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // Said below.
  }
  throw badImport(`${file} begins like UTF-16, but isn't: it may be cut off`, UTF_8);
}

// The bytes 80 to 9F; the others are those of Latin-1. TextDecoder isn't used, as some versions of Node read these as
// control characters. A space stands for what is undefined.
const FROM_80 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

// Undefined in Windows-1252.
const UNDEFINED = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
// Signs within words or beside them, capitals after small letters, and words of special letters are the marks of other encodings
// (code page 850, Mac OS Roman, Windows-1250 and 1251) that are read as this one.
const UNLIKELY =
  /\p{L}[±¤¦¬¶¼¾]|[±¤¦¬¶¼¾]\p{L}|\p{L}[^\P{L}\p{ASCII}ªºŠŽšžŒœŸÀ-ÖØ-öø-ÿ]|\p{L}[€‚ƒ„…†‡ˆ‰‹“”•˜™›¡-¿×÷]\p{L}|\p{Ll}[À-ÖØ-Þ]|[À-ÖØ-öø-ÿ]{3}/u;
const MAC = /[a-z][ŠŽŸ]|[ŠŽšŸ][a-z]/;

function windows1252(bytes: Uint8Array, file: string): string {
  const text = Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (letter) => FROM_80[letter.charCodeAt(0) - 0x80]!);
  const odd = bytes.findIndex((byte) => UNDEFINED.has(byte));
  const unlikely = UNLIKELY.exec(text) ?? MAC.exec(text);
  if (odd < 0 && !unlikely) return text;
  // One byte is one letter.
  const line = lineAt(bytes, odd < 0 ? unlikely!.index : odd);
  throw badImport(`${file}:${line}: it isn't UTF-8, and its encoding is unclear`, UTF_8);
}

function lineAt(bytes: Uint8Array, end: number): number {
  return bytes.subarray(0, end).filter((byte) => byte === 0x0a).length + 1;
}
