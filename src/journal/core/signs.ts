import type { Fields } from './fields.ts';
import type { Entry } from './records.ts';

/** Whether an entry other than a check mentions warning signs. */
export function mentionsSigns({ kind, signs = [] }: Entry): boolean {
  return kind !== 'triage' && signs.length > 0;
}

/** The fields with words that are checked for warning signs. */
const WORDS = ['note', 'medicine', 'activity', 'areas', 'triggers', 'helped'] as const;

/** Whether two states of an entry have the same words, in which the same warning signs can be found. */
export function sameWords(one: Fields, other: Fields): boolean {
  return wordsOf(one) === wordsOf(other);
}

function wordsOf(fields: Fields): string {
  return JSON.stringify(WORDS.map((name) => fields[name] ?? ''));
}
