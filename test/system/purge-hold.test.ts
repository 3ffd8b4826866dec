import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { holdFile } from '../../src/system/purge.ts';
import { replaceFile } from '../../src/system/replace-file.ts';
import { makeFolder, removeFolders } from './places.ts';

afterEach(removeFolders);

function place() {
  const folder = makeFolder();
  const file = join(folder, 'laptop22.jsonl');
  writeFileSync(file, 'one\nä\n');
  return { folder, file };
}

/** How many files this process has open, where that can be told. */
const openFiles = () => (process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0);

describe.each(['linux', 'win32'])('a file that is held on %s', (platform) => {
  test('is read whole, and then on from there, in a place of its own', () => {
    const { folder, file } = place();
    const held = holdFile(file, platform);
    expect(held.added().toString()).toBe('one\nä\n');
    appendFileSync(file, 'two\n');
    replaceFile(file, 'new\n');
    expect(held.added().toString()).toBe('two\n');
    expect(held.added().toString()).toBe('');
    held.release();
    expect(readdirSync(folder)).toEqual(['laptop22.jsonl']);
    expect(readFileSync(file, 'utf8')).toBe('new\n');
  });

  test('is read on after it was removed', () => {
    const { folder, file } = place();
    const held = holdFile(file, platform);
    held.added();
    appendFileSync(file, 'two\n');
    rmSync(file);
    expect(held.added().toString()).toBe('two\n');
    held.release();
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('on Windows', () => {
  test('it is a file of the journal under its second name, in case we are killed', () => {
    const { folder, file } = place();
    const held = holdFile(file, 'win32');
    const names = readdirSync(folder).filter((name) => /^[^.].*\.jsonl$/.test(name));
    expect(names).toHaveLength(2);
    expect(new Set(names.map((name) => readFileSync(join(folder, name), 'utf8')))).toEqual(new Set(['one\nä\n']));
    held.release();
  });

  test('it is not open', () => {
    const { file } = place();
    const before = openFiles();
    const held = holdFile(file, 'win32');
    held.added();
    expect(openFiles()).toBe(before);
    held.release();
  });
});
