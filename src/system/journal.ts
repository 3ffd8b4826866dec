import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { OperationError } from '../errors.ts';
import type { Journal } from '../journal/core/journal.ts';
import type { JournalLine } from '../journal/core/records.ts';
import { parseLine } from '../journal/core/parse.ts';
import { makeUlid } from '../journal/core/ulid.ts';
import { delLine, putLine, type Writing } from '../journal/core/write.ts';
import { backUp, backUpWeekly } from './backups.ts';
import { createFile } from './replace-file.ts';
import { findDevice, knownDevice, unkeptDevice } from './device.ts';
import { lastRevision, ownFile, readJournal, readNewest, writeLine } from './journal-store.ts';
import { makePrivateFolder } from './private-files.ts';
import { checkJournal } from './check.ts';
import { purgeJournal } from './purge.ts';
import type { Places } from './paths.ts';

/** No line may be longer: it is written and read back in one piece. */
const LONGEST_LINE = 65_536;

/** The journal on this disk. @param now gives milliseconds since 1970 */
export function openJournal({ journal: folder, state }: Places, now: () => number): Journal {
  let device: string | undefined;
  const findOwn = () => (device ??= canHold(folder) ? findDevice(state, folder) : unkeptDevice(folder));
  const writing = (replaced?: { rev: string }): Writing => {
    const last = lastRevisionIn(folder, findOwn());
    const after = [last, replaced?.rev]
      .filter((rev) => rev !== undefined)
      .toSorted()
      .at(-1);
    return { device: findOwn(), now: now(), after, random: Math.random };
  };
  const keep = <T extends JournalLine>(line: T): T => {
    keepLine(folder, line);
    backUpWeekly(folder, state, now());
    return line;
  };
  return {
    folder,
    device: () => device ?? knownDevice(state) ?? unkeptWriter(folder),
    read: () => readJournal(folder),
    newest: (count) => readNewest(folder, count),
    put: (fields, replaced) => keep(putLine(fields, writing(replaced), replaced)),
    remove: (entry) => void keep(delLine(writing(entry), entry)),
    purge: (id, keepBackup) => purgeJournal(folder, state, id, keepBackup ? now() : undefined),
    adopt: (lines) => adoptLines(folder, state, lines, now()),
    check: () => checkJournal(folder, state),
    isLost: () => knownDevice(state) !== undefined && !existsSync(folder),
  };
}

// Who has never written anything here hasn't lost anything later.
function canHold(folder: string): boolean {
  try {
    makePrivateFolder(folder);
    return true;
  } catch {
    return false;
  }
}

function unkeptWriter(folder: string): string | undefined {
  const device = unkeptDevice(folder);
  return existsSync(ownFile(folder, device)) ? device : undefined;
}

// What can't be read will not be written either, and says so then, with the entry.
function lastRevisionIn(folder: string, device: string): string | undefined {
  try {
    return lastRevision(folder, device);
  } catch {
    return undefined;
  }
}

function keepLine(folder: string, line: JournalLine): void {
  const text = JSON.stringify(line);
  if (Buffer.byteLength(text) > LONGEST_LINE) {
    throw new OperationError('the entry is too long to be kept', {
      code: 'too-long',
      hint: 'a note takes about 60 000 letters',
    });
  }
  try {
    writeLine(folder, line);
  } catch (error) {
    throw new OperationError(`the entry could not be kept in ${folder}: ${(error as Error).message}`, {
      code: 'not-kept',
      hint: `this is it, so that it isn't lost: ${text}`,
    });
  }
}

/**
 * Takes lines from elsewhere into the journal: as a file of their own, which is there whole or not at
 * all. The files of devices are written by those devices alone.
 * @returns the folder of the backup that was made before
 */
function adoptLines(folder: string, state: string, lines: readonly JournalLine[], now: number): string {
  try {
    const backup = backUp(folder, state, now);
    const file = join(folder, `import-${makeUlid(now, Math.random)}.jsonl`);
    const isMade = createFile(file, lines.map((line) => `${readable(line)}\n`).join(''));
    if (!isMade) throw new Error(`${file} exists already`);
    return backup;
  } catch (error) {
    throw new OperationError(`nothing was imported: ${(error as Error).message}`, { code: 'not-imported' });
  }
}

// What the journal couldn't read back would be acknowledged, and lost.
function readable(line: JournalLine): string {
  const text = JSON.stringify(line);
  const read = parseLine(text);
  if (typeof read === 'string') throw new Error(`an entry could not be read back: ${read}`);
  return text;
}
