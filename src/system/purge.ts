import { readFileSync, rmSync } from 'node:fs';
import { parseLine } from '../journal/parse.ts';
import { backUp, removeBackups } from './backups.ts';
import { journalFiles } from './journal-store.ts';
import { replaceFile } from './replace-file.ts';

/**
 * Erases an entry, or everything, from the files of the journal.
 * @param backUpAt the time of the backup to make first; without one the backups are erased, too
 * @returns the folder of the backup
 */
export function purgeJournal(folder: string, state: string, id: string | undefined, backUpAt: number | undefined) {
  const backup = backUpAt === undefined ? undefined : backUp(folder, state, backUpAt);
  for (const file of journalFiles(folder)) {
    if (id === undefined) rmSync(file);
    else replaceFile(file, withoutEntry(readFileSync(file, 'utf8'), id));
  }
  if (backup === undefined) removeBackups(state);
  return backup;
}

// Lines that can't be understood stay: nobody has asked to erase them.
function withoutEntry(text: string, id: string): string {
  const kept = text.split('\n').filter((raw) => {
    const line = raw.trim() === '' ? raw : parseLine(raw);
    return typeof line === 'string' || line.id !== id;
  });
  return kept.join('\n');
}
