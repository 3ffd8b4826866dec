import { sayTime } from '../core/say-when.ts';
import type { Entry } from '../core/records.ts';

/**
 * Entries as a table in Markdown, the oldest first.
 * @param entries the newest first
 * @param textOf says in one line what an entry holds
 */
export function markdownOf(entries: readonly Entry[], textOf: (entry: Entry) => string, now: Date): string {
  const rows = entries
    .toReversed()
    .map((entry) => `| ${escaped(sayTime(entry.at, now))} | ${escaped(textOf(entry))} |`);
  return ['# Pain journal', '', '| When | What |', '| --- | --- |', ...rows, ''].join('\n');
}

/** Escapes a text, so that Markdown shows it as it is: without markup or links, and in one cell of a table. */
export function escaped(text: string): string {
  const plain = text.replace(/[\\`*_{}[\]<>|~&#!@^=$]/g, String.raw`\$&`);
  return plain
    .replace(/(https?|ftp):/gi, String.raw`$1\:`)
    .replace(/www\./gi, (www) => `${www.slice(0, 3)}\\.`)
    .replace(/\s+/g, ' ');
}
