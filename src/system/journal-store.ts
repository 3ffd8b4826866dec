import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { OperationError } from '../errors.ts';
import { fold } from '../journal/core/fold.ts';
import { LONGEST_READ, type ParsedFile, parseFile, parseLine } from '../journal/core/parse.ts';
import type { BadLine, Entry, JournalLine } from '../journal/core/records.ts';
import { ulidTime } from '../journal/core/ulid.ts';
import { appendLine } from './append.ts';
import { patiently } from './patiently.ts';
import { readBackwards } from './read-backwards.ts';

export interface Reading {
  readonly lines: readonly JournalLine[];
  readonly bad: readonly BadLine[];
}

/** All files of the journal: one a device, and the copies that a sync tool made of them. */
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
      // A link that leads back to itself is no more of a file than one that leads nowhere.
      if ((error as NodeJS.ErrnoException).code === 'ELOOP') return false;
      throw error;
    }
  });
}

// What the disk refuses is told in words.
function reading<T>(folder: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new OperationError(`the journal in ${folder} can't be read: ${(error as Error).message}`, {
      code: 'unreadable',
    });
  }
}

/** A file of a whole life of pain is a tenth of that; of what is larger, Node can't make a text at some point. */
const LARGEST_BYTES = 256 * 1024 * 1024;

/** Every line of one file; one that is too large for a journal is named, and costs no other. */
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
export function readJournal(folder: string): Reading {
  const names = journalNames(folder);
  const odd = names
    .filter((path) => !isFile(path))
    .map((path) => ({ file: basename(path), line: 0, why: 'it is no file' }));
  const files = names.filter(isFile).map(readLines);
  return { lines: files.flatMap((file) => file.lines), bad: [...odd, ...files.flatMap((file) => file.bad)] };
}

/**
 * The newest entries, reading only the ends of the files. An entry is never about a time after it
 * was written, and the revisions of a file grow: once every line that is read is older than the
 * last entry wanted, nothing before it can be newer. A line that can't be understood has to be named
 * by its number, so that everything is read then.
 */
export function readNewest(folder: string, count: number): { entries: Entry[]; bad: readonly BadLine[] } {
  const names = journalNames(folder);
  if (!names.every(isFile)) return readAllFor(folder, count);
  for (let lines = count * 4; ; lines *= 4) {
    const tails = reading(folder, () => names.map((file) => readTail(file, lines)));
    if (tails.some((tail) => tail.isBroken)) return readAllFor(folder, count);
    const entries = fold(tails.flatMap((tail) => tail.lines)).slice(0, count);
    const oldest = entries.length < count ? -Infinity : Date.parse(entries.at(-1)!.at);
    if (tails.every((tail) => tail.isWhole || tail.since < oldest)) return { entries, bad: [] };
  }
}

function readAllFor(folder: string, count: number) {
  const { lines, bad } = readJournal(folder);
  return { entries: fold(lines).slice(0, count), bad };
}

interface Tail {
  readonly lines: readonly JournalLine[];
  /** When its first line was written, in milliseconds since 1970. */
  readonly since: number;
  /** It is the whole file. */
  readonly isWhole: boolean;
  /** It holds a line that can't be understood. */
  readonly isBroken: boolean;
}

function readTail(file: string, count: number): Tail {
  const lines: JournalLine[] = [];
  let isBroken = false;
  for (const raw of readBackwards(file, LONGEST_READ)) {
    const line = raw.trim() === '' ? undefined : parseLine(raw);
    if (typeof line === 'object') lines.push(line);
    isBroken ||= typeof line === 'string';
    if (lines.length >= count) return { lines, since: ulidTime(lines.at(-1)!.rev), isWhole: false, isBroken };
  }
  return { lines, since: -Infinity, isWhole: true, isBroken };
}

/** The file that this device, and no other, writes. */
export function ownFile(folder: string, device: string): string {
  return join(folder, `${device}.jsonl`);
}

/** The revision of the last line that this device wrote. */
export function lastRevision(folder: string, device: string): string | undefined {
  const file = ownFile(folder, device);
  return journalFiles(folder).includes(file) ? readTail(file, 1).lines[0]?.rev : undefined;
}

/** Appends a line to this device's file. @throws when it can't be kept */
export function writeLine(folder: string, line: JournalLine): void {
  appendLine(ownFile(folder, line.dev), JSON.stringify(line));
}
