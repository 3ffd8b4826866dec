import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { findOpenLookups } from './open-lookups.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'unspasm-lookups-'));
afterAll(() => rmSync(folder, { recursive: true, maxRetries: 5 }));

/** The only one who may: it asks for own properties alone. */
const ALLOWED = 'src/text/own-value.ts';

it('no plain object of the program is looked up with a word from outside', { timeout: 60_000 }, () => {
  const isOurs = (file: string) => {
    const path = relative(ROOT, file).replaceAll('\\', '/');
    return path.startsWith('src/') && path !== ALLOWED;
  };
  // Without the tests, which would be read as well.
  const config = join(folder, 'tsconfig.src.json');
  const typeRoots = [join(ROOT, 'node_modules', '@types')];
  writeFileSync(
    config,
    JSON.stringify({
      extends: join(ROOT, 'tsconfig.json'),
      compilerOptions: { typeRoots },
      include: [join(ROOT, 'src')],
    }),
  );
  const found = findOpenLookups(config, isOurs);
  expect(found.map(({ file, line, code }) => `${relative(ROOT, file)}:${line} ${code}`)).toEqual([]);
});

const LINES = `
declare const word: string;
declare const known: 'left' | 'right';
declare const either: 'left' | \`\${string}!\`;
declare const at: number;
declare const table: Record<string, number>;
declare const closed: Record<'left' | 'right', number>;
declare const list: number[];
declare const anything: any;
declare const map: Map<string, number>;
export const bad1 = table[word];
export const bad2 = table[either];
export const bad3 = table[\`\${word}!\`];
export const bad4 = word in table;
export const bad5 = anything[word];
export const bad6 = closed[anything];
export const { [word]: bad7 } = table;
export const bad8 = Object.fromEntries(map)[word];
export const bad9 = <K extends string>(key: K) => table[key];
export const bad10 = { left: 1 }[word];
export const bad11 = Object.assign({}, anything);
export const bad12 = () => { table[word] = 1; };
export const bad13 = table?.[word];
export const good1 = closed[known];
export const good2 = list[at];
export const good3 = map.get(word);
export const good4 = table['left'];
export const good5 = 'left' in table;
export const good6 = <K extends 'left' | 'right'>(key: K) => closed[key];
export const good7 = { [word]: 1 };
export const good8 = { ...anything };
`;

it('the check itself knows an open lookup from a closed one', { timeout: 60_000 }, () => {
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: { strict: true }, files: ['a.ts'] }));
  writeFileSync(join(folder, 'a.ts'), LINES);
  const lines = LINES.split('\n');
  const found = findOpenLookups(join(folder, 'tsconfig.json'), (file) => file.endsWith('/a.ts'));
  const named = found.map(({ line }) => /(?:bad|good)\d+/.exec(lines[line - 1]!)?.[0]);
  expect(named).toEqual(Array.from({ length: 13 }, (_, index) => `bad${index + 1}`));
});
