import { execFileSync } from 'node:child_process';
import {
  closeSync,
  constants,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readlinkSync,
  readSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { OperationError, UsageError } from '../../src/errors.ts';
import { saveText } from '../../src/system/text-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unspasm-text-'));
});
afterEach(() => rmSync(folder, { recursive: true, maxRetries: 5 }));

function save(path: string, text: string, replace = false, platform = 'linux'): void {
  saveText(path, text, { replace, platform, forTerminal: () => 'for a terminal' });
}

test.skipIf(process.platform === 'win32').each([true, false])(
  'a pipe is written to, and stays one (--force: %s)',
  (replace) => {
    const pipe = join(folder, 'pipe');
    execFileSync('bash', ['-c', 'mkfifo "$1"', 'bash', pipe]);
    const reader = openSync(pipe, constants.O_RDWR);
    save(pipe, 'a report', replace);
    const bytes = Buffer.alloc(20);
    expect(bytes.toString('utf8', 0, readSync(reader, bytes))).toBe('a report');
    closeSync(reader);
    expect(statSync(pipe).isFIFO()).toBe(true);
  },
);

test.skipIf(process.platform === 'win32')('a link that leads back to itself is told in words', () => {
  const link = join(folder, 'link');
  symlinkSync(link, link);
  for (const replace of [true, false]) expect(() => save(link, 'new', replace)).toThrow(OperationError);
});

test.skipIf(process.platform === 'win32')('a link stays, and the file that it leads to is written', () => {
  const link = join(folder, 'link');
  symlinkSync('to/there', link);
  expect(() => save(link, 'new')).toThrow(`there is no folder ${join(folder, 'to')}`);
  mkdirSync(join(folder, 'to'));
  save(link, 'first');
  expect(() => save(link, 'second')).toThrow('already exists');
  save(link, 'third', true);
  expect(readFileSync(join(folder, 'to', 'there'), 'utf8')).toBe('third');
  expect(readlinkSync(link)).toBe('to/there');
});

test('a file is replaced only where that is wanted', () => {
  const file = join(folder, 'report.html');
  writeFileSync(file, 'old');
  expect(() => save(file, 'new')).toThrow('already exists');
  save(file, 'new', true);
  expect(readFileSync(file, 'utf8')).toBe('new');
});

test('on Windows a name with a colon is refused: it would be a hidden stream of another file', () => {
  for (const name of ['report 18:30.html', 'a:b.html', 'report.html:Zone.Identifier', 'report.html:']) {
    const file = `${folder}\\${name}`;
    for (const replace of [true, false]) {
      expect(() => save(file, 'new', replace, 'win32')).toThrow(UsageError);
    }
  }
  // The letter of a disk is no such name: only that disk isn't here.
  expect(() => save('/nowhere/Q:\\nowhere\\report.html', 'new', false, 'win32')).toThrow(OperationError);
});

test.skipIf(process.platform === 'win32')('elsewhere a colon is a letter like any other', () => {
  const file = join(folder, 'report 18:30.html');
  save(file, 'new');
  expect(readFileSync(file, 'utf8')).toBe('new');
});
