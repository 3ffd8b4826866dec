import type { Entry, JournalLine } from './records.ts';

/**
 * The entries as they stand: of each id the state with the greatest revision, without the removed
 * ones. The order of the lines, and whether some stand there twice, makes no difference.
 * @returns the newest first, by the time that they are about
 */
export function fold(lines: Iterable<JournalLine>): Entry[] {
  const entries = [...latestStates(lines).values()].filter((line): line is Entry => line.op === 'put');
  // The times are read once: a comparison would read each of them over and over.
  const timed = entries.map((entry) => ({ entry, time: Date.parse(entry.at) }));
  const newestFirst = timed.toSorted((a, b) => b.time - a.time || (a.entry.id < b.entry.id ? 1 : -1));
  return newestFirst.map(({ entry }) => entry);
}

/** The state with the greatest revision of each id. */
export function latestStates(lines: Iterable<JournalLine>): Map<string, JournalLine> {
  const latest = new Map<string, JournalLine>();
  for (const line of lines) {
    const other = latest.get(line.id);
    if (!other || isLater(line, other)) latest.set(line.id, line);
  }
  return latest;
}

// Two lines with one revision are copies of one another, but for a hand that edited one of them.
function isLater(line: JournalLine, other: JournalLine): boolean {
  if (line.rev !== other.rev) return line.rev > other.rev;
  return JSON.stringify(line) > JSON.stringify(other);
}
