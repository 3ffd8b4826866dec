import { join } from 'node:path';
import { OperationError } from '../errors.ts';
import type { JournalLine } from '../journal/core/records.ts';
import { parseLine } from '../journal/core/parse.ts';
import { makeUlid } from '../journal/core/ulid.ts';
import { backUp } from './backups.ts';
import { createFile } from './replace-file.ts';

/**
 * Takes lines from elsewhere into the journal: as a file of their own, which is there whole or not at
 * all. The files of devices are written by those devices alone.
 * @returns the folder of the backup that was made before
 */
export function adoptLines(folder: string, state: string, lines: readonly JournalLine[], now: number): string {
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
