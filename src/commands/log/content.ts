import type { Choice } from '../../content/types.ts';
import type { Context } from '../../context.ts';
import { type Words, wordsOf } from '../../views/journal.ts';

/** What can be chosen for a field of an entry. The triggers are those of triage. */
export function choicesOf({ content }: Context, field: 'area' | 'trigger' | 'helped'): readonly Choice[] {
  if (field === 'area') return content.journal().areas;
  if (field === 'helped') return content.journal().helped;
  const trigger = triggerQuestion(content.triage().questions);
  return trigger.type === 'choice' ? trigger.choices : [];
}

/** The words for what entries hold; the data is read when the first is asked for. */
export function journalWords({ content }: Context): Words {
  let words: Words | undefined;
  return (id) => {
    words ??= wordsOf(content.journal(), triggerQuestion(content.triage().questions));
    return words(id);
  };
}

function triggerQuestion<T extends { readonly id: string }>(questions: readonly T[]): T {
  return questions.find(({ id }) => id === 'trigger')!;
}
