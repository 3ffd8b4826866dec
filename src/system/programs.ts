import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The full path of the first of these programs that is installed. No process is started to find it. */
export function findProgram(names: readonly string[], env: Environment): string | undefined {
  // A relative folder would start whatever lies where the user happens to be.
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => isAbsolute(folder));
  const endings = process.platform === 'win32' ? (env['PATHEXT'] || '.EXE').split(';') : [''];
  const files = names.flatMap((name) => folders.flatMap((folder) => endings.map((end) => join(folder, name + end))));
  return files.find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Whether the user sits at another computer than this one: sound and sleep are that one's. */
export function isRemote(env: Environment): boolean {
  return Boolean(env['SSH_CONNECTION'] || env['SSH_CLIENT'] || env['SSH_TTY']);
}

/** What to start, and how long it may take. */
export interface Job {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Environment;
  /** What it reads from its standard input: no list of processes shows that. */
  readonly input?: string;
  /** It is killed then: speech and sound hang where there is no audio. */
  readonly limitMs?: number;
  /** Being killed means that it didn't work: what it has to do takes far less time than that. */
  readonly isFailureAtLimit?: true;
}

/** A process that was started and is not waited for. */
export interface Running {
  readonly end: () => void;
}

const LIMIT_MS = 3_000;

/**
 * Starts a program and leaves it to itself: nothing of it is read or shown, it doesn't keep us alive,
 * and it never throws.
 * @param ended called once, later: whether it worked; one that was still busy when its time was up did, unless the job says otherwise
 */
export function startBriefly(job: Job, ended: (worked: boolean) => void): Running {
  try {
    return start(job, ended);
  } catch {
    queueMicrotask(() => ended(false));
    return { end: () => {} };
  }
}

function start(job: Job, ended: (worked: boolean) => void): Running {
  const { program, args, env, input, limitMs = LIMIT_MS, isFailureAtLimit = false } = job;
  const child = spawn(program, args, {
    env,
    stdio: [input === undefined ? 'ignore' : 'pipe', 'ignore', 'ignore'],
    windowsHide: true,
  });
  // It may be gone before it has read everything.
  child.stdin?.on('error', () => {}).end(input);
  let isLate = false;
  const limit = setTimeout(() => {
    isLate = true;
    child.kill('SIGKILL');
  }, limitMs);
  limit.unref();
  child.unref();
  const settle = (worked: boolean) => {
    clearTimeout(limit);
    ended(worked);
  };
  child.once('exit', (code) => settle(isLate ? !isFailureAtLimit : code === 0));
  // Without a pid nothing was started, and there will be no exit.
  child.on('error', () => child.pid === undefined && settle(false));
  // The limit stays: who doesn't heed this is killed then.
  return { end: () => void child.kill() };
}
