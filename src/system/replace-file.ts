import { closeSync, constants, fsyncSync, linkSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { FILE_MODE, makePrivateFolder, syncFolder } from './private-files.ts';

/**
 * Puts a new content in the place of a file: at every moment the old one or the new one is there,
 * whole. `writeFileSync` on a descriptor goes on until all bytes are written; a single write may not.
 */
export function replaceFile(file: string, content: string | Buffer): void {
  makePrivateFolder(dirname(file));
  const temporary = temporaryFor(file);
  const { O_WRONLY, O_CREAT, O_EXCL } = constants;
  const descriptor = openSync(temporary, O_WRONLY | O_CREAT | O_EXCL, FILE_MODE);
  try {
    writeFileSync(descriptor, content);
    fsyncSync(descriptor);
    renameSync(temporary, file);
    syncFolder(dirname(file));
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Makes a file that isn't there yet: whole, or not at all. Of several who try at once one succeeds.
 * @returns whether it was made here
 */
export function createFile(file: string, content: string): boolean {
  makePrivateFolder(dirname(file));
  const temporary = temporaryFor(file);
  try {
    writeFileSync(temporary, content, { mode: FILE_MODE, flag: 'wx' });
    linkSync(temporary, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
}

// What lies there is of a process that was killed and had our number: in a container it often has.
function temporaryFor(file: string): string {
  const temporary = `${file}.${process.pid}.tmp`;
  rmSync(temporary, { force: true });
  return temporary;
}
