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

/** Only the owner reads it: this is about health. */
export const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;
const OTHERS = 0o077;

/**
 * Makes a folder that only its owner may enter, whatever the umask is, and those above it.
 * Step by step: where a file system can't hold a folder at all, Node's own way never ends.
 */
export function makePrivateFolder(folder: string): void {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makePrivateFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: FOLDER_MODE });
    if (process.platform !== 'win32') chmodSync(folder, FOLDER_MODE);
  } catch (error) {
    // Another process may have been quicker.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/**
 * Opens a file for appending, only for its owner. A link is not followed and a pipe not waited for:
 * neither is a journal.
 */
export function openForAppending(file: string): number {
  // Windows has none of the last two: `|` takes what isn't there for 0.
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

/** Whether others on this computer may read or change a file of this mode; Windows has other ways to say so. */
export function isOpenToOthers(mode: number): boolean {
  return process.platform !== 'win32' && (mode & OTHERS) !== 0;
}

function plainFile(descriptor: number, file: string) {
  const facts = fstatSync(descriptor);
  if (!facts.isFile()) throw new Error(`${file} is not a regular file`);
  return facts;
}

/** Makes sure that a new name in a folder outlives a power cut. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, constants.O_RDONLY);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
