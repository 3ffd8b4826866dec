import type { Fields } from './fields.ts';
import type { Entry } from './records.ts';

/** Whether an entry other than a check mentions warning signs. */
export function mentionsSigns({ kind, signs = [] }: Entry): boolean {
  return kind !== 'triage' && signs.length > 0;
}

/** Whether no warning signs are saved with an entry. In an export that may also mean that nobody has looked for any. */
export function hasNoSigns({ signs, unsure }: Entry): boolean {
  return signs === undefined && unsure === undefined;
}

/** The fields that can hold words of the user's own, which are checked for warning signs. */
export const WORD_FIELDS = ['note', 'medicine', 'activity', 'areas', 'triggers', 'helped'] as const;

/** Whether two states of an entry have the same words, in which the same warning signs can be found. */
export function sameWords(one: Fields, other: Fields): boolean {
  return wordsOf(one) === wordsOf(other);
}

function wordsOf(fields: Fields): string {
  return JSON.stringify(WORD_FIELDS.map((name) => fields[name] ?? ''));
}
