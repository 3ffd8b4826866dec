import { existsSync } from 'node:fs';
import { CannotError } from '../errors.ts';
import type { Journal } from '../journal/journal.ts';
import type { JournalLine } from '../journal/records.ts';
import { delLine, putLine, type Writing } from '../journal/write.ts';
import { backUpWeekly } from './backups.ts';
import { findDevice, knownDevice } from './device.ts';
import { lastRevision, readJournal, readNewest, writeLine } from './journal-store.ts';
import { purgeJournal } from './purge.ts';
import type { Places } from './paths.ts';

/** No line may be longer: it is written and read back in one piece. */
const LONGEST_LINE = 65_536;

/** The journal on this disk. @param now gives milliseconds since 1970 */
export function openJournal({ journal: folder, state }: Places, now: () => number): Journal {
  let device: string | undefined;
  const findOwn = () => (device ??= findDevice(state));
  const writing = (replaced?: { rev: string }): Writing => {
    const last = lastRevision(folder, findOwn());
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
    device: () => device ?? knownDevice(state),
    read: () => readJournal(folder),
    newest: (count) => readNewest(folder, count),
    put: (fields, replaced) => keep(putLine(fields, writing(replaced), replaced)),
    remove: (entry) => void keep(delLine(writing(entry), entry)),
    purge: (id, keepBackup) => purgeJournal(folder, state, id, keepBackup ? now() : undefined),
    isLost: () => knownDevice(state) !== undefined && !existsSync(folder),
  };
}

function keepLine(folder: string, line: JournalLine): void {
  const text = JSON.stringify(line);
  if (Buffer.byteLength(text) > LONGEST_LINE) {
    throw new CannotError('the entry is too long to be kept', {
      code: 'too-long',
      hint: 'a note takes about 60 000 letters',
    });
  }
  try {
    writeLine(folder, line);
  } catch (error) {
    throw new CannotError(`the entry could not be kept in ${folder}: ${(error as Error).message}`, {
      code: 'not-kept',
      hint: `this is it, so that it isn't lost: ${text}`,
    });
  }
}
