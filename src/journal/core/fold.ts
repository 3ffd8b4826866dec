import type { Entry, JournalLine, Put } from './records.ts';

/**
 * The entries as they are now: for each id the line with the greatest revision, unless that removes it. The order of the
 * lines doesn't matter, nor do copies.
 * @returns the newest first, by the time that they are about
 */
export function fold(lines: Iterable<JournalLine>): Entry[] {
  const entries = [...latestStates(lines).values()].filter((line): line is Entry => line.op === 'put');
  // Each time is parsed once, not in every comparison.
  const timed = entries.map((entry) => ({ entry, time: Date.parse(entry.at) }));
  const newestFirst = timed.toSorted((a, b) => b.time - a.time || (a.entry.id < b.entry.id ? 1 : -1));
  return newestFirst.map(({ entry }) => entry);
}

/** The line with the greatest revision for each id. */
export function latestStates(lines: Iterable<JournalLine>): Map<string, JournalLine> {
  const latest = new Map<string, JournalLine>();
  for (const line of lines) {
    const other = latest.get(line.id);
    if (!other || isLater(line, other)) latest.set(line.id, line);
  }
  return latest;
}

/** The first state of each entry. */
export function firstStates(lines: Iterable<JournalLine>): Map<string, Put> {
  const firsts = new Map<string, Put>();
  for (const line of lines) {
    const other = firsts.get(line.id);
    if (line.op === 'put' && (!other || line.rev < other.rev)) firsts.set(line.id, line);
  }
  return firsts;
}

// Two lines with the same revision are copies, unless somebody edited one of them.
function isLater(line: JournalLine, other: JournalLine): boolean {
  if (line.rev !== other.rev) return line.rev > other.rev;
  return JSON.stringify(line) > JSON.stringify(other);
}
