import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Places } from '../../src/system/paths.ts';

const made: string[] = [];

/** An empty folder of its own for a test. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'unspasm-test-'));
  made.push(folder);
  return folder;
}

/** The places of somebody who has never run the program. */
export function makePlaces(): Places {
  const home = makeFolder();
  return {
    journal: join(home, 'data', 'journal'),
    settings: join(home, 'config', 'config.json'),
    state: join(home, 'state'),
    stateFile: join(home, 'state', 'session'),
  };
}

/** Takes all of them away: for `afterEach`. */
export function removeFolders(): void {
  for (const folder of made.splice(0)) removeFolder(folder);
}

// A program that was just killed may still write into it. The retries of `rmSync` don't look for new files.
function removeFolder(folder: string, triesLeft = 50): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch (error) {
    if (triesLeft === 0) throw error;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    removeFolder(folder, triesLeft - 1);
  }
}
