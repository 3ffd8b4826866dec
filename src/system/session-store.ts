import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { uptime } from 'node:os';
import { join } from 'node:path';
import { ignoreErrors } from '../errors.ts';
import type { SessionRecord, StoredSession } from '../sessions/core/stored-session.ts';
import { readSessionFile, sessionFileText } from '../sessions/core/session-file.ts';
import { processSign } from './computer.ts';
import { makePrivateFolder } from './private-files.ts';
import { replaceFile } from './replace-file.ts';

/** The sessions that are in progress or were interrupted: a file for each in the state folder. */
export interface SessionStore {
  /** Saves the state of this process's session. If nothing can be written, the session goes on without it. */
  readonly save: (session: SessionRecord) => void;
  /** Deletes the file of this process's session, which is over. */
  readonly forget: () => void;
  readonly running: () => StoredSession[];
  /** Sessions whose process ended before they did. */
  readonly interrupted: () => StoredSession[];
  /** Deletes the file of an interrupted session that has been dealt with. */
  readonly resolve: (session: StoredSession) => void;
}

/** The file of an hour's session is about a hundredth of this size. */
const LARGEST_BYTES = 1_048_576;

/** The store in the state folder. @param now milliseconds since 1970 */
export function openSessionStore(stateFolder: string, now: () => number): SessionStore {
  const folder = join(stateFolder, 'sessions');
  const sign = (pid: number) => processSign(pid, stateFolder);
  /** What identifies this process. It is looked up once, as a session saves often. */
  let own: string | undefined;
  const fileOf = (pid: number) => join(folder, `${pid}.json`);
  const all = () => namesIn(folder).flatMap((name) => readFile(folder, name));
  return {
    save: (session) =>
      ignoreErrors(() => {
        // Where the inode of the folder identifies the process, the folder has to exist first.
        makePrivateFolder(folder);
        own ??= sign(process.pid);
        const stored: StoredSession = { v: 1, pid: process.pid, process: own ?? '', ...session };
        replaceFile(fileOf(process.pid), sessionFileText(stored));
      }),
    forget: () => ignoreErrors(() => rmSync(fileOf(process.pid), { force: true })),
    running: () => all().filter((one) => isRunning(one, sign, now())),
    interrupted: () => all().filter((one) => !isRunning(one, sign, now())),
    resolve: ({ pid }) => ignoreErrors(() => rmSync(fileOf(pid), { force: true })),
  };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /^\d+\.json$/.test(name));
  } catch {
    return [];
  }
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
