import { closeSync, fstatSync, fsyncSync, readSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { patiently } from './patiently.ts';
import { makePrivateFolder, openForAppending, syncFolder } from './private-files.ts';

const NEWLINE = 0x0a;

/**
 * Appends one line to a file, durably: one write at the end of the file, synced, and read back.
 * Many processes may do so at once. A line that another writer tore is left, and ours begins anew.
 * @param mayMove the file may be replaced meanwhile, and the line is appended to the new one then; once,
 *   as some file systems tell a new number at each look
 * @throws when the line can't be found in the file afterwards
 */
export function appendLine(file: string, line: string, mayMove = true): void {
  makePrivateFolder(dirname(file));
  const descriptor = patiently(() => openForAppending(file));
  try {
    const before = fstatSync(descriptor).size;
    write(descriptor, endsWithNewline(descriptor, before) ? `${line}\n` : `\n${line}\n`);
    // Another writer's fragment may have come between the look and the write.
    if (!isWhole(descriptor, before, line)) write(descriptor, `\n${line}\n`);
    if (!isWhole(descriptor, before, line)) throw new Error('what was written could not be read back');
    if (before === 0) syncFolder(dirname(file));
    // A purge may have put another file in its place meanwhile.
    if (mayMove && !isStill(file, descriptor)) appendLine(file, line, false);
  } finally {
    closeSync(descriptor);
  }
}

function isStill(file: string, descriptor: number): boolean {
  // Windows has numbers that are too great for a float.
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
