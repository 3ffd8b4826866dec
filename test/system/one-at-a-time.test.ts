import { existsSync, lutimesSync, readdirSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import { oneAtATime } from '../../src/system/one-at-a-time.ts';
import { makeFolder, removeFolders } from './places.ts';

afterEach(removeFolders);

/** By the clock of the disk: that of a test may be another. */
const timeOf = (path: string) => statSync(path).mtimeMs;

const fails = () => {
  throw new Error('no room');
};

it('locks a file while something is done with it, and leaves nothing behind, even where that fails', () => {
  const file = join(makeFolder(), 'a.json');
  const locked = () => existsSync(`${file}.lock`);
  expect([oneAtATime(file, locked), locked()]).toEqual([true, false]);
  expect(() => oneAtATime(file, fails)).toThrow('no room');
  expect(readdirSync(dirname(file))).toEqual([]);
});

it.each([-60_000, 60_000])('does not wait for a process that was killed, whatever the clock was (%i ms)', (ms) => {
  const file = join(makeFolder(), 'a.json');
  writeFileSync(`${file}.lock`, '');
  const then = (Date.now() + ms) / 1000;
  utimesSync(`${file}.lock`, then, then);
  expect(oneAtATime(file, () => 'done')).toBe('done');
  expect(readdirSync(dirname(file))).toEqual([]);
});

it.each([0, 3_600_000])('waits for a process that is slow, whatever our own clock says (%i ms ahead)', (ahead) => {
  const file = join(makeFolder(), 'a.json');
  writeFileSync(`${file}.lock`, '');
  const left = timeOf(`${file}.lock`) - 9_900;
  utimesSync(`${file}.lock`, left / 1000, left / 1000);
  const now = Date.now;
  vi.spyOn(Date, 'now').mockImplementation(() => now() + ahead);
  onTestFinished(() => void vi.restoreAllMocks());
  oneAtATime(file, () => writeFileSync(file, ''));
  expect(timeOf(file) - left).toBeGreaterThan(9_990);
});

it.runIf(process.platform !== 'win32')('does not wait for a link that leads nowhere', () => {
  const file = join(makeFolder(), 'a.json');
  symlinkSync('/nowhere/at-all', `${file}.lock`);
  lutimesSync(`${file}.lock`, 0, 0);
  expect(oneAtATime(file, () => 'done')).toBe('done');
});

it('does it without a lock where none can be made', () => {
  expect(oneAtATime('/nowhere/at-all/a.json', () => 'done')).toBe('done');
});
