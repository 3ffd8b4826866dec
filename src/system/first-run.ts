import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether the program runs for the first time, as far as can be told; says so once.
 * Where nothing can be written every run is a first run: better twice than never.
 */
export function isFirstRun(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(join(folder, 'welcomed'), '', { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'EEXIST';
  }
}
