import { readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ignoreErrors } from '../errors.ts';
import { FILE_MODE } from './private-files.ts';

/** The small file that prompts and status bars read: see docs/session-state.md. */
export function stateFile(stateFolder: string): string {
  return join(stateFolder, 'session');
}

/**
 * Replaces the small file: a reader sees the old or the new text as a whole. It isn't synced to the disk, as it means
 * nothing after a power cut. Where it can't be written, the session goes on without it.
 */
export function showState(stateFolder: string, text: string): void {
  ignoreErrors(() => {
    const temporary = `${stateFile(stateFolder)}.${process.pid}.tmp`;
    writeFileSync(temporary, text, { mode: FILE_MODE });
    renameSync(temporary, stateFile(stateFolder));
  });
}

/** Deletes the small file if it is about the session of this process. */
export function hideState(stateFolder: string, pid: number): void {
  ignoreErrors(() => {
    const file = stateFile(stateFolder);
    if (readFileSync(file, 'utf8').includes(`\npid=${pid}\n`)) unlinkSync(file);
  });
}
