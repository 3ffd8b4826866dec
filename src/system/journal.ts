import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { OperationError, UsageError, whyNotWritten } from '../errors.ts';
import type { Journal } from '../journal/core/journal.ts';
import type { JournalLine } from '../journal/core/records.ts';
import { parseLine } from '../journal/core/parse.ts';
import { batchLines, batchName, type BatchKind } from '../journal/core/batches.ts';
import { delLine, LONGEST_LINE, nextRevision, putLine, type Writing } from '../journal/core/write.ts';
import { backUp, backUpWeekly, backupsIn } from './backups.ts';
import { createFile } from './replace-file.ts';
import { findDevice, knownDevice, unstoredDevice } from './device.ts';
import { lastRevision, ownFile, readFiles, readJournal, readNewest, readSince, writeLine } from './journal-store.ts';
import { makePrivateFolder } from './private-files.ts';
import { checkJournal } from './check.ts';
import { purgeJournal } from './purge.ts';
import type { Places } from './paths.ts';

/** The journal on this disk. @param now gives milliseconds since 1970 */
export function openJournal({ journal: folder, state }: Places, now: () => number): Journal {
  let device: string | undefined;
  const findOwn = () => (device ??= canStore(folder) ? findDevice(state, folder) : unstoredDevice(folder));
  const writing = (replaced?: { rev: string }): Writing => {
    const last = lastRevisionIn(folder, findOwn());
    const after = [last, replaced?.rev]
      .filter((rev) => rev !== undefined)
      .toSorted()
      .at(-1);
    return { device: findOwn(), now: now(), after, random: Math.random };
  };
  const save = <T extends JournalLine>(line: T): T => {
    saveLine(folder, line);
    backUpWeekly(folder, state, now());
    return line;
  };
  return {
    folder,
    device: () => device ?? knownDevice(state) ?? unstoredWriter(folder),
    read: () => readJournal(folder),
    files: () => readFiles(folder),
    newest: (count) => readNewest(folder, count),
    since: (time) => readSince(folder, time),
    put: (fields, replaced) => save(putLine(fields, writing(replaced), replaced)),
    remove: (entry) => void save(delLine(writing(entry), entry)),
    purge: (id, keepBackup) => purgeJournal(folder, state, id, keepBackup ? now() : undefined),
    adopt: (lines, changes = [], why = 'import') => {
      // They come after the lines, whose revisions may be those of a computer with another clock.
      const later = batchLines(changes, writing(lines.at(-1)));
      return adoptLines(folder, [...lines, ...later], {
        kind: 'import',
        writing: writing(),
        backUp: () => backUp(folder, state, now(), why),
      });
    },
    backups: () => backupsIn(state),
    change: (changes, kind) => adopted(folder, batchLines(changes, writing()), { kind, writing: writing() }),
    check: () => checkJournal(folder, state),
    isLost: () => knownDevice(state) !== undefined && !existsSync(folder),
  };
}

// A device that has never written anything here can't lose its journal later.
function canStore(folder: string): boolean {
  try {
    makePrivateFolder(folder);
    return true;
  } catch {
    return false;
  }
}

function unstoredWriter(folder: string): string | undefined {
  const device = unstoredDevice(folder);
  return existsSync(ownFile(folder, device)) ? device : undefined;
}

// A folder that can't be read can't be written either, and the error comes then, together with the entry.
function lastRevisionIn(folder: string, device: string): string | undefined {
  try {
    return lastRevision(folder, device);
  } catch {
    return undefined;
  }
}

function saveLine(folder: string, line: JournalLine): void {
  const text = JSON.stringify(line);
  if (Buffer.byteLength(text) > LONGEST_LINE) {
    throw new UsageError('the entry is too long to save', {
      code: 'too-long',
      hint: 'shorten the note to about 60 000 characters',
    });
  }
  try {
    writeLine(folder, line);
  } catch (error) {
    throw new OperationError(`the entry couldn't be saved in ${folder}: ${whyNotWritten(error)}`, {
      code: 'not-kept',
      hint: `copy it from here, so that it isn't lost: ${text}`,
    });
  }
}

function adopted(folder: string, lines: readonly JournalLine[], adoption: Adoption): readonly JournalLine[] {
  adoptLines(folder, lines, adoption);
  return lines;
}

interface Adoption {
  readonly kind: BatchKind;
  readonly writing: Writing;
  readonly backUp?: () => string | undefined;
}

/**
 * Adds lines to the journal in one go, as a file of their own that is complete or doesn't exist: only a device itself
 * writes its file. The name of the file says who wrote it and when, so that it can be undone as one thing.
 * @param adoption `backUp` makes a backup first
 * @returns the folder of the backup
 */
function adoptLines(folder: string, lines: readonly JournalLine[], adoption: Adoption): string | undefined {
  const { kind, writing } = adoption;
  const batch = { kind, id: nextRevision(writing), device: writing.device };
  try {
    const backup = adoption.backUp?.();
    const file = join(folder, batchName(batch));
    const isMade = createFile(file, lines.map((line) => `${readable(line)}\n`).join(''));
    if (!isMade) throw new Error(`${file} already exists`);
    return backup;
  } catch (error) {
    const hint =
      'check that you can write to the folders of the journal and its backups; to see where, run: unspasm log path';
    throw new OperationError(`nothing was changed: ${whyNotWritten(error)}`, { code: 'not-imported', hint });
  }
}

// A line that couldn't be read back would be acknowledged, and lost.
function readable(line: JournalLine): string {
  const text = JSON.stringify(line);
  const read = parseLine(text);
  if (typeof read === 'string') throw new Error(`an entry couldn't be read back: ${read}`);
  return text;
}
