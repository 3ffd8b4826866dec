import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFile, replaceFile } from '../../src/system/replace-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unspasm-replace-'));
});
afterEach(() => rmSync(folder, { recursive: true, maxRetries: 5 }));

const contentOf = (name: string) => readFileSync(join(folder, name), 'utf8');

/** A process that had our number and was killed in the middle. */
const leaveHalf = (name: string) => writeFileSync(join(folder, `${name}.${process.pid}.tmp`), 'half');

describe('a file that is replaced', () => {
  test('has the new content, and nothing lies beside it', () => {
    replaceFile(join(folder, 'a'), 'one');
    replaceFile(join(folder, 'a'), 'two');
    expect(contentOf('a')).toBe('two');
    expect(readdirSync(folder)).toEqual(['a']);
  });

  test('is replaced also where a killed process of the same number left its half', () => {
    leaveHalf('a');
    replaceFile(join(folder, 'a'), 'one');
    expect(contentOf('a')).toBe('one');
    expect(readdirSync(folder)).toEqual(['a']);
  });
});

describe('a file that is made', () => {
  test('is made once', () => {
    expect(createFile(join(folder, 'a'), 'one')).toBe(true);
    expect(createFile(join(folder, 'a'), 'two')).toBe(false);
    expect(contentOf('a')).toBe('one');
    expect(readdirSync(folder)).toEqual(['a']);
  });

  test('is made also where a killed process of the same number left its half', () => {
    leaveHalf('a');
    expect(createFile(join(folder, 'a'), 'one')).toBe(true);
    expect(contentOf('a')).toBe('one');
    expect(readdirSync(folder)).toEqual(['a']);
  });
});

/** What says no to a hard link, with this error. */
const refusing = (code: string, sleep = (_milliseconds: number) => {}) => ({
  link: () => {
    throw Object.assign(new Error(`${code}: link`), { code });
  },
  sleep,
});

describe('a file that is made where hard links are refused', () => {
  // How exFAT, Android, a network folder, another file system and Windows say it.
  const errors = ['EPERM', 'EACCES', 'ENOTSUP', 'ENOSYS', 'EMLINK', 'EXDEV', 'EISDIR', 'UNKNOWN'];

  test.each(errors)('is made once: %s', (code) => {
    expect(createFile(join(folder, 'a'), 'one', refusing(code))).toBe(true);
    expect(createFile(join(folder, 'a'), 'two', refusing(code))).toBe(false);
    expect(contentOf('a')).toBe('one');
    expect(readdirSync(folder)).toEqual(['a']);
  });

  test('waits for another process that has claimed the name, and leaves it its file', () => {
    writeFileSync(join(folder, 'a'), '');
    const othersGoOn = () => writeFileSync(join(folder, 'a'), 'other');
    expect(createFile(join(folder, 'a'), 'one', refusing('EPERM', othersGoOn))).toBe(false);
    expect(contentOf('a')).toBe('other');
  });

  test('takes over a name that a killed process had claimed, and never filled', () => {
    writeFileSync(join(folder, 'a'), '');
    let waited = 0;
    const naming = refusing('EPERM', (milliseconds) => {
      waited += milliseconds;
    });
    expect(createFile(join(folder, 'a'), 'one', naming)).toBe(true);
    expect(waited).toBe(1000);
    expect(contentOf('a')).toBe('one');
    expect(readdirSync(folder)).toEqual(['a']);
  });

  test('takes a name that another process has given up again', () => {
    writeFileSync(join(folder, 'a'), '');
    expect(
      createFile(
        join(folder, 'a'),
        'one',
        refusing('EPERM', () => rmSync(join(folder, 'a'))),
      ),
    ).toBe(true);
    expect(contentOf('a')).toBe('one');
  });

  test('says what is really wrong where nothing can be made', () => {
    const { link, sleep } = refusing('EPERM');
    const removeAndLink = () => {
      rmSync(folder, { recursive: true, maxRetries: 5 });
      link();
    };
    expect(() => createFile(join(folder, 'a'), 'one', { link: removeAndLink, sleep })).toThrow('ENOENT');
    mkdirSync(folder);
  });
});
