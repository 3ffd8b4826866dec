import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Environment } from './programs.ts';

/** More folders below each other, or more fonts, aren't looked through. */
const DEEPEST = 4;
const MOST = 30;
/** Bytes: the widest fonts, of Chinese, Japanese and Korean, have 20 MB. */
const LARGEST = 40_000_000;

/** Parts of the names of fonts with many letters, those that are tried first in front. */
const WIDE = [
  /cjk|pingfang|hiragino sans gb|msyh|yugoth|msgothic|malgun|droidsansfallback|wqy|arial ?unicode|unifont/i,
  /emoji|symbola/i,
  /^(dejavusans|freesans|arial|nirmala|leelawui|ebrima)\b/i,
  /^noto ?sans/i,
];
/** Other forms of a font, and those that have pictures in place of letters. */
const UNFIT = /bold|italic|oblique|light|thin|black|medium|condensed|mono|serif|color|math/i;

/**
 * The fonts of the computer that have many letters, the widest first. Each is read when it is asked for; one that can't
 * be read is left out.
 */
export function* fontsOf(env: Environment, platform: string): Generator<Uint8Array> {
  const files = foldersOf(env, platform).flatMap((folder) => fontFiles(folder, DEEPEST));
  const fit = files.filter((file) => rankOf(file) < WIDE.length);
  for (const file of fit.toSorted((a, b) => rankOf(a) - rankOf(b)).slice(0, MOST)) {
    const bytes = readIfSound(file);
    if (bytes) yield bytes;
  }
}

function foldersOf(env: Environment, platform: string): string[] {
  if (platform === 'win32') {
    const local = env['LOCALAPPDATA'];
    const own = local === undefined ? [] : [join(local, 'Microsoft', 'Windows', 'Fonts')];
    return [join(env['WINDIR'] ?? 'C:\\Windows', 'Fonts'), ...own];
  }
  const home = env['HOME'];
  // Without a home, a relative path would look in whatever folder the program is run in.
  const own = (...parts: string[]) => (home ? [join(home, ...parts)] : []);
  if (platform === 'darwin') return ['/System/Library/Fonts', '/Library/Fonts', ...own('Library', 'Fonts')];
  return ['/usr/share/fonts', '/usr/local/share/fonts', ...own('.local', 'share', 'fonts'), ...own('.fonts')];
}

function fontFiles(folder: string, deep: number): string[] {
  return entriesIn(folder).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return deep > 0 ? fontFiles(path, deep - 1) : [];
    return /\.(ttf|otf|ttc)$/i.test(entry.name) ? [path] : [];
  });
}

function entriesIn(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

function rankOf(file: string): number {
  const name = basename(file).replace(/\.\w+$/, '');
  const rank = UNFIT.test(name) ? -1 : WIDE.findIndex((pattern) => pattern.test(name));
  return rank < 0 ? WIDE.length : rank;
}

function readIfSound(file: string): Uint8Array | undefined {
  try {
    return statSync(file).size <= LARGEST ? readFileSync(file) : undefined;
  } catch {
    return undefined;
  }
}
