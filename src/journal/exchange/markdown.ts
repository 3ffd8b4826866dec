import { sayTime } from '../core/say-when.ts';
import type { Entry } from '../core/records.ts';

/** Entries as a table in Markdown, the oldest first. @param entries the newest first @param textOf what an entry says, in one line */
export function markdownOf(entries: readonly Entry[], textOf: (entry: Entry) => string, now: Date): string {
  const rows = entries
    .toReversed()
    .map((entry) => `| ${escaped(sayTime(entry.at, now))} | ${escaped(textOf(entry))} |`);
  return ['# Pain journal', '', '| When | What |', '| --- | --- |', ...rows, ''].join('\n');
}

/** A text that Markdown shows as it is: no markup, no link, no cell of a table ends in it. */
export function escaped(text: string): string {
  const plain = text.replace(/[\\`*_{}[\]<>|~&#!@^=$]/g, String.raw`\$&`);
  return plain
    .replace(/(https?|ftp):/gi, String.raw`$1\:`)
    .replace(/www\./gi, (www) => `${www.slice(0, 3)}\\.`)
    .replace(/\s+/g, ' ');
}
