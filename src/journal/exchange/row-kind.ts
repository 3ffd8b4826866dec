import { type Fields, type Kind, KINDS } from '../core/fields.ts';
import type { Entry } from '../core/records.ts';
import { badCell } from './refusal.ts';

/** The field that an entry of each kind must have, and what it holds; a row without a kind is of the first whose field it has. */
const NEEDS: readonly (readonly [kind: Kind, need?: keyof Fields, right?: string])[] = [
  ['session', 'therapy', 'what was done, such as ice'],
  ['exercise', 'activity', 'what was done, such as swim'],
  ['pain', 'pain', 'a whole number from 0 to 10'],
  ['peg', 'peg', 'three whole numbers from 0 to 10, such as 6;5;7'],
  ['medicine', 'medicine', 'the name of a medicine'],
  ['note', 'note', 'some text'],
  ['triage', 'level', 'where the check sent you, such as urgent'],
  ['seen'],
  ['resolved'],
  ['merge'],
  ['split'],
  ['break'],
];

/** The fields of which a row needs one. */
export const NEEDED = NEEDS.flatMap(([, need]) => need ?? []);

/**
 * The kind of a row: what it says, or what its fields are about.
 * @param row its place in the file
 * @param former the entry that it changes
 * @throws UsageError where it has no known kind, or lacks the field of its kind
 */
export function kindOf(
  fields: Readonly<Record<string, unknown>>,
  row: { readonly line: number },
  source: { readonly file: string },
  former?: Entry,
): Kind {
  const given = (fields['kind'] as string | undefined)?.toLowerCase();
  const kind = given ?? NEEDS.find(([, need]) => need !== undefined && fields[need] !== undefined)?.[0];
  if (kind === undefined) throw badCell(source, row, 'pain', '', 'a pain rating, a note, a medicine or a therapy');
  const [known, need, right] = NEEDS.find(([one]) => one === kind) ?? [];
  if (known === undefined && fields['kind'] === former?.kind) return fields['kind'] as Kind;
  if (known === undefined) throw badCell(source, row, 'kind', kind, `one of ${KINDS.join(', ')}`);
  if (need !== undefined && fields[need] === undefined && (!former || former[need] !== undefined))
    throw badCell(source, row, need, '', `${right}, as the kind of this row is ${kind}`);
  return known;
}
