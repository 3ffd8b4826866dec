import {
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** Only the owner may read it, as it is about health. */
export const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;
const OTHERS = 0o077;

/**
 * Makes a folder that only its owner may enter, whatever the umask, and the folders above it. It is done step by step,
 * because Node's `recursive` never returns on a file system that can't have folders.
 */
export function makePrivateFolder(folder: string): void {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makePrivateFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: FOLDER_MODE });
    if (process.platform !== 'win32') chmodSync(folder, FOLDER_MODE);
  } catch (error) {
    // Another process may have made it meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/**
 * Opens a file for appending that only its owner may read. Links are not followed and pipes not waited for, as neither is
 * a journal.
 */
export function openForAppending(file: string): number {
  // Windows doesn't have the last two: `|` reads undefined as 0.
  const { O_RDWR, O_APPEND, O_CREAT, O_NOFOLLOW, O_NONBLOCK } = constants;
  const descriptor = openSync(file, O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK, FILE_MODE);
  try {
    const { mode } = plainFile(descriptor, file);
    if (isOpenToOthers(mode)) fchmodSync(descriptor, FILE_MODE);
    return descriptor;
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}

/** Whether others on this computer may read or change a file of this mode; on Windows modes don't say so. */
export function isOpenToOthers(mode: number): boolean {
  return process.platform !== 'win32' && (mode & OTHERS) !== 0;
}

function plainFile(descriptor: number, file: string) {
  const facts = fstatSync(descriptor);
  if (!facts.isFile()) throw new Error(`${file} isn't a regular file`);
  return facts;
}

/** Makes sure that a new name in a folder survives a power cut. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, constants.O_RDONLY);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
