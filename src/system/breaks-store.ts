import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Breaks } from '../breaks/core/breaks.ts';
import { breaksFileText, readBreaksFile, type StoredBreaks } from '../breaks/core/stored.ts';
import { ignoreErrors, OperationError, whyNotWritten } from '../errors.ts';
import { processSign } from './computer.ts';
import { makePrivateFolder } from './private-files.ts';
import { checkWritable, createFile, replaceFile } from './replace-file.ts';

/** The breaks of this user: one file, which the process that announces them and the commands about them share. */
export interface BreaksStore {
  /** The breaks that a process looks after, this one or another; undefined when they are off. */
  readonly running: () => StoredBreaks | undefined;
  /** Tries whether breaks could be saved. @throws Error where nothing can be written */
  readonly check: () => void;
  /**
   * Makes this process the one that looks after breaks.
   * @returns false when another process does so already
   * @throws Error where nothing can be written
   */
  readonly begin: (breaks: Breaks, inBackground: boolean) => boolean;
  /** The breaks that this process looks after; undefined once they were stopped, or another process took over. */
  readonly own: () => Breaks | undefined;
  /**
   * Saves a new state of breaks that are on. Where nothing can be written, the process that looks after them goes on with
   * it all the same.
   * @throws OperationError in any other process then: nobody would know of it
   */
  readonly save: (breaks: Breaks) => void;
  /** Ends the breaks that this process looks after. */
  readonly end: () => void;
  /** Ends the process that looks after breaks. */
  readonly stop: (stored: StoredBreaks) => void;
}

/** The store in the state folder. */
export function openBreaksStore(stateFolder: string): BreaksStore {
  const file = join(stateFolder, 'breaks.json');
  const read = () => readStored(file);
  const isAlive = ({ pid, process: sign }: StoredBreaks) => processSign(pid, stateFolder) === sign;
  let own: StoredBreaks | undefined;
  /** What couldn't be written. Without it, a break would be announced again and again. */
  let unsaved: Breaks | undefined;
  const isOwn = (stored: StoredBreaks | undefined) => own !== undefined && isOf(own, stored);
  return {
    running: () => {
      const stored = read();
      return stored && (isOwn(stored) || isAlive(stored)) ? stored : undefined;
    },
    check: () => checkWritable(stateFolder),
    begin: (breaks, inBackground) => {
      makePrivateFolder(stateFolder);
      const former = read();
      if (former && former.pid !== process.pid && isAlive(former)) return false;
      const stored = { pid: process.pid, process: processSign(process.pid, stateFolder) ?? '', inBackground, breaks };
      // What a process left that was killed; a file that can't be read is in the way as well.
      remove(file);
      if (createFile(file, breaksFileText(stored))) own = stored;
      return own !== undefined;
    },
    own: () => {
      const stored = read();
      return isOwn(stored) ? (unsaved ?? stored?.breaks) : undefined;
    },
    save: (breaks) => {
      const stored = read();
      const failure = stored && writing(file, { ...stored, breaks });
      if (failure && !isOwn(stored)) throw failure;
      unsaved = failure && breaks;
    },
    end: () => {
      if (isOwn(read())) remove(file);
      own = undefined;
    },
    stop: (stored) => stopProcess(file, stored),
  };
}

/** Whether breaks are looked after by the process of others. */
function isOf({ pid, process: sign }: StoredBreaks, stored: StoredBreaks | undefined): boolean {
  return stored?.pid === pid && stored.process === sign;
}

// Without its file it would end by itself, at its next look.
function stopProcess(file: string, { pid }: StoredBreaks): void {
  remove(file);
  ignoreErrors(() => process.kill(pid, 'SIGTERM'));
}

/** Writes the file. @returns the error where that fails */
function writing(file: string, stored: StoredBreaks): OperationError | undefined {
  try {
    replaceFile(file, breaksFileText(stored));
    return undefined;
  } catch (error) {
    return new OperationError(`the breaks couldn't be changed: ${whyNotWritten(error)}`, {
      code: 'not-kept',
      hint: 'check that the disk has room, and that you can write to the state folder',
    });
  }
}

function remove(file: string): void {
  ignoreErrors(() => rmSync(file, { force: true }));
}

function readStored(file: string): StoredBreaks | undefined {
  try {
    return readBreaksFile(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}
