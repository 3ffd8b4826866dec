import type { Choice, Question } from '../../content/types.ts';
import type { Context } from '../../context.ts';
import type { Words } from '../../journal/records.ts';
import { wordsOf } from '../../views/journal.ts';

/** What can be chosen for a field of an entry. The triggers are those of triage. */
export function choicesOf(context: Context, field: 'area' | 'trigger' | 'helped'): readonly Choice[] {
  if (field === 'area') return context.content.journal().areas;
  if (field === 'helped') return context.content.journal().helped;
  const trigger = questionOf(context, 'trigger');
  return trigger.type === 'choice' ? trigger.choices : [];
}

/** The words for what entries hold; the data is read when the first is asked for. */
export function journalWords(context: Context): Words {
  let words: Words | undefined;
  return (id) => {
    words ??= wordsOf(context.content.journal(), questionOf(context, 'trigger'));
    return words(id);
  };
}

/** A question of triage. */
export function questionOf({ content }: Context, id: string): Question {
  return content.triage().questions.find((question) => question.id === id)!;
}
