import { existsSync } from 'node:fs';
import { OperationError } from '../errors.ts';
import type { Journal } from '../journal/core/journal.ts';
import type { JournalLine } from '../journal/core/records.ts';
import { delLine, putLine, type Writing } from '../journal/core/write.ts';
import { backUpWeekly } from './backups.ts';
import { findDevice, knownDevice, unkeptDevice } from './device.ts';
import { lastRevision, ownFile, readJournal, readNewest, writeLine } from './journal-store.ts';
import { makePrivateFolder } from './private-files.ts';
import { adoptLines } from './adopt.ts';
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
