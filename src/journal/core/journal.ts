import type { Fields } from './fields.ts';
import type { BadLine, Entry, JournalLine } from './records.ts';

/** The journal as commands use it; the real one lies on the disk, tests hand in their own. */
export interface Journal {
  readonly folder: string;
  /** The id of this device, once it has written something. */
  readonly device: () => string | undefined;
  /** Everything, and what couldn't be understood. */
  readonly read: () => { readonly lines: readonly JournalLine[]; readonly bad: readonly BadLine[] };
  /** The newest entries, without reading everything. */
  readonly newest: (count: number) => { readonly entries: readonly Entry[]; readonly bad: readonly BadLine[] };
  /** Adds an entry, or gives one a new state. @throws OperationError, with the line, when it can't be kept */
  readonly put: (fields: Fields, replaced?: { readonly id: string; readonly rev: string }) => Entry;
  readonly remove: (entry: { readonly id: string; readonly rev: string }) => void;
  /**
   * Erases an entry, or everything, from the files of this computer.
   * @returns the folder of the backup that was made before
   */
  readonly purge: (id: string | undefined, keepBackup: boolean) => string | undefined;
  /**
   * Takes in lines from elsewhere: all of them, or none.
   * @param lines in the order of their revisions
   * @returns the folder of the backup that was made before
   */
  readonly adopt: (lines: readonly JournalLine[]) => string;
  /** Looks at every file, and copies lines that can't be understood aside. */
  readonly check: () => JournalCheck;
  /** There was a journal here before, and now there is none: it must not look like a first run. */
  readonly isLost: () => boolean;
}

/** What {@link Journal.check} found. */
export interface JournalCheck {
  readonly files: readonly CheckedFile[];
  readonly bad: readonly BadLine[];
  /** Where the bad lines were copied to; absent when there are none. */
  readonly aside?: string;
}

export interface CheckedFile {
  readonly name: string;
  readonly lines: number;
  /** Others on this computer may read or change it. */
  readonly open: boolean;
}
