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
  };
}

/** Takes all of them away: for `afterEach`. */
export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
