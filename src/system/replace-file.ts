import {
  closeSync,
  constants,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { patiently, sleep } from './patiently.ts';
import { FILE_MODE, makePrivateFolder, syncFolder } from './private-files.ts';

/** A process that has claimed a name fills it within milliseconds; one that hasn't after this long was killed. */
const CLAIM_MS = 1000;
const CLAIM_STEP_MS = 10;

/**
 * Puts a new content in the place of a file: at every moment the old one or the new one is there,
 * whole. Nothing of ours may have either of them open: Windows replaces no file that is.
 */
export function replaceFile(file: string, content: string | Buffer): void {
  withTemporary(file, content, (temporary) => patiently(() => renameSync(temporary, file)));
}

/** What {@link createFile} needs of the system. */
export interface Naming {
  /** Gives a file a second name, and fails where there is one of that name already. */
  readonly link: (from: string, to: string) => void;
  readonly sleep: (milliseconds: number) => void;
}

const NAMING: Naming = { link: linkSync, sleep };

/**
 * Makes a file that isn't there yet: whole, or not at all. Of several processes that try at once one succeeds.
 * @returns whether it was made here
 */
export function createFile(file: string, content: string, naming = NAMING): boolean {
  return withTemporary(file, content, (temporary) => {
    try {
      naming.link(temporary, file);
      return true;
    } catch (error) {
      if (isThere(error)) return false;
      return createByRenaming(temporary, file, naming);
    }
  });
}

// FAT, exFAT, Android and some network folders have no hard links, and refuse them with different errors.
// An empty file claims the name, and the whole one is then renamed over it: readers see nothing, or all of it.
function createByRenaming(temporary: string, file: string, naming: Naming): boolean {
  if (!claim(file, naming)) return false;
  patiently(() => renameSync(temporary, file));
  return true;
}

/** @returns whether the name is ours; false when another process has made the file */
function claim(file: string, { sleep: wait }: Naming): boolean {
  for (let waited = 0; ; waited += CLAIM_STEP_MS) {
    try {
      closeSync(openSync(file, 'wx', FILE_MODE));
      return true;
    } catch (error) {
      if (!isThere(error)) throw error;
    }
    const there = statSync(file, { throwIfNoEntry: false });
    if (there && there.size > 0) return false;
    if (there && waited >= CLAIM_MS) return true;
    wait(CLAIM_STEP_MS);
  }
}

function isThere(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'EEXIST';
}

/** Writes a content to a file beside the real one, hands it on, and makes sure that the outcome survives a power cut. */
function withTemporary<T>(file: string, content: string | Buffer, place: (temporary: string) => T): T {
  makePrivateFolder(dirname(file));
  const temporary = temporaryFor(file);
  try {
    writeWhole(temporary, content);
    const placed = place(temporary);
    syncFolder(dirname(file));
    return placed;
  } finally {
    rmSync(temporary, { force: true });
  }
}

// `writeFileSync` on a descriptor goes on until all bytes are written; a single write may not.
function writeWhole(file: string, content: string | Buffer): void {
  const { O_WRONLY, O_CREAT, O_EXCL } = constants;
  const descriptor = openSync(file, O_WRONLY | O_CREAT | O_EXCL, FILE_MODE);
  try {
    writeFileSync(descriptor, content);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

// A file of this name is from a process that was killed and had our number: in a container it often has.
function temporaryFor(file: string): string {
  const temporary = `${file}.${process.pid}.tmp`;
  rmSync(temporary, { force: true });
  return temporary;
}
