import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from './replace-file.ts';

/** Whether the program has never introduced itself, as far as can be told. */
export function isFirstRun(stateFolder: string): boolean {
  return !existsSync(join(stateFolder, 'welcomed'));
}

/** Notes that the program has introduced itself. Where nothing can be written it does so again: better twice than never. */
export function markWelcomed(stateFolder: string): void {
  try {
    if (isFirstRun(stateFolder)) replaceFile(join(stateFolder, 'welcomed'), '');
  } catch {
    // Next time, then.
  }
}
