import type { Context } from '../app/context.ts';
import { fold } from './core/fold.ts';
import type { Entry } from './core/records.ts';
import { passedOverLines } from './views/bad-lines.ts';

/** All entries, and on standard error what couldn't be understood. */
export function readEntries(context: Context): Entry[] {
  noteIfLost(context);
  const { lines, bad } = context.journal.read();
  context.note(passedOverLines(context.page, bad));
  return fold(lines);
}

/** Says it when there was a journal here and now there is none: that must not look like a first run. */
export function noteIfLost({ journal, note }: Context): void {
  if (!journal.isLost()) return;
  note([
    `unspasm: there is no journal in ${journal.folder}, although this device has kept one; is the folder moved or not mounted?`,
  ]);
}
