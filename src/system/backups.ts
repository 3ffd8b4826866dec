import { copyFileSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { journalFiles } from './journal-store.ts';
import { makePrivateFolder } from './private-files.ts';

const KEPT = 8;
const WEEK_MS = 7 * 24 * 3_600_000;

/** Copies the journal aside. @returns the folder of the copy @throws when it can't be made */
export function backUp(journalFolder: string, stateFolder: string, now: number): string {
  const backups = backupsFolder(stateFolder);
  const folder = join(backups, new Date(now).toISOString().replace(/[:.]/g, '-'));
  makePrivateFolder(folder);
  for (const file of journalFiles(journalFolder)) copyFileSync(file, join(folder, basename(file)));
  for (const old of namesIn(backups).slice(0, -KEPT)) remove(join(backups, old));
  return folder;
}

/** Copies the journal aside when a week has gone by; where that can't be done, an entry is kept all the same. */
export function backUpWeekly(journalFolder: string, stateFolder: string, now: number): void {
  try {
    const last = namesIn(backupsFolder(stateFolder)).at(-1);
    // A clock that was ahead once must not end the backups.
    if (last === undefined || Math.abs(now - timeOf(last)) > WEEK_MS) backUp(journalFolder, stateFolder, now);
  } catch {
    // The entry itself is safe.
  }
}

/** Erases every copy that was made. */
export function removeBackups(stateFolder: string): void {
  remove(backupsFolder(stateFolder));
}

// Another process, be it one that looks for viruses, may be reading what is in it: Windows refuses then.
function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
}

function backupsFolder(stateFolder: string): string {
  return join(stateFolder, 'backups');
}

// The names are times: their order is that of the copies.
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => !Number.isNaN(timeOf(name)))
      .toSorted();
  } catch {
    return [];
  }
}

function timeOf(name: string): number {
  return Date.parse(name.replace(/T(\d\d)-(\d\d)-(\d\d)-(\d+)Z/, 'T$1:$2:$3.$4Z'));
}
