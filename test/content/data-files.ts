import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openContent } from '../../src/system/content.ts';

export const DATA = fileURLToPath(new URL('../../data', import.meta.url));

export const content = openContent(DATA);

/** One value in a data file, and where it stands: "signs.json/signs/3/label". */
export interface Found {
  readonly where: string;
  readonly key: string;
  readonly value: unknown;
}

/** Every file that holds content, as a path inside `data/`: "guide/what.json". */
export function dataFiles(): string[] {
  const files = readdirSync(DATA, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll(sep, '/'));
  return files.filter((file) => file.endsWith('.json') && !file.startsWith('schema/'));
}

export function readData(file: string): unknown {
  return JSON.parse(readFileSync(join(DATA, file), 'utf8'));
}

/** Every value of every data file, lists and objects and what is in them. */
export function everything(files: readonly string[] = dataFiles()): Found[] {
  return files.flatMap((file) => [...walk(readData(file), file, '')]);
}

/** Every text of every data file. */
export function texts(files?: readonly string[]): { where: string; text: string }[] {
  return everything(files).flatMap(({ where, value }) => (typeof value === 'string' ? [{ where, text: value }] : []));
}

/** Every id that a key refers to, as a text by itself or as a list of them. */
export function references(key: string, files?: readonly string[]): { where: string; id: string }[] {
  const found = everything(files).filter((one) => one.key === key);
  return found.flatMap(({ where, value }) =>
    [value].flat().flatMap((id) => (typeof id === 'string' ? [{ where, id }] : [])),
  );
}

function* walk(value: unknown, where: string, key: string): Generator<Found> {
  yield { where, key, value };
  if (typeof value !== 'object' || value === null) return;
  const entries = Object.entries(value);
  for (const [name, inner] of entries) yield* walk(inner, `${where}/${name}`, Array.isArray(value) ? '' : name);
}

/** The values that stand in a list more than once. */
export function repeated<T>(values: readonly T[]): T[] {
  const met = new Set<T>();
  return values.filter((value) => met.size === met.add(value).size);
}
