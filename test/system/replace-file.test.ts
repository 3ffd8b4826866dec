import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFile, replaceFile } from '../../src/system/replace-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unspasm-replace-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

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
