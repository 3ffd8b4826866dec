import { closeSync, fstatSync, fsyncSync, readSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { patiently } from './patiently.ts';
import { makePrivateFolder, openForAppending, syncFolder } from './private-files.ts';

const NEWLINE = 0x0a;

/**
 * Appends one line to a file, durably: one write at the end of the file, synced, and read back. Many processes may do so
 * at once. A line that another writer left incomplete stays, and ours begins on a new line.
 * @param mayMove whether the file may be replaced meanwhile; then the line is also appended to the new one. Only once, as
 *   some file systems report a new inode number each time
 * @throws Error when the line can't be found in the file afterwards
 */
export function appendLine(file: string, line: string, mayMove = true): void {
  makePrivateFolder(dirname(file));
  const descriptor = patiently(() => openForAppending(file));
  try {
    const before = fstatSync(descriptor).size;
    write(descriptor, endsWithNewline(descriptor, before) ? `${line}\n` : `\n${line}\n`);
    // Another writer's fragment may have been written between the check and the write.
    if (!isWhole(descriptor, before, line)) write(descriptor, `\n${line}\n`);
    if (!isWhole(descriptor, before, line)) throw new Error("what was written couldn't be read back");
    if (before === 0) syncFolder(dirname(file));
    // A purge may have replaced the file meanwhile.
    if (mayMove && !isStill(file, descriptor)) appendLine(file, line, false);
  } finally {
    closeSync(descriptor);
  }
}

function isStill(file: string, descriptor: number): boolean {
  // Inode numbers on Windows are too large for a float.
  const now = patiently(() => statSync(file, { throwIfNoEntry: false, bigint: true }));
  return now?.ino === fstatSync(descriptor, { bigint: true }).ino;
}

function write(descriptor: number, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  const written = writeSync(descriptor, bytes);
  if (written !== bytes.length)
    throw new Error(`only ${written} of ${bytes.length} bytes could be written: the disk is full`);
  fsyncSync(descriptor);
}

function endsWithNewline(descriptor: number, size: number): boolean {
  if (size === 0) return true;
  const last = Buffer.alloc(1);
  readSync(descriptor, last, 0, 1, size - 1);
  return last[0] === NEWLINE;
}

function isWhole(descriptor: number, from: number, line: string): boolean {
  const added = Buffer.alloc(fstatSync(descriptor).size - from);
  readSync(descriptor, added, 0, added.length, from);
  return added.toString('utf8').split('\n').includes(line);
}
