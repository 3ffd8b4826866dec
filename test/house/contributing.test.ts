import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const CONTRIBUTING = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');
/** Made by the build, or by the user. */
const MADE = ['dist/', 'node_modules', 'X.Y.Z'];

function isPath(path: string): boolean {
  return /\.(?:ts|[cm]js|jsonl?|md|yml)$/.test(path) || /^[\w.]+\/[\w./-]*$/.test(path);
}

/** The files and folders that a text names in backticks: `system/append.ts`, `data/signs.json`, `test/e2e`. */
function pathsIn(text: string): string[] {
  const named = [...text.matchAll(/`([\w@.-]+(?:\/[\w@.-]+)*\/?)`/g)].map(([, path]) => path!);
  return [...new Set(named.filter(isPath))].filter((path) => !MADE.some((one) => path.includes(one)));
}

/** All files and folders, for those that are named without the folder they are in. */
const PATHS = ['src', 'test', 'build', 'data']
  .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }))
  .map((path) => `/${path.replaceAll('\\', '/')}`);

function isThere(path: string): boolean {
  const end = `/${path.replace(/\/$/, '')}`;
  return existsSync(join(ROOT, path)) || PATHS.some((one) => one.endsWith(end));
}

it('every file that CONTRIBUTING names is there', () => {
  const paths = pathsIn(CONTRIBUTING);
  expect(paths.length).toBeGreaterThan(100);
  expect(paths.filter((path) => !isThere(path))).toEqual([]);
});

it('every file and folder of src/ is in the tree', () => {
  const [tree = ''] = /^src\/\n(?: {2}.*\n|\n)+/m.exec(CONTRIBUTING) ?? [];
  const missing = readdirSync(join(ROOT, 'src'), { withFileTypes: true })
    .map((entry) => `${entry.name}${entry.isDirectory() ? '/' : ''}`)
    .filter((name) => !tree.includes(`\n  ${name} `));
  expect(missing).toEqual([]);
});

it('a file that has moved would be noticed', () => {
  const moved = pathsIn('`system/adopt.ts`, `hold.ts`, `src/views/today.ts`, `test/moved/` and `log import`');
  expect(moved).toHaveLength(4);
  expect(moved.filter(isThere)).toEqual([]);
});
