import type { Candidate } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { shortId } from '../core/find.ts';
import { sayTime } from '../core/say-when.ts';
import { entryText } from '../views/journal.ts';
import { type ChoiceField, choicesOf, journalWords, ownWordsOf } from '../content.ts';

/** How many entries are offered: about a screen. */
const OFFERED = 20;

/** The ids of the newest entries, with what they say. @throws OperationError when the journal can't be read */
export function entryIds(context: Context): Candidate[] {
  const words = journalWords(context);
  const now = context.now();
  const { entries } = context.journal.newest(OFFERED);
  return entries.map((entry) => ({
    value: shortId(entry),
    description: `${sayTime(entry.at, now)}: ${entryText(entry, words)}`,
  }));
}

/** The choices for a field of an entry, and what the user has named in their own words. */
export function choiceValues(context: Context, field: ChoiceField): Candidate[] {
  const known = choicesOf(context, field).map(({ id, label }) => ({ value: id, description: label }));
  return [...known, ...ownWordsOf(context, field).map((value) => ({ value }))];
}
