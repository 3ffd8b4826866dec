import {
  closeSync,
  constants,
  fsyncSync,
  linkSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { patiently, sleep } from './patiently.ts';
import { FILE_MODE, makePrivateFolder, syncFolder } from './private-files.ts';

/** A process that has claimed a name writes the file within milliseconds; after this long it must have been killed. */
const CLAIM_MS = 1000;
const CLAIM_STEP_MS = 10;

/** As many as Linux follows. */
const MOST_LINKS = 40;

/** What a path leads to: itself, or the file at the end of its links, which need not exist yet. */
export function linkTarget(path: string): string {
  let file = path;
  // Links that lead in a circle end here; opening the file then fails and says so.
  for (let links = 0; links < MOST_LINKS; links += 1) {
    try {
      file = resolve(realpathSync(dirname(file)), readlinkSync(file));
    } catch {
      return file;
    }
  }
  return file;
}

/**
 * Replaces the content of a file: at every moment either the old or the new content is there in full. Of a link, the
 * file that it leads to is replaced. We must not have the file open, as Windows doesn't replace open files.
 */
export function replaceFile(path: string, content: string | Buffer): void {
  const file = linkTarget(path);
  withTemporary(file, content, (temporary) => patiently(() => renameSync(temporary, file)));
}

/** More than any of the files that a copy of the program has to write. */
const TRIAL = ' '.repeat(8192);

/** Tries whether a file can be written in a folder, and leaves none there. @throws Error where that can't be done */
export function checkWritable(folder: string): void {
  withTemporary(join(folder, 'trial'), TRIAL, () => {});
}

/** What {@link createFile} needs of the system. */
export interface Naming {
  /** Gives a file a second name; fails if that name is taken. */
  readonly link: (from: string, to: string) => void;
  readonly sleep: (milliseconds: number) => void;
}

const NAMING: Naming = { link: linkSync, sleep };

/**
 * Makes a file that doesn't exist yet, either completely or not at all. If several processes try at once, one succeeds.
 * @returns whether this process made it
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

// FAT, exFAT, Android and some network folders have no hard links, and refuse them with various errors. An empty file
// claims the name, and the complete file is then renamed over it: readers see nothing, or everything.
function createByRenaming(temporary: string, file: string, naming: Naming): boolean {
  if (!claim(file, naming)) return false;
  patiently(() => renameSync(temporary, file));
  return true;
}

/** Claims a name with an empty file. @returns false when another process has made the file */
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

/** Writes a temporary file next to the real one, has it put in place, and makes sure that this survives a power cut. */
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

// On a descriptor `writeFileSync` writes until all bytes are written; a single write may stop earlier.
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

// A file of this name was left by a killed process that had our number, as happens in containers.
function temporaryFor(file: string): string {
  const temporary = `${file}.${process.pid}.tmp`;
  rmSync(temporary, { force: true });
  return temporary;
}
