import { sayFullDate, sayWeekday } from '../core/say-when.ts';
import type { Entry } from '../core/records.ts';

/** What a line of the table doesn't say. */
const LEFT_OUT =
  'Each entry is one line. The details of sessions and checks, warning signs and time zones are not in this table; unspasm log export --format json has everything.';

/**
 * Entries as a table in Markdown, the oldest first.
 * @param entries the newest first
 * @param textOf says in one line what an entry holds
 * @param notes what was left out, in sentences
 */
export function markdownOf(
  entries: readonly Entry[],
  textOf: (entry: Entry) => string,
  notes: readonly string[] = [],
): string {
  const rows = entries.toReversed().map((entry) => `| ${escaped(timeText(entry.at))} | ${escaped(textOf(entry))} |`);
  const above = notes.flatMap((note) => [escaped(note), '']);
  return ['# Pain journal', '', ...above, '| When | What |', '| --- | --- |', ...rows, '', LEFT_OUT, ''].join('\n');
}

// Always with the year: the page is read elsewhere, and later.
function timeText(at: string): string {
  return `${sayWeekday(at)} ${sayFullDate(at)} ${at.slice(11, 16)}`;
}

/** Escapes a text, so that Markdown shows it as it is: without markup or links, and in one cell of a table. */
export function escaped(text: string): string {
  const plain = text.replace(/[\\`*_{}[\]<>|~&#!@^=$]/g, String.raw`\$&`);
  return plain
    .replace(/(https?|ftp):/gi, String.raw`$1\:`)
    .replace(/www\./gi, (www) => `${www.slice(0, 3)}\\.`)
    .replace(/\s+/g, ' ');
}
