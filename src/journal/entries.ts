import type { Context } from '../app/context.ts';
import { fold } from './core/fold.ts';
import type { BadLine, Entry, JournalLine } from './core/records.ts';
import { skippedLines } from './views/bad-lines.ts';

/** Reads all entries, the newest first, and names on standard error the lines that can't be read. */
export function readEntries(context: Context): Entry[] {
  return readJournal(context).entries;
}

/** The same, with all lines, and those that can't be read. */
export function readJournal(context: Context): {
  readonly entries: Entry[];
  readonly lines: readonly JournalLine[];
  readonly bad: readonly BadLine[];
} {
  noteIfLost(context);
  const { lines, bad } = context.journal.read();
  context.note(skippedLines(context.page, bad));
  return { entries: fold(lines), lines, bad };
}

/** Says so when there was a journal here and now there is none: that must not look like a first run. */
export function noteIfLost({ journal, note }: Context): void {
  if (!journal.isLost()) return;
  note([
    `unspasm: there is no journal in ${journal.folder}, but this computer has saved one before. Check that the folder was not moved, and that its disk is mounted.`,
  ]);
}
