import { existsSync, lutimesSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import { oneAtATime } from '../../src/system/one-at-a-time.ts';
import { makeFolder, removeFolders } from './places.ts';

afterEach(removeFolders);

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

it('waits for a process that is slow, as on a busy computer', () => {
  const file = join(makeFolder(), 'a.json');
  writeFileSync(`${file}.lock`, '');
  utimesSync(`${file}.lock`, 1000, 1000);
  let seconds = 1000;
  vi.spyOn(Date, 'now').mockImplementation(() => (seconds += 1) * 1000);
  onTestFinished(() => void vi.restoreAllMocks());
  expect(oneAtATime(file, () => seconds)).toBe(1011);
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
