import { ratingsOf } from '../../journal/core/timed.ts';
import { pluralize } from '../../text/plural.ts';
import type { Entry } from '../../journal/core/records.ts';

/** What entries can hold that no resource has a place for. */
const FIELDS_LEFT_OUT = [
  ['triggers', 'triggers'],
  ['helped', 'what helped'],
  ['limited', 'whether pain limited the patient'],
  ['marks', 'the marks of check-ins'],
  ['level', "the program's result of each warning-sign check"],
] as const satisfies readonly (readonly [keyof Entry, string])[];

/**
 * What a bundle leaves out of the entries of its period, in words; nothing where it has all of it.
 * @param reported the entries of the period
 * @param isIn whether a resource was made of an entry
 */
export function leftOutOfBundle(reported: readonly Entry[], isIn: (entry: Entry) => boolean): string[] {
  const others = reported.filter((entry) => !isIn(entry)).length;
  const fields = FIELDS_LEFT_OUT.filter(([name]) => reported.some((entry) => hasValue(entry[name])));
  return [
    ...(others > 0
      ? [`${pluralize(others, 'entry', 'entries')} without a rating, a medicine, a session or a check`]
      : []),
    ...fields.map(([, words]) => words),
    ...(reported.some((entry) => isIn(entry) && hasUnratedAreas(entry))
      ? ['where it hurt, in entries without a rating']
      : []),
  ];
}

// Where it hurts is a part of a rating of pain.
function hasUnratedAreas(entry: Entry): boolean {
  return hasValue(entry.areas) && ratingsOf(entry).length === 0;
}

function hasValue(value: Entry[keyof Entry]): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false && value !== '';
}
