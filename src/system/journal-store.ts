import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { OperationError } from '../errors.ts';
import { type JournalFile, lastBatch } from '../journal/core/batches.ts';
import { fold } from '../journal/core/fold.ts';
import { LONGEST_READ, type ParsedFile, parseFile, parseLine } from '../journal/core/parse.ts';
import type { BadLine, Entry, JournalLine } from '../journal/core/records.ts';
import { makeUlid, ulidTime } from '../journal/core/ulid.ts';
import { appendLine } from './append.ts';
import { patiently } from './patiently.ts';
import { readBackwards } from './read-backwards.ts';

export interface JournalRead {
  readonly lines: readonly JournalLine[];
  readonly bad: readonly BadLine[];
}

/** All files of the journal: one per device, and copies of them that a sync tool made. */
export function journalFiles(folder: string): string[] {
  return journalNames(folder).filter(isFile);
}

function journalNames(folder: string): string[] {
  return reading(folder, () => {
    const names = namesIn(folder).filter((name) => /^[^.].*\.jsonl$/s.test(name));
    return names.toSorted().map((name) => join(folder, name));
  });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function isFile(path: string): boolean {
  return reading(dirname(path), () => {
    try {
      return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
    } catch (error) {
      // A link to itself is as little a file as a link to nothing.
      if ((error as NodeJS.ErrnoException).code === 'ELOOP') return false;
      throw error;
    }
  });
}

// Turns what the disk refuses into words.
function reading<T>(folder: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new OperationError(`the journal in ${folder} can't be read: ${(error as Error).message}`, {
      code: 'unreadable',
      hint: 'check that you can read that folder and the files in it',
    });
  }
}

/** A lifetime of entries takes a tenth of this; beyond some size Node can't read a file into a string. */
const LARGEST_BYTES = 256 * 1024 * 1024;

/** Every line of one file. A file that is too large for a journal is reported, and the others are still read. */
export function readLines(path: string): ParsedFile {
  const file = basename(path);
  return reading(dirname(path), () => {
    if (statSync(path).size > LARGEST_BYTES)
      return { lines: [], bad: [{ file, line: 0, why: 'it is larger than 256 MiB' }] };
    return parseFile(
      file,
      patiently(() => readFileSync(path, 'utf8')),
    );
  });
}

/** Every line of every file. */
export function readJournal(folder: string): JournalRead {
  const names = journalNames(folder);
  const odd = names
    .filter((path) => !isFile(path))
    .map((path) => ({ file: basename(path), line: 0, why: "it isn't a file" }));
  const files = names.filter(isFile).map(readLines);
  return { lines: files.flatMap((file) => file.lines), bad: [...odd, ...files.flatMap((file) => file.bad)] };
}

/** The lines of every file, by its name. */
export function readFiles(folder: string): JournalFile[] {
  return journalFiles(folder).map((path) => ({ name: basename(path), lines: readLines(path).lines }));
}

/** Some entries, and the lines that couldn't be read on the way to them. */
export interface SomeRead {
  readonly entries: Entry[];
  readonly bad: readonly BadLine[];
}

/**
 * The newest entries, reading only the ends of the files. An entry is never about a time after it was written, and the
 * revisions of a file only grow: once the lines read so far reach back beyond the last entry that is wanted, no earlier
 * line can be newer. A line that can't be read has to be reported with its number, so then everything is read.
 */
export function readNewest(folder: string, count: number): SomeRead {
  for (let lines = count * 4; ; lines *= 4) {
    const tails = readTails(folder, (read) => read.length >= lines);
    if (!tails) return newestOf(readJournal(folder), count);
    const entries = fold(tails.flatMap((tail) => tail.lines)).slice(0, count);
    const oldest = entries.length < count ? -Infinity : Date.parse(entries.at(-1)!.at);
    if (tails.every((tail) => tail.isWhole || tail.since < oldest)) return { entries, bad: [] };
  }
}

function newestOf({ lines, bad }: JournalRead, count: number): SomeRead {
  return { entries: fold(lines).slice(0, count), bad };
}

/**
 * The entries about some time or a later one, reading only the ends of the files, for the same reasons. What changes or
 * removes one of them has a greater revision than it, and so is in the end of a file as well.
 * @param time milliseconds since 1970
 */
export function readSince(folder: string, time: number): SomeRead {
  // Revisions sort by their time: this is before all that were made then.
  const first = makeUlid(Math.max(0, time), () => 0);
  const tails = readTails(folder, (read) => read.at(-1)!.rev < first);
  const { lines, bad } = tails ? { lines: tails.flatMap((tail) => tail.lines), bad: [] } : readJournal(folder);
  return { entries: fold(lines).filter(({ at }) => Date.parse(at) >= time), bad };
}

interface Tail {
  readonly lines: readonly JournalLine[];
  /** When its first line was written, in milliseconds since 1970. */
  readonly since: number;
  /** This is the whole file. */
  readonly isWhole: boolean;
  /** It contains a line that can't be read. */
  readonly isBroken: boolean;
}

// Undefined where there is something in them that has to be reported.
function readTails(folder: string, isEnough: (read: readonly JournalLine[]) => boolean): Tail[] | undefined {
  const names = journalNames(folder);
  if (!names.every(isFile)) return undefined;
  const tails = reading(folder, () => names.map((file) => readTail(file, isEnough)));
  return tails.some((tail) => tail.isBroken) ? undefined : tails;
}

function readTail(file: string, isEnough: (read: readonly JournalLine[]) => boolean): Tail {
  const lines: JournalLine[] = [];
  let isBroken = false;
  for (const raw of readBackwards(file, LONGEST_READ)) {
    const line = raw.trim() === '' ? undefined : parseLine(raw);
    if (typeof line === 'object') lines.push(line);
    isBroken ||= typeof line === 'string';
    if (lines.length > 0 && isEnough(lines))
      return { lines, since: ulidTime(lines.at(-1)!.rev), isWhole: false, isBroken };
  }
  return { lines, since: -Infinity, isWhole: true, isBroken };
}

/** The file that only this device writes. */
export function ownFile(folder: string, device: string): string {
  return join(folder, `${device}.jsonl`);
}

/** The greatest revision that this device used: that of its last line, or the id of its last batch. */
export function lastRevision(folder: string, device: string): string | undefined {
  const file = ownFile(folder, device);
  const files = journalFiles(folder);
  const line = files.includes(file) ? readTail(file, (read) => read.length > 0).lines[0]?.rev : undefined;
  const batch = lastBatch(
    files.map((path) => basename(path)),
    device,
  )?.id;
  return line === undefined || (batch !== undefined && batch > line) ? batch : line;
}

/** Appends a line to this device's file. @throws Error when it can't be saved */
export function writeLine(folder: string, line: JournalLine): void {
  appendLine(ownFile(folder, line.dev), JSON.stringify(line));
}
