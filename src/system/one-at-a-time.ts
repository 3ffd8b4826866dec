import { closeSync, lstatSync, openSync, rmSync } from 'node:fs';
import { ignoreErrors } from '../errors.ts';
import { sleep } from './patiently.ts';
import { FILE_MODE } from './private-files.ts';

/**
 * What is done to a small file takes milliseconds, and on a busy computer seconds: a lock of this age was left by a process
 * that was killed.
 */
const STALE_MS = 10_000;
const STEP_MS = 10;

/**
 * Does something that reads a file and writes it again, while no other process of ours does so: otherwise the change of
 * one of them would be lost. A file beside it is the lock. Where none can be made, it is done without.
 */
export function oneAtATime<T>(file: string, act: () => T): T {
  const lock = `${file}.lock`;
  const isLocked = claim(lock);
  try {
    return act();
  } finally {
    if (isLocked) rmSync(lock, { force: true });
  }
}

function claim(lock: string): boolean {
  for (;;) {
    try {
      closeSync(openSync(lock, 'wx', FILE_MODE));
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
    }
    const age = ageOf(lock);
    if (age !== undefined && (age > STALE_MS || age < -STALE_MS)) rmSync(lock, { force: true });
    else sleep(STEP_MS);
  }
}

/** In milliseconds; undefined once it is gone. */
function ageOf(lock: string): number | undefined {
  const there = lstatSync(lock, { throwIfNoEntry: false });
  return there && timeOnDisk(lock) - there.mtimeMs;
}

// The clock that gives files their times may not be ours: that of a network folder is another computer's.
function timeOnDisk(lock: string): number {
  const made = `${lock}.${process.pid}`;
  try {
    closeSync(openSync(made, 'w', FILE_MODE));
    return lstatSync(made).mtimeMs;
  } catch {
    return Date.now();
  } finally {
    ignoreErrors(() => rmSync(made, { force: true }));
  }
}
