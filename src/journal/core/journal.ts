import type { Fields } from './fields.ts';
import type { BatchKind, Change, JournalFile } from './batches.ts';
import type { BadLine, Entry, JournalLine } from './records.ts';

/** The journal as commands use it: files on the disk (`system/journal.ts`), or in a test something else. */
export interface Journal {
  readonly folder: string;
  /** The id of this device, once it has written something. */
  readonly device: () => string | undefined;
  /** All lines, and those that can't be read. @throws OperationError when a file can't be read */
  readonly read: () => { readonly lines: readonly JournalLine[]; readonly bad: readonly BadLine[] };
  /** The same lines, by their files. @throws OperationError when a file can't be read */
  readonly files: () => readonly JournalFile[];
  /** The newest entries, without reading everything. @throws OperationError when a file can't be read */
  readonly newest: (count: number) => { readonly entries: readonly Entry[]; readonly bad: readonly BadLine[] };
  /**
   * The entries about some time or a later one, without reading everything.
   * @param time milliseconds since 1970 @throws OperationError when a file can't be read
   */
  readonly since: (time: number) => { readonly entries: readonly Entry[]; readonly bad: readonly BadLine[] };
  /** Adds an entry, or changes one. @throws OperationError, with the line, when it can't be saved */
  readonly put: (fields: Fields, replaced?: { readonly id: string; readonly rev: string }) => Entry;
  readonly remove: (entry: { readonly id: string; readonly rev: string }) => void;
  /**
   * Deletes an entry, or everything, from the files of this computer.
   * @returns the folder of the backup that was made before
   */
  readonly purge: (id: string | undefined, keepBackup: boolean) => string | undefined;
  /**
   * Imports lines: all of them, or none.
   * @param lines in the order of their revisions
   * @param changes entries that get another state after them, in the same import
   * @param why what the lines are from
   * @returns the folder of the backup that was made before; undefined where there was nothing to back up
   */
  readonly adopt: (
    lines: readonly JournalLine[],
    changes?: readonly Change[],
    why?: 'import' | 'restore',
  ) => string | undefined;
  /**
   * Writes changes of entries in one go: all of them, or none. It makes no backup, as it can be undone itself.
   * @param kind `undo` for taking an import back, `import` for making it again
   * @returns the lines that were written
   */
  readonly change: (changes: readonly Change[], kind: BatchKind) => readonly JournalLine[];
  /** The backups on this computer, the newest first. */
  readonly backups: () => readonly Backup[];
  /** Reads every file, and copies lines that can't be read to another folder. */
  readonly check: () => JournalCheck;
  /** Whether there was a journal here, and now there is none: that must not look like a first run. */
  readonly isLost: () => boolean;
}

/** What a backup is made before; `weekly` for one that is made once a week. */
export const BACKUP_REASONS = ['weekly', 'import', 'restore', 'purge'] as const;
export type BackupReason = (typeof BACKUP_REASONS)[number];

/** A copy of the journal as it was. */
export interface Backup {
  /** The name of its folder: when it was made, in UTC, and why. */
  readonly name: string;
  readonly folder: string;
  /** When it was made, in milliseconds since 1970. */
  readonly time: number;
  /** Absent where an earlier version made it. */
  readonly why?: BackupReason;
  /** Its lines, and those that can't be read. @throws OperationError when a file can't be read */
  readonly read: () => { readonly lines: readonly JournalLine[]; readonly bad: readonly BadLine[] };
}

/** What {@link Journal.check} found. */
export interface JournalCheck {
  readonly files: readonly CheckedFile[];
  readonly bad: readonly BadLine[];
  /** Where the bad lines were copied to; absent if there are none. */
  readonly aside?: string;
}

export interface CheckedFile {
  readonly name: string;
  readonly lines: number;
  /** Whether other users of this computer may read or change it. */
  readonly open: boolean;
}
