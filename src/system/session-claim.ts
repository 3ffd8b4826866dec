import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ignoreErrors } from '../errors.ts';
import { sleep } from './patiently.ts';
import { FILE_MODE, makePrivateFolder } from './private-files.ts';

/** What decides who gets the only place. */
export interface ClaimOptions {
  /** The folder of the sessions. */
  readonly folder: string;
  readonly pid: number;
  /** Identifies a running process; undefined if none has that number. */
  readonly sign: (pid: number) => string | undefined;
  /** The process that hands its place over to this one. */
  readonly from?: number;
  /** Whether another process runs a session that was saved. */
  readonly isTaken: () => boolean;
}

const PATIENCE_MS = 2000;
const STEP_MS = 4;
/** A session is saved soon after its claim. An older claim by itself is from a process whose number was given away again. */
const LONGEST_START_MS = 60_000;

/**
 * Claims the only place for a session. Each process first writes that it wants the place, then looks whether anybody
 * else does: of two that start at once, at most one finds nobody. The one with the greater number withdraws. Nothing is
 * synced to the disk, as this comes before the first picture of a session.
 * @returns whether this process has the place now
 */
export function claimPlace(options: ClaimOptions): boolean {
  const { folder, pid, isTaken } = options;
  const latest = performance.now() + PATIENCE_MS;
  for (;;) {
    if (isTaken() || performance.now() > latest) return withdraw(options);
    if (!isWritten(options)) return true;
    const others = othersIn(options);
    if (others.length === 0 && !isTaken()) return true;
    // The other one gets the place, or withdraws.
    if (others.some((other) => other < pid)) withdraw({ folder, pid });
    sleep(STEP_MS);
  }
}

/** Gives the place back. @returns that this process doesn't have it */
export function withdraw({ folder, pid }: Pick<ClaimOptions, 'folder' | 'pid'>): false {
  ignoreErrors(() => rmSync(claimFile(folder, pid), { force: true }));
  return false;
}

// Where nothing can be written, a session goes on without being saved, and so it does here.
function isWritten({ folder, pid, sign }: ClaimOptions): boolean {
  try {
    makePrivateFolder(folder);
    writeFileSync(claimFile(folder, pid), sign(pid) ?? '', { mode: FILE_MODE });
    return true;
  } catch {
    return false;
  }
}

function othersIn({ folder, pid, sign, from }: ClaimOptions): number[] {
  const pids = readdirSync(folder).flatMap((name) => Number(/^(\d+)\.claim$/.exec(name)?.[1] ?? []) || []);
  const others = pids.filter((other) => other !== pid && other !== from);
  return others.filter((other) => {
    const running = sign(other);
    // A process that was killed before it saved a session couldn't withdraw.
    return running === undefined ? withdraw({ folder, pid: other }) : isClaimed(folder, other, running, pid);
  });
}

function isClaimed(folder: string, pid: number, sign: string, own: number): boolean {
  try {
    const file = claimFile(folder, pid);
    // Our own claim has just been written. The clock of the disk may not be ours: see one-at-a-time.ts.
    const age = statSync(claimFile(folder, own)).mtimeMs - statSync(file).mtimeMs;
    return age < LONGEST_START_MS && readFileSync(file, 'utf8') === sign;
  } catch {
    return false;
  }
}

function claimFile(folder: string, pid: number): string {
  return join(folder, `${pid}.claim`);
}
