import { closeSync, linkSync, openSync, readFileSync, rmSync } from 'node:fs';
import { appendLine } from './append.ts';
import { OperationError, whyNotWritten } from '../errors.ts';
import { parseLine } from '../journal/core/parse.ts';
import { backUp, removeBackups } from './backups.ts';
import { journalFiles } from './journal-store.ts';
import { patiently } from './patiently.ts';
import { linkTarget, replaceFile } from './replace-file.ts';

/**
 * Deletes an entry, or everything, permanently from the files of the journal.
 * @param id the entry; undefined for everything
 * @param backUpAt the time of the backup to make first, in milliseconds since 1970; without it existing backups are
 *   deleted as well
 * @returns the folder of the backup
 */
export function purgeJournal(folder: string, state: string, id: string | undefined, backUpAt: number | undefined) {
  try {
    const backup = backUpAt === undefined ? undefined : backUp(folder, state, backUpAt, 'purge');
    for (const file of journalFiles(folder)) eraseIn(file, id);
    if (backUpAt === undefined) removeBackups(state);
    return backup;
  } catch (error) {
    const hint = 'check that you can write to the folder of the journal, then run the same command again';
    throw new OperationError(`it couldn't be deleted: ${whyNotWritten(error)}`, { code: 'not-erased', hint });
  }
}

// Other processes may be adding to the file. What they wrote before it was replaced is carried over. What they write to
// the old file afterwards they notice themselves: see appendLine.
function eraseIn(file: string, id: string | undefined): void {
  const old = holdFile(file);
  try {
    const text = old.added();
    if (id === undefined) removeWhole(file);
    else if (!eraseEntry(file, text.toString('latin1'), id)) return;
    const added = old.added().toString('utf8');
    for (const line of added.split('\n').filter(Boolean)) appendLine(file, line);
  } finally {
    old.release();
  }
}

// A link alone would leave the words where it leads.
function removeWhole(file: string): void {
  for (const path of new Set([linkTarget(file), file])) patiently(() => rmSync(path));
}

// Lines that can't be read stay, byte for byte: nobody has asked to delete them.
function eraseEntry(file: string, bytes: string, id: string): boolean {
  const lines = bytes.split('\n');
  const rest = lines.filter((raw) => {
    const line = parseLine(Buffer.from(raw, 'latin1').toString('utf8'));
    return typeof line === 'string' || line.id !== id;
  });
  if (rest.length === lines.length) return false;
  replaceFile(file, Buffer.from(rest.join('\n'), 'latin1'));
  return true;
}

/** A file that can still be read after it was replaced or deleted. */
export interface Hold {
  /** What has been added to it since the previous call; at first the whole file. */
  readonly added: () => Buffer;
  /** Has to be called in any case. */
  readonly release: () => void;
}

/**
 * Holds a file of the journal. Windows doesn't replace open files, so there the file gets a second name. On other systems
 * it is kept open, which needs no hard links.
 */
export function holdFile(file: string, platform: string = process.platform): Hold {
  return platform === 'win32' ? holdByName(file) : holdOpen(file);
}

function holdOpen(file: string): Hold {
  const descriptor = openSync(file, 'r');
  return { added: () => readFileSync(descriptor), release: () => closeSync(descriptor) };
}

// The second name is that of a journal file. If we are killed before what was added is carried over, nothing is lost.
function holdByName(file: string): Hold {
  const second = file.replace(/(?=\.jsonl$)/, `.purge-${Math.random().toString(36).slice(2)}`);
  const isLinked = link(file, second);
  let read = 0;
  return {
    added: () => {
      // Without hard links, as on a memory stick, what is added in the moment of replacing can't be found.
      if (!isLinked && read > 0) return Buffer.alloc(0);
      const whole = patiently(() => readFileSync(isLinked ? second : file));
      const added = whole.subarray(read);
      read = whole.length;
      return added;
    },
    release: () => patiently(() => rmSync(second, { force: true })),
  };
}

function link(file: string, second: string): boolean {
  try {
    linkSync(file, second);
    return true;
  } catch {
    return false;
  }
}
