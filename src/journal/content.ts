import type { Choice, Question } from '../content/types.ts';
import type { Context } from '../app/context.ts';
import { OperationError } from '../errors.ts';
import { type Named, ownWordsIn } from './core/own-words.ts';
import type { Entry, Words } from './core/records.ts';
import { labelLookup } from './views/journal.ts';

/** What an entry names in words of the user's own, or by the id of a known choice. */
export type ChoiceField = 'area' | 'trigger' | 'helped' | 'activity';

/** The choices for a field of an entry. The triggers are those of triage. */
export function choicesOf(context: Context, field: ChoiceField): readonly Choice[] {
  if (field === 'activity') return context.content.exercise().activities;
  if (field === 'area') return context.content.journalTexts().areas;
  if (field === 'helped') return context.content.journalTexts().helped;
  const trigger = questionOf(context, 'trigger');
  return trigger.type === 'choice' ? trigger.choices : [];
}

/** The known choices, with the other words that people have for them. */
export function namedChoices(context: Context, field: ChoiceField): readonly Named[] {
  if (field === 'activity') return context.content.exercise().activities;
  const synonyms = new Map(context.content.journalWords()[field].map(({ id, words }) => [id, words]));
  return choicesOf(context, field).map(({ id, label }) => ({ id, label, words: synonyms.get(id) ?? [] }));
}

/** This many of the newest entries are looked through for what the user named before. */
const LOOKED_THROUGH = 500;

/** The newest entries, to offer again what was named in them. A journal that can't be read keeps nobody from an entry. */
export function recentEntries({ journal }: Context): readonly Entry[] {
  try {
    return journal.newest(LOOKED_THROUGH).entries;
  } catch (error) {
    if (!(error instanceof OperationError)) throw error;
    return [];
  }
}

/** What the user has named in their own words so far, the latest first. */
export function ownWordsOf(context: Context, field: ChoiceField): string[] {
  const known = new Set(choicesOf(context, field).map(({ id }) => id));
  return ownWordsIn(
    recentEntries(context).map((entry) => namedIn(entry, field)),
    known,
  );
}

function namedIn({ areas = [], triggers = [], helped = [], activity = '' }: Entry, field: ChoiceField) {
  return { area: areas, trigger: triggers, helped, activity: [activity] }[field];
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

// The name of an exercise, a therapy, a stretch or a routine: rarely needed, so it is read only then.
function nameOf({ content }: Context, id: string): string {
  const listed = [...content.exercise().activities, ...content.checkIn().marks].find((one) => one.id === id);
  if (listed) return listed.label;
  const { stretches, routines } = content.stretches();
  const named = [...stretches, ...content.therapies().therapies, ...routines].find((one) => one.id === id);
  return named?.name.toLowerCase() ?? id;
}

/** The question of a screen of the form. Those that triage also asks are worded as there. */
export function promptFor(context: Context, screen: 'area' | 'trigger' | 'helped' | 'limited' | 'note'): string {
  return screen === 'trigger' ? questionOf(context, screen).prompt : context.content.journalTexts().prompts[screen];
}

/** A question of triage. */
export function questionOf({ content }: Context, id: string): Question {
  return content.triage().questions.find((question) => question.id === id)!;
}
