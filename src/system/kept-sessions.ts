import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { uptime } from 'node:os';
import { join } from 'node:path';
import type { KeptSession } from '../session/kept.ts';
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

export function openKeptSessions(stateFolder: string, now: () => number): KeptSessions {
  const folder = join(stateFolder, 'sessions');
  const sign = (pid: number) => processSign(pid, stateFolder);
  const fileOf = (pid: number) => join(folder, `${pid}.json`);
  const all = () => namesIn(folder).flatMap((name) => readKept(join(folder, name)));
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
function readKept(file: string): KeptSession[] {
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Partial<KeptSession>;
    return kept.v === 1 && kept.session?.script?.steps[kept.session.at] ? [kept as KeptSession] : [];
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
