import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fold, newestFirst } from '../journal/fold.ts';
import { parseFile, parseLine } from '../journal/parse.ts';
import type { BadLine, Entry, JournalLine } from '../journal/records.ts';
import { ulidTime } from '../journal/ulid.ts';
import { appendLine } from './append.ts';
import { readBackwards } from './read-backwards.ts';

export interface Reading {
  readonly lines: readonly JournalLine[];
  readonly bad: readonly BadLine[];
}

/** All files of the journal: one a device, and the copies that a sync tool made of them. */
export function journalFiles(folder: string): string[] {
  try {
    const names = readdirSync(folder).filter((name) => name.includes('.jsonl') && !name.endsWith('.tmp'));
    return names.toSorted().map((name) => join(folder, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Every line of every file. */
export function readJournal(folder: string): Reading {
  const files = journalFiles(folder).map((file) => parseFile(basename(file), readFileSync(file, 'utf8')));
  return { lines: files.flatMap((file) => file.lines), bad: files.flatMap((file) => file.bad) };
}

/**
 * The newest entries, reading only the ends of the files. An entry is never about a time after it
 * was written, and the revisions of a file grow: once every line that is read is older than the
 * last entry wanted, nothing before it can be newer.
 */
export function readNewest(folder: string, count: number): Entry[] {
  const files = journalFiles(folder);
  for (let lines = count * 4; ; lines *= 4) {
    const tails = files.map((file) => readTail(file, lines));
    const entries = fold(tails.flatMap((tail) => tail.lines))
      .toSorted(newestFirst)
      .slice(0, count);
    const oldest = entries.length < count ? -Infinity : Date.parse(entries.at(-1)!.at);
    if (tails.every((tail) => tail.whole || tail.since < oldest)) return entries;
  }
}

interface Tail {
  readonly lines: readonly JournalLine[];
  /** When its first line was written, in milliseconds since 1970. */
  readonly since: number;
  /** It is the whole file. */
  readonly whole: boolean;
}

function readTail(file: string, count: number): Tail {
  const lines: JournalLine[] = [];
  for (const raw of readBackwards(file)) {
    const line = raw.trim() === '' ? undefined : parseLine(raw);
    if (typeof line === 'object') lines.push(line);
    if (lines.length >= count) return { lines, since: ulidTime(lines.at(-1)!.rev), whole: false };
  }
  return { lines, since: -Infinity, whole: true };
}

/** The file that this device, and no other, writes. */
export function ownFile(folder: string, device: string): string {
  return join(folder, `${device}.jsonl`);
}

/** The revision of the last line that this device wrote. */
export function lastRevision(folder: string, device: string): string | undefined {
  const file = ownFile(folder, device);
  return existsSync(file) ? readTail(file, 1).lines[0]?.rev : undefined;
}

/** Appends a line to this device's file. @throws when it can't be kept */
export function writeLine(folder: string, line: JournalLine): void {
  appendLine(ownFile(folder, line.dev), JSON.stringify(line));
}
