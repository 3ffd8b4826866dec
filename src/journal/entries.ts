import type { Context } from '../app/context.ts';
import { withoutBreaks } from './core/breaks.ts';
import { findById, noSuchEntry, shortId } from './core/find.ts';
import { fold, latestStates } from './core/fold.ts';
import { OperationError } from '../errors.ts';
import { sayTime } from './core/say-when.ts';
import type { BadLine, Entry, JournalLine } from './core/records.ts';
import { splitAhead } from './core/timed.ts';
import { aheadText } from './views/ahead.ts';
import { skippedLines } from './views/bad-lines.ts';

/**
 * Reads the entries that say how a back is, or what was done for it, the newest first, and names on standard error the
 * lines that can't be read. Breaks from sitting aren't among them.
 */
export function readEntries(context: Context): Entry[] {
  return withoutBreaks(readJournal(context).entries);
}

/** Those of them that count. Those with a time ahead of now come from a wrong clock, and are named on standard error. */
export function countedEntries(context: Context): Entry[] {
  return counted(context, readEntries(context));
}

/**
 * The same, without those that can't count for a day or a later one; they aren't read. Lines that can't be read are
 * named if they are among what is read.
 * @param day an ISO date
 */
export function countedEntriesSince(context: Context, day: string): Entry[] {
  noteIfLost(context);
  const { entries, bad } = context.journal.since(Date.parse(`${day}T00:00:00Z`) - SLACK_DAYS * DAY_MS);
  context.note(skippedLines(context.page, bad));
  return counted(context, withoutBreaks(entries));
}

const DAY_MS = 24 * 3_600_000;

/**
 * How many days before a day begins in UTC something may begin that counts for it: elsewhere the day has begun up to 14
 * hours earlier, and the rating at the end of a session counts up to a day after the session began.
 */
const SLACK_DAYS = 2;

function counted(context: Context, newestFirst: Entry[]): Entry[] {
  const now = context.now();
  const { ahead, soFar } = splitAhead(newestFirst, now);
  if (ahead.length > 0) context.note([`unspasm: ${aheadText(ahead, context.content.journalTexts(), now)}`]);
  return soFar;
}

/** All entries, with all lines, and those that can't be read. */
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

/**
 * The entry that an id stands for.
 * @param typed at least three letters of its start or end
 * @throws OperationError when there is none, or when it was removed; UsageError when there are several
 */
export function entryFor(context: Context, typed: string): Entry {
  const { entries, lines } = readJournal(context);
  const found = findById(entries, typed, ({ at }) => sayTime(at, context.now()));
  if (found) return found;
  const removed = findById([...latestStates(lines).values()], typed, () => 'removed');
  if (!removed) throw noSuchEntry(typed);
  throw new OperationError(`the entry "${typed}" was removed`, {
    code: 'removed-entry',
    hint: `to restore it, run: unspasm log restore ${shortId(removed)}`,
  });
}

/** The same, with the entries that were removed: the line that counts. */
export function lineFor(context: Context, typed: string): JournalLine {
  const { lines } = readJournal(context);
  const says = (line: JournalLine) => (line.op === 'del' ? 'removed' : sayTime(line.at, context.now()));
  const found = findById([...latestStates(lines).values()], typed, says);
  if (!found) throw noSuchEntry(typed);
  return found;
}

/** Says so when there was a journal here and now there is none: that must not look like a first run. */
export function noteIfLost({ journal, note }: Context): void {
  if (!journal.isLost()) return;
  note([
    `unspasm: there is no journal in ${journal.folder}, but this computer has saved one before. Check that the folder was not moved, and that its disk is mounted. For the backups of this computer, run: unspasm log restore`,
  ]);
}
