import { existsSync, readFileSync, statSync } from 'node:fs';
import { uptime } from 'node:os';
import { join } from 'node:path';
import { ignoreErrors } from '../errors.ts';
import type { SessionRecord, StoredSession } from '../sessions/core/stored-session.ts';
import { readSessionFile, sessionFileText } from '../sessions/core/session-file.ts';
import { processSign } from './computer.ts';
import { makePrivateFolder } from './private-files.ts';
import { checkWritable, replaceFile } from './replace-file.ts';
import { claimPlace, withdraw } from './session-claim.ts';
import { hideState, showState } from './state-file.ts';
import { deleteFile, namesIn } from './lenient-files.ts';

/** The sessions that are in progress or were interrupted: a file for each in the state folder. */
export interface SessionStore {
  /** The number of this process. */
  readonly pid: number;
  /** Saves the state of this process's session. If nothing can be written, the session goes on without it. */
  readonly save: (session: SessionRecord) => void;
  /**
   * Claims the only place for a session for this process. It is given back when the session is forgotten, or interrupted.
   * @param handedOver the session that this process takes over from another one
   * @returns whether this process has it now
   */
  readonly claim: (handedOver?: StoredSession) => boolean;
  /** Saves a session like `save`. @throws Error where that can't be done */
  readonly saveSurely: (session: SessionRecord) => void;
  /** Tries whether another process could save a session as well. @throws Error where nothing more can be written */
  readonly check: () => void;
  /** Whether the file of this process's session is still there: no other process has taken it over. */
  readonly isOwn: () => boolean;
  /** Deletes the file of this process's session, which is over. @returns whether it was still there: it wasn't taken over */
  readonly forget: () => boolean;
  readonly running: () => StoredSession[];
  /** Sessions whose process ended before they did. */
  readonly interrupted: () => StoredSession[];
  /** The session that a process with this number has saved. */
  readonly of: (pid: number) => StoredSession | undefined;
  /**
   * Deletes the file of another process's session: an interrupted one that has been dealt with, or one that was taken
   * over. @returns whether it was this process that did
   */
  readonly resolve: (session: StoredSession) => boolean;
}

/** The file of an hour's session is about a hundredth of this size. */
const LARGEST_BYTES = 1_048_576;

/** What the small file for prompts and status bars says about a session. @param now milliseconds since 1970 */
type StateText = (session: StoredSession, now: number) => string;

/** The store in the state folder. @param now milliseconds since 1970 */
export function openSessionStore(stateFolder: string, now: () => number, textOf: StateText = () => ''): SessionStore {
  const folder = sessionsFolder(stateFolder);
  const sign = (pid: number) => processSign(pid, stateFolder);
  /** What identifies this process. It is looked up once, as a session saves often. */
  let own: string | undefined;
  const fileOf = (pid: number) => join(folder, `${pid}.json`);
  const all = () => filesIn(folder).flatMap((name) => readFile(folder, name));
  const running = () => all().filter((one) => isRunning(one, sign, now()));
  const saveSurely = (session: SessionRecord): void => {
    // Where the inode of the folder identifies the process, the folder has to exist first.
    makePrivateFolder(folder);
    own ??= sign(process.pid);
    // Last, as a session that is taken over has those of another process.
    const stored: StoredSession = { ...session, v: 1, pid: process.pid, process: own ?? '' };
    replaceFile(fileOf(process.pid), sessionFileText(stored));
    if (session.cutAt === undefined) showState(stateFolder, textOf(stored, now()));
    else leavePlace(stateFolder);
  };
  return {
    claim: (handedOver) => {
      const isTaken = () => running().some(({ pid }) => pid !== handedOver?.pid);
      return claimPlace({ folder, pid: process.pid, sign, isTaken, ...(handedOver && { from: handedOver.pid }) });
    },
    pid: process.pid,
    isOwn: () => existsSync(fileOf(process.pid)),
    save: (session) => ignoreErrors(() => saveSurely(session)),
    saveSurely,
    check: () => checkWritable(folder),
    forget: () => {
      leavePlace(stateFolder);
      return deleteFile(fileOf(process.pid));
    },
    running,
    interrupted: () => all().filter((one) => !isRunning(one, sign, now())),
    of: (pid) => readFile(folder, `${pid}.json`)[0],
    resolve: ({ pid }) => {
      withdraw({ folder, pid });
      return deleteFile(fileOf(pid));
    },
  };
}

/** This process has no session any more, or one that was interrupted. */
function leavePlace(stateFolder: string): void {
  hideState(stateFolder, process.pid);
  withdraw({ folder: sessionsFolder(stateFolder), pid: process.pid });
}

/** The folder of the sessions in a state folder. */
export function sessionsFolder(stateFolder: string): string {
  return join(stateFolder, 'sessions');
}

// A file that is being replaced may be missing from a list of names; the claim of the same process never is.
function filesIn(folder: string): string[] {
  const pids = namesIn(folder).flatMap((name) => /^(\d+)\.(?:json|claim)$/.exec(name)?.[1] ?? []);
  return [...new Set(pids)].map((pid) => `${pid}.json`);
}

// A file that can't be read is ignored: it holds no journal entry that could be lost.
function readFile(folder: string, name: string): StoredSession[] {
  try {
    const file = join(folder, name);
    if (statSync(file).size > LARGEST_BYTES) return [];
    const stored = readSessionFile(JSON.parse(readFileSync(file, 'utf8')), Number.parseInt(name, 10));
    return stored ? [stored] : [];
  } catch {
    return [];
  }
}

// The number of a process may have been given to another one since, or belong to another computer.
function isRunning(stored: StoredSession, sign: (pid: number) => string | undefined, now: number): boolean {
  const { pid, session, cutAt } = stored;
  // This process looks before it saves anything: a file with its number is from an earlier process.
  if (cutAt !== undefined || pid === process.pid) return false;
  const isSinceStart = session.seen >= now - uptime() * 1000;
  return isSinceStart && stored.process === sign(pid);
}
