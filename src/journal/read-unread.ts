import type { Context } from '../app/context.ts';
import { OperationError } from '../errors.ts';
import { fold } from './core/fold.ts';
import type { Entry } from './core/records.ts';

/**
 * Reads the words of entries that were saved when there was no time to read them: the window was closed, or the program
 * was killed. Nothing is said about one that is old, or that a check has come after. Where the journal can't be read,
 * it is left to a later command.
 * @param json whether standard output is only for a document
 * @param except an entry that this command has just tried to read
 */
export async function readUnread(context: Context, json: boolean, except?: Entry): Promise<void> {
  const { answerStore, now } = context;
  const ids = answerStore.unread().filter((id) => id !== except?.id);
  if (ids.length === 0) return;
  const entries = entriesIn(context);
  if (!entries) return;
  const [{ recentNotes }, { readWords }] = await Promise.all([
    import('../today/core/notes.ts'),
    import('./commands/read-words.ts'),
  ]);
  const isUnread = ({ id }: Entry) => ids.includes(id);
  const recent = new Map(recentNotes(entries, isUnread, now()).map((entry) => [entry.id, entry]));
  for (const id of ids) {
    const entry = recent.get(id);
    if (entry) await readWords(context, entry, json);
    else answerStore.markRead(id);
  }
}

function entriesIn({ journal }: Context): readonly Entry[] | undefined {
  try {
    return fold(journal.read().lines);
  } catch (error) {
    if (!(error instanceof OperationError)) throw error;
    return undefined;
  }
}
