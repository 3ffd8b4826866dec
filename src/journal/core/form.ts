import type { Fields } from './fields.ts';
import { NO_TRIGGER, NOTHING_HELPED } from './no-answers.ts';
import type { Entry } from './records.ts';

/** The screens of the form, in order. */
export const SCREENS = ['pain', 'area', 'trigger', 'helped', 'limited', 'note'] as const;
export type ScreenName = (typeof SCREENS)[number];

/** What was answered so far. */
export type Answers = Partial<NamedFields> & {
  readonly pain?: number;
  readonly limited?: boolean | undefined;
  readonly note?: string;
};

/** The fields that name something, by known ids or in the user's own words. */
export type NamedFields = Readonly<Record<'areas' | 'triggers' | 'helped', readonly string[]>>;

/** The entry that some answers make; none before there is a rating. @param at when it was asked, as ISO 8601 */
export function fieldsOf(answers: Answers, at: string): Fields | undefined {
  const { pain, areas = [], triggers = [], helped = [], limited, note } = answers;
  if (pain === undefined) return undefined;
  return {
    kind: 'pain',
    at,
    pain,
    ...(areas.length > 0 && { areas }),
    ...(triggers.length > 0 && { triggers }),
    ...(helped.length > 0 && { helped }),
    ...(limited !== undefined && { limited }),
    ...(note && { note }),
  };
}

/**
 * What was named last time; nothing where no pain with a place, a trigger or help is among the entries.
 * @param newestFirst entries
 */
export function lastNamed(newestFirst: readonly Entry[]): NamedFields | undefined {
  const named = newestFirst
    .filter(({ kind }) => kind === 'pain')
    .map(({ areas = [], triggers = [], helped = [] }) => ({
      areas,
      triggers: triggers.filter((id) => id !== NO_TRIGGER),
      helped: helped.filter((id) => id !== NOTHING_HELPED),
    }));
  return named.find(({ areas, triggers, helped }) => areas.length + triggers.length + helped.length > 0);
}
