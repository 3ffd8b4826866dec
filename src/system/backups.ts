import { copyFileSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { journalFiles } from './journal-store.ts';
import { makePrivateFolder } from './private-files.ts';

const MOST_BACKUPS = 8;
const WEEK_MS = 7 * 24 * 3_600_000;

/** Copies the journal aside. @returns the folder of the copy @throws Error when it can't be made */
export function backUp(journalFolder: string, stateFolder: string, now: number): string {
  const backups = backupsFolder(stateFolder);
  const folder = join(backups, new Date(now).toISOString().replace(/[:.]/g, '-'));
  makePrivateFolder(folder);
  for (const file of journalFiles(journalFolder)) copyFileSync(file, join(folder, basename(file)));
  for (const old of namesIn(backups).slice(0, -MOST_BACKUPS)) remove(join(backups, old));
  return folder;
}

/** Copies the journal aside once a week. Where that fails, the entry is saved anyway. */
export function backUpWeekly(journalFolder: string, stateFolder: string, now: number): void {
  try {
    const last = namesIn(backupsFolder(stateFolder)).at(-1);
    // A backup with a date in the future, from a wrong clock, must not stop the others.
    if (last === undefined || Math.abs(now - timeOf(last)) > WEEK_MS) backUp(journalFolder, stateFolder, now);
  } catch {
    // The entry itself is saved.
  }
}

/** Deletes every backup. */
export function removeBackups(stateFolder: string): void {
  remove(backupsFolder(stateFolder));
}

// Windows refuses while another process, such as a virus scanner, reads a file in it.
function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
}

function backupsFolder(stateFolder: string): string {
  return join(stateFolder, 'backups');
}

// The names are times, so sorting them sorts the backups.
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
