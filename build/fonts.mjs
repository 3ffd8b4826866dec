// Writes the fonts of PDF reports into dist/: Noto Sans, in one file for each script.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { inflateSync } from 'node:zlib';

const require = createRequire(import.meta.url);
const latin = dirname(require.resolve('@fontsource/noto-sans/package.json'));
const hebrew = dirname(require.resolve('@fontsource/noto-sans-hebrew/package.json'));
const arabic = dirname(require.resolve('@fontsource/noto-sans-arabic/package.json'));

const SCRIPTS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext', 'vietnamese'];

/** The name of each font in dist/fonts/, with its package and its file there. */
const FONTS = [
  ['latin-bold', latin, 'noto-sans-latin-700-normal'],
  ...SCRIPTS.map((script) => [script, latin, `noto-sans-${script}-400-normal`]),
  ['hebrew', hebrew, 'noto-sans-hebrew-hebrew-400-normal'],
  ['arabic', arabic, 'noto-sans-arabic-arabic-400-normal'],
];

/**
 * Writes the fonts.
 * @param root the folder of the package
 * @returns the files that they come from
 */
export async function writeFonts(root) {
  const folder = join(root, 'dist', 'fonts');
  await mkdir(folder, { recursive: true });
  const files = FONTS.map(([name, pack, file]) => ({
    from: join(pack, 'files', `${file}.woff`),
    to: join(folder, `${name}.ttf`),
  }));
  await Promise.all(files.map(async ({ from, to }) => writeFile(to, unpacked(await readFile(from)))));
  return files.map(({ from }) => from);
}

// The sizes of the header and of an entry for a table, in WOFF and in TrueType.
const WOFF = { header: 44, entry: 20 };
const TRUETYPE = { header: 12, entry: 16 };

/**
 * A font in the WOFF format as TrueType (https://www.w3.org/TR/WOFF/). fontkit unpacks a table of a WOFF font again for
 * each letter, which takes a second for a report.
 */
function unpacked(woff) {
  const count = woff.readUInt16BE(12);
  const header = Buffer.alloc(TRUETYPE.header + count * TRUETYPE.entry);
  woff.copy(header, 0, 4, 8);
  const largest = 2 ** Math.floor(Math.log2(count));
  [count, largest * 16, Math.log2(largest), (count - largest) * 16].forEach((value, at) =>
    header.writeUInt16BE(value, 4 + at * 2),
  );
  const parts = [header];
  let offset = header.length;
  for (let at = 0; at < count; at += 1) {
    const table = tableOf(woff, WOFF.header + at * WOFF.entry);
    const entry = TRUETYPE.header + at * TRUETYPE.entry;
    header.write(table.tag, entry, 'latin1');
    [table.checksum, offset, table.bytes.length].forEach((value, place) =>
      header.writeUInt32BE(value, entry + 4 + place * 4),
    );
    const padding = Buffer.alloc((4 - (table.bytes.length % 4)) % 4);
    parts.push(table.bytes, padding);
    offset += table.bytes.length + padding.length;
  }
  return Buffer.concat(parts);
}

function tableOf(woff, entry) {
  const [offset, packedLength, length, checksum] = [4, 8, 12, 16].map((at) => woff.readUInt32BE(entry + at));
  const packed = woff.subarray(offset, offset + packedLength);
  return {
    tag: woff.toString('latin1', entry, entry + 4),
    checksum,
    bytes: packedLength < length ? inflateSync(packed) : packed,
  };
}
