import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { findProgram, isRemote } from '../../src/system/programs.ts';
import { makeFolder, removeFolders } from './places.ts';

afterEach(removeFolders);

describe.skipIf(process.platform === 'win32')('a program', () => {
  it('is the first that can be executed, in the order of the names', () => {
    const [first, second] = [makeFolder(), makeFolder()];
    const env = { PATH: ['', '.', 'bin', first, second].join(delimiter) };
    for (const file of [join(first, 'b'), join(second, 'a'), join(second, 'b')]) {
      writeFileSync(file, '');
      chmodSync(file, 0o755);
    }
    expect(findProgram(['a', 'b'], env)).toBe(join(second, 'a'));
    expect(findProgram(['b', 'a'], env)).toBe(join(first, 'b'));
    expect(findProgram(['none', 'b'], env)).toBe(join(first, 'b'));
  });

  it('is no folder, no plain file, and nothing in the current folder', () => {
    const folder = makeFolder();
    mkdirSync(join(folder, 'say'));
    writeFileSync(join(folder, 'espeak'), '', { mode: 0o644 });
    expect(findProgram(['say', 'espeak'], { PATH: folder })).toBeUndefined();
    expect(findProgram(['package.json', 'build.mjs'], { PATH: '.:build:' })).toBeUndefined();
    expect(findProgram(['sh'], {})).toBeUndefined();
  });
});

describe('the user', () => {
  it.each(['SSH_CONNECTION', 'SSH_CLIENT', 'SSH_TTY'])('sits elsewhere with %s', (name) => {
    expect(isRemote({ [name]: '10.0.0.1' })).toBe(true);
    expect(isRemote({ [name]: '' })).toBe(false);
  });
});
