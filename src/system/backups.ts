import { copyFileSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Backup, BACKUP_REASONS, type BackupReason } from '../journal/core/journal.ts';
import { ignoreErrors } from '../errors.ts';
import { journalFiles, readJournal } from './journal-store.ts';
import { makePrivateFolder } from './private-files.ts';
import { namesIn } from './lenient-files.ts';

/** Older ones are deleted. */
const MOST_BACKUPS = 8;
/** Backups with lines that are nowhere else stay longer, up to this many in all: a purge may have been a mistake. */
const MOST_NEEDED = 40;
const WEEK_MS = 7 * 24 * 3_600_000;

/**
 * Copies the journal aside.
 * @param why what it is made before; it becomes a part of the name
 * @returns the folder of the copy; undefined where there is nothing to copy
 * @throws Error when it can't be made
 */
export function backUp(journalFolder: string, stateFolder: string, now: number, why: BackupReason): string | undefined {
  // It would help nobody, and couldn't be restored.
  if (journalFiles(journalFolder).every((file) => readFileSync(file).length === 0)) return undefined;
  const backups = backupsFolder(stateFolder);
  const folder = join(backups, `${new Date(now).toISOString().replace(/[:.]/g, '-')}-${why}`);
  makePrivateFolder(folder);
  for (const file of journalFiles(journalFolder)) copyFileSync(file, join(folder, basename(file)));
  // The backup is made: an old one that can't be read or deleted must not stop what it was made for.
  ignoreErrors(() => deleteOld(journalFolder, backups));
  return folder;
}

// The journal only grows, so the lines of an old backup are usually in it, or at least in a newer backup. After a purge
// they may not be.
function deleteOld(journalFolder: string, backups: string): void {
  const names = timesIn(backups);
  const newer = names.slice(-MOST_BACKUPS);
  for (const [at, old] of names.slice(0, -MOST_BACKUPS).entries()) {
    const folder = join(backups, old);
    const isOneTooMany = at < names.length - MOST_NEEDED;
    const others = [journalFolder, ...newer.map((name) => join(backups, name))];
    if (isOneTooMany || isElsewhere(rawLines(folder), others)) remove(folder);
  }
}

function isElsewhere(lines: readonly string[], folders: readonly string[]): boolean {
  let missing = lines;
  for (const folder of folders) {
    if (missing.length === 0) return true;
    const there = new Set(rawLines(folder));
    missing = missing.filter((line) => !there.has(line));
  }
  return missing.length === 0;
}

function rawLines(folder: string): string[] {
  return journalFiles(folder).flatMap((file) => readFileSync(file, 'utf8').split('\n'));
}

/** Copies the journal aside once a week. Where that fails, the entry is saved anyway. */
export function backUpWeekly(journalFolder: string, stateFolder: string, now: number): void {
  try {
    const last = timesIn(backupsFolder(stateFolder)).at(-1);
    // A backup with a date in the future, from a wrong clock, must not stop the others.
    if (last === undefined || Math.abs(now - timeOf(last)) > WEEK_MS) backUp(journalFolder, stateFolder, now, 'weekly');
  } catch {
    // The entry itself is saved.
  }
}

/** All backups, the newest first. */
export function backupsIn(stateFolder: string): Backup[] {
  const backups = backupsFolder(stateFolder);
  return timesIn(backups)
    .toReversed()
    .map((name) => {
      const folder = join(backups, name);
      const why = BACKUP_REASONS.find((one) => name.endsWith(`-${one}`));
      return { name, folder, time: timeOf(name), ...(why && { why }), read: () => readJournal(folder) };
    });
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
function timesIn(folder: string): string[] {
  return namesIn(folder)
    .filter((name) => !Number.isNaN(timeOf(name)))
    .toSorted();
}

// Backups of earlier versions have no reason in their names.
function timeOf(name: string): number {
  return Date.parse(name.replace(/T(\d\d)-(\d\d)-(\d\d)-(\d+)Z(-[a-z]+)?$/, 'T$1:$2:$3.$4Z'));
}
