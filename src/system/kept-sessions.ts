import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { uptime } from 'node:os';
import { join } from 'node:path';
import type { KeptSession } from '../sessions/core/kept.ts';
import { readKept } from '../sessions/core/read-kept.ts';
import { processSign } from './computer.ts';
import { makePrivateFolder } from './private-files.ts';
import { replaceFile } from './replace-file.ts';

/** The sessions that run, or were cut off: a file each in the state folder. */
export interface KeptSessions {
  /** Keeps how this process's session stands. Where nothing can be written it runs all the same. */
  readonly keep: (kept: Omit<KeptSession, 'v' | 'pid' | 'process'>) => void;
  /** This process's session is over. */
  readonly forget: () => void;
  readonly running: () => KeptSession[];
  readonly cutOff: () => KeptSession[];
  /** One that was cut off has been dealt with. */
  readonly settle: (kept: KeptSession) => void;
}

/** A session of an hour takes a hundredth of that. */
const LARGEST_BYTES = 1_048_576;

export function openKeptSessions(stateFolder: string, now: () => number): KeptSessions {
  const folder = join(stateFolder, 'sessions');
  const sign = (pid: number) => processSign(pid, stateFolder);
  const fileOf = (pid: number) => join(folder, `${pid}.json`);
  const all = () => namesIn(folder).flatMap((name) => readFile(folder, name));
  return {
    keep: (kept) =>
      quietly(() => {
        // Its number may be what tells the process apart: it has to be there first.
        makePrivateFolder(folder);
        const whole: KeptSession = { v: 1, pid: process.pid, process: sign(process.pid) ?? '', ...kept };
        replaceFile(fileOf(process.pid), JSON.stringify(whole));
      }),
    forget: () => quietly(() => rmSync(fileOf(process.pid), { force: true })),
    running: () => all().filter((kept) => isRunning(kept, sign, now())),
    cutOff: () => all().filter((kept) => !isRunning(kept, sign, now())),
    settle: ({ pid }) => quietly(() => rmSync(fileOf(pid), { force: true })),
  };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /^\d+\.json$/.test(name));
  } catch {
    return [];
  }
}

// What can't be understood is of no use to anybody: the journal isn't kept here.
function readFile(folder: string, name: string): KeptSession[] {
  try {
    const file = join(folder, name);
    if (statSync(file).size > LARGEST_BYTES) return [];
    const kept = readKept(JSON.parse(readFileSync(file, 'utf8')), Number.parseInt(name, 10));
    return kept ? [kept] : [];
  } catch {
    return [];
  }
}

// The number of a process may have been given to another one since, or belong to another computer.
function isRunning(kept: KeptSession, sign: (pid: number) => string | undefined, now: number): boolean {
  const { pid, session, cutAt } = kept;
  // Of this process there is none yet when it looks for others: what bears its number is a former one's.
  if (cutAt !== undefined || pid === process.pid) return false;
  const isSinceStart = session.seen >= now - uptime() * 1000;
  return isSinceStart && kept.process === sign(pid);
}

function quietly(act: () => void): void {
  try {
    act();
  } catch {
    // The session itself goes on.
  }
}
