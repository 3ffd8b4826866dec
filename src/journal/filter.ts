import { type Given, someFrom, text } from '../app/command.ts';
import type { Context } from '../app/context.ts';
import { journalWords } from './content.ts';
import { KINDS } from './core/fields.ts';
import type { Entry } from './core/records.ts';
import { readSpan, within } from './core/span.ts';
import { entryText } from './views/journal.ts';

/** The options that choose entries, by when they were and what they say. */
export const FILTER_OPTIONS = {
  from: text('<time>', 'only entries since this day or time'),
  to: text('<time>', 'only entries up to this day or time'),
  kind: someFrom('<kinds>', `only these kinds: ${KINDS.join(', ')}`, KINDS),
  search: text('<text>', 'only entries that contain this text'),
};
export type Filter = Partial<Given<typeof FILTER_OPTIONS>>;

/** Whether any of the options was given. */
export function isFiltered({ from, to, kind, search }: Filter): boolean {
  return [from, to, kind, search].some((option) => option !== undefined);
}

/**
 * The entries that were asked for.
 * @throws UsageError for a time that can't be understood
 */
export function filterEntries(context: Context, entries: readonly Entry[], filter: Filter): Entry[] {
  const span = readSpan(filter.from, filter.to, context.now());
  const words = journalWords(context);
  const wanted = filter.search?.toLowerCase();
  return entries.filter((entry) => {
    if (!within(span, entry.at) || (filter.kind && !filter.kind.includes(entry.kind))) return false;
    return wanted === undefined || entryText(entry, words).toLowerCase().includes(wanted);
  });
}

/** What was asked for, in words: "since mon, of the kind pain, with "left leg"". */
export function filterText({ from, to, kind, search }: Filter): string {
  return [
    ...(from === undefined ? [] : [`since ${from}`]),
    ...(to === undefined ? [] : [`up to ${to}`]),
    ...(kind === undefined ? [] : [`of the kind ${kind.join(' or ')}`]),
    ...(search === undefined ? [] : [`with "${search}"`]),
  ].join(', ');
}
