import { appendFileSync, existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { OperationError, whyNotWritten } from '../errors.ts';
import type { CheckedFile, JournalCheck } from '../journal/core/journal.ts';
import type { BadLine } from '../journal/core/records.ts';
import { journalFiles, readJournal, readLines } from './journal-store.ts';
import { FILE_MODE, isOpenToOthers, makePrivateFolder } from './private-files.ts';

/**
 * Checks every file of the journal. Lines that can't be read stay where they are, and are also copied aside, each once,
 * so that the user can repair them.
 */
export function checkJournal(folder: string, state: string): JournalCheck {
  // This throws what all commands say about a folder that can't be read.
  const { bad } = readJournal(folder);
  const files = journalFiles(folder).map(checkFile);
  const aside = bad.some(({ line }) => line > 0) ? join(state, 'bad-lines') : undefined;
  if (aside !== undefined) copyAside(folder, aside, bad);
  return { files, bad, ...(aside !== undefined && { aside }) };
}

function checkFile(file: string): CheckedFile {
  const name = basename(file);
  const { lines } = readLines(file);
  return { name, lines: lines.length, open: isOpenToOthers(statSync(file).mode) };
}

function copyAside(folder: string, aside: string, bad: readonly BadLine[]): void {
  try {
    makePrivateFolder(aside);
    for (const file of new Set(bad.filter(({ line }) => line > 0).map((one) => one.file))) {
      copyLines(
        join(folder, file),
        join(aside, `${file}.bad`),
        bad.filter((one) => one.file === file),
      );
    }
  } catch (error) {
    throw new OperationError(`the bad lines couldn't be copied to ${aside}: ${whyNotWritten(error)}`, {
      code: 'not-copied',
      hint: 'check that you can write to that folder; the journal is unchanged',
    });
  }
}

// Byte for byte, as the encoding of such a line is unknown.
function copyLines(from: string, to: string, bad: readonly BadLine[]): void {
  const lines = readFileSync(from).toString('latin1').split('\n');
  const copied = new Set(existsSync(to) ? readFileSync(to).toString('latin1').split('\n') : []);
  const fresh = [...new Set(bad.map(({ line }) => lines[line - 1] ?? ''))].filter((line) => !copied.has(line));
  if (fresh.length === 0) return;
  appendFileSync(to, Buffer.from(fresh.map((line) => `${line}\n`).join(''), 'latin1'), { mode: FILE_MODE });
}
