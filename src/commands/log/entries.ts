import type { Context } from '../../context.ts';
import { fold } from '../../journal/fold.ts';
import type { Entry } from '../../journal/records.ts';
import { badLinesText } from '../../views/bad-lines.ts';

/** All entries, and on standard error what couldn't be understood. */
export function readEntries(context: Context): Entry[] {
  const { lines, bad } = context.journal.read();
  context.note(badLinesText(context.page, bad));
  return fold(lines);
}
