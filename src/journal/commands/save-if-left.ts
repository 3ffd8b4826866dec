import type { Context } from '../../app/context.ts';
import { shortId } from '../core/find.ts';
import type { Fields } from '../core/fields.ts';
import type { Entry } from '../core/records.ts';
import { zoneOf } from '../core/when.ts';
import { entryText } from '../views/journal.ts';
import { journalWords } from '../content.ts';
import { textsToRead } from '../entry-words.ts';
import { saveNew } from './save.ts';
import { withId } from '../../terminal/page.ts';

/**
 * Holds a dialogue. When it ends before its end (Esc, Ctrl-C, the end of the input, a signal), what was answered is
 * saved, once, and a line says so. Nobody is asked about warning signs in it any more: they are answered.
 * @param fieldsSoFar the entry that the answers make; none while there is too little to save
 * @throws what the dialogue throws
 */
export async function savedIfLeft(
  context: Context,
  fieldsSoFar: () => Fields | undefined,
  dialogue: () => Promise<void>,
): Promise<void> {
  // A signal leaves no time for anything that has to be waited for: the words are read by a later command.
  const stopListening = context.onExitSignal(() => {
    const fields = fieldsSoFar();
    if (fields) saveUnread(context, fields);
  });
  try {
    await dialogue();
    stopListening();
  } catch (error) {
    stopListening();
    const fields = fieldsSoFar();
    if (fields) say(context, (await saveNew(context, fields, true)).entry);
    throw error;
  }
}

function saveUnread(context: Context, fields: Fields): void {
  const entry = context.journal.put({ ...fields, ...zoneOf(context.locale()) });
  const isUnread = textsToRead(context, entry).length > 0;
  if (isUnread) context.answerStore.markUnread(entry.id);
  say(context, entry);
  if (isUnread) context.print(['Your words were not checked for warning signs. Check them now: unspasm triage']);
}

function say(context: Context, entry: Entry): void {
  const text = entryText(entry, journalWords(context));
  context.print([
    `${withId(context.page, `Saved what you answered: ${text}`, shortId(entry))}. To undo it, run: unspasm log undo`,
  ]);
}
