import type { Merge } from '../core/merge.ts';
import type { Entry, Words } from '../core/records.ts';
import { excerpt } from '../../text/excerpt.ts';
import { wrap } from '../../text/wrap.ts';
import { type Page, paragraph } from '../../terminal/page.ts';
import { entryText } from './journal.ts';

/** How many characters of an entry are shown before it is imported. */
const LONGEST = 300;

/** How many warning signs are named after an import. */
const NAMED = 3;

/** What an import changes, or would change. @param done "Imported", "Would be imported" */
export function mergeText({ added, changed, removed, known }: Merge, done: string): string {
  return `${done}: ${added} added, ${changed} changed, ${removed} removed, ${known} already there.`;
}

/** The first entries of an import, with the year and the time as they are kept: a wrong order of day and month shows there. */
export function previewLines(page: Page, entries: readonly Entry[], words: Words): string[] {
  if (entries.length === 0) return [];
  const rows = entries.map(
    (entry) => `${entry.at.slice(0, 16).replace('T', ' ')}  ${excerpt(entryText(entry, words), LONGEST)}`,
  );
  return ['', 'The first of them:', ...rows.flatMap((row) => wrap(row, page.width, { first: '  ' }))];
}

/** The sentence about recent notes that mention warning signs. @param label looks up the words for a sign */
export function signsText(notes: readonly Pick<Entry, 'signs' | 'unsure'>[], label: (sign: string) => string): string {
  const ids = [...new Set(notes.flatMap(({ signs = [], unsure = [] }) => [...signs, ...unsure]))];
  const labels = ids.slice(0, NAMED).map(label);
  const more = ids.length > NAMED ? [`${ids.length - NAMED} more`] : [];
  const what = ids.length === 1 ? 'a warning sign' : 'warning signs';
  const [which, them] = notes.length === 1 ? ['1 of the notes', 'it'] : [`${notes.length} of the notes`, 'them'];
  return `${which} may mention ${what}: ${[...labels, ...more].join('; ')}. Check ${them} now: unspasm triage`;
}

/** Sentences that have to be seen, below the others. */
export function cautionLines(page: Page, texts: readonly string[]): string[] {
  if (texts.length === 0) return [];
  return ['', ...texts.flatMap((text) => paragraph(page, text)).map(page.style.caution)];
}
