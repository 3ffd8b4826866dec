import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { readOwnStretchesFile } from '../../src/system/own-stretches-file.ts';
import { toolPath } from '../e2e/harness/tools.ts';
import { makeFolder, removeFolders } from './places.ts';

afterEach(removeFolders);

const read = (folder: string) => readOwnStretchesFile(join(folder, 'config.json'));

it('reads the one file there is, without its byte order mark', () => {
  const folder = makeFolder();
  expect(read(folder)).toBeUndefined();
  const path = join(folder, 'stretches.yml');
  writeFileSync(path, '\uFEFFstretches: []');
  expect(read(folder)).toEqual({ path, text: 'stretches: []' });
});

it.each<[string, (path: string) => void, string]>([
  ['a folder', (path) => mkdirSync(path), "stretches.yaml isn't a file"],
  ['a pipe', (path) => execFileSync(toolPath('mkfifo'), [path]), "stretches.yaml isn't a file"],
  ['larger than a person writes', (path) => writeFileSync(path, '#'.repeat(300_000)), 'stretches.yaml is too large'],
  [
    'in another encoding',
    (path) => writeFileSync(path, Buffer.from('name: \u00e9', 'latin1')),
    "isn't UTF-8: save it again",
  ],
  ['one of two', (path) => [path, path.replace('yaml', 'json')].forEach((one) => writeFileSync(one, '')), 'two files'],
])('says so where it is %s', (_, make, why) => {
  const folder = makeFolder();
  make(join(folder, 'stretches.yaml'));
  expect(() => read(folder)).toThrow(why);
});
