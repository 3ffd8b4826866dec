import type { Choice, Question } from '../content/types.ts';
import type { Context } from '../app/context.ts';
import type { Words } from './core/records.ts';
import { labelLookup } from './views/journal.ts';

/** The choices for a field of an entry. The triggers are those of triage. */
export function choicesOf(context: Context, field: 'area' | 'trigger' | 'helped'): readonly Choice[] {
  if (field === 'area') return context.content.journalTexts().areas;
  if (field === 'helped') return context.content.journalTexts().helped;
  const trigger = questionOf(context, 'trigger');
  return trigger.type === 'choice' ? trigger.choices : [];
}

/** Looks up the words for the ids in entries; the data is read when the first is needed. */
export function journalWords(context: Context): Words {
  let words: Words | undefined;
  return (id) => {
    words ??= labelLookup(
      context.content.journalTexts(),
      questionOf(context, 'trigger'),
      context.content.triage().headlines,
    );
    const label = words(id);
    return label === id ? nameOf(context, id) : label;
  };
}

// The name of a therapy, a stretch or a routine: rarely needed, so it is read only then.
function nameOf({ content }: Context, id: string): string {
  const { stretches, routines } = content.stretches();
  const named = [...stretches, ...content.therapies().therapies, ...routines].find((one) => one.id === id);
  return named?.name.toLowerCase() ?? id;
}

/** A question of triage. */
export function questionOf({ content }: Context, id: string): Question {
  return content.triage().questions.find((question) => question.id === id)!;
}
