import { LEVELS, type Level } from '../../content/types.ts';
import type { Merge } from '../core/merge.ts';
import type { Entry, Words } from '../core/records.ts';
import { isUpper } from '../../triage/core/levels.ts';
import { excerpt } from '../../text/excerpt.ts';
import { wrap } from '../../text/wrap.ts';
import { type Page, paragraph } from '../../terminal/page.ts';
import { entryText } from './journal.ts';

/** How many characters of an entry are shown before it is imported. */
const LONGEST = 300;

/** How many warning signs are named after an import; those that need help now are always named. */
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

/**
 * The sentence about recent notes that mention warning signs: the gravest first, and all that need help now.
 * @param label looks up the words for a sign
 * @param levelOf looks up where a sign sends somebody who reports it
 */
export function signsText(
  notes: readonly Pick<Entry, 'signs' | 'unsure'>[],
  label: (sign: string) => string,
  levelOf: (sign: string) => Level,
): string {
  const all = [...new Set(notes.flatMap(({ signs = [], unsure = [] }) => [...signs, ...unsure]))];
  const rank = (id: string) => LEVELS.indexOf(levelOf(id));
  const ids = all.toSorted((one, other) => rank(one) - rank(other));
  const named = Math.max(NAMED, ids.filter((id) => isUpper(levelOf(id))).length);
  const labels = ids.slice(0, named).map(label);
  const more = ids.length > named ? [`${ids.length - named} more`] : [];
  const what = ids.length === 1 ? 'a warning sign' : 'warning signs';
  const [which, them] = notes.length === 1 ? ['1 of the notes', 'it'] : [`${notes.length} of the notes`, 'them'];
  return `${which} may mention ${what}: ${[...labels, ...more].join('; ')}. Check ${them} now: unspasm triage`;
}

/** What is said about notes with warning signs. */
export interface Cautions {
  /** What to do now, for signs that need help now: whole lines. */
  readonly answer: readonly string[];
  /** Sentences that name all of them. */
  readonly texts: readonly string[];
}

/** The same below what was imported. */
export function cautionLines(page: Page, { answer, texts }: Cautions): string[] {
  return [
    ...(answer.length > 0 ? ['', ...answer] : []),
    ...(texts.length > 0 && answer.length === 0 ? [''] : []),
    ...texts.flatMap((text) => paragraph(page, text)).map(page.style.caution),
  ];
}

/**
 * The warning signs in recent notes, as a part of a JSON document.
 * @param isRead false when a fault kept words from being checked
 */
export function signsDocument(notes: readonly Entry[], isRead: boolean) {
  return {
    warningSigns: notes.map(({ id, signs = [], unsure = [] }) => ({ id, signs, unsure })),
    ...(!isRead && { warningSignsChecked: false }),
  };
}

/** The same for standard error, where standard output is for a document alone. */
export function cautionNotes({ answer, texts }: Cautions): string[] {
  return [...answer, ...texts.map((text) => `unspasm: ${text}`)];
}
