import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import type { Socket } from 'node:net';
import { delimiter, isAbsolute, join, resolve } from 'node:path';

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
  /** It is killed then, and has failed: speech and sound hang where there is no audio. */
  readonly limitMs?: number;
}

/** A process that was started and is not waited for. */
export interface Running {
  readonly end: () => void;
}

const LIMIT_MS = 3_000;

// Apart from our terminal: it can't ask for a password there, and the server of sound or speech that it may start
// isn't half killed when the window is closed. On Windows a window of its own would open.
const APART = { detached: process.platform !== 'win32', windowsHide: true };

/**
 * Starts a program and leaves it to itself: nothing of it is read or shown, it doesn't keep us alive,
 * and it never throws.
 * @param ended called once, later: whether it worked; one that was still busy when its time was up did not
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
  const { program, args, env, input, limitMs = LIMIT_MS } = job;
  const child = spawn(program, args, {
    env,
    stdio: [input === undefined ? 'ignore' : 'pipe', 'ignore', 'ignore'],
    ...APART,
  });
  // It may be gone before it has read everything.
  child.stdin?.on('error', () => {}).end(input);
  const limit = setTimeout(() => child.kill('SIGKILL'), limitMs);
  limit.unref();
  child.unref();
  const settle = (worked: boolean) => {
    clearTimeout(limit);
    ended(worked);
  };
  child.once('exit', (code) => settle(code === 0));
  // Without a pid nothing was started, and there will be no exit.
  child.on('error', () => child.pid === undefined && settle(false));
  // The limit stays: who doesn't heed this is killed then.
  return { end: () => void child.kill() };
}

/**
 * Starts a program that reads from a pipe which is never written to: it ends when we close the pipe, or die.
 * It doesn't keep us alive.
 * @throws Error where it can't be started at all
 */
export function startOnPipe(program: string, args: readonly string[], env: Environment): ChildProcess {
  const child = spawn(program, args, { env, stdio: ['pipe', 'ignore', 'ignore'], ...APART });
  child.unref();
  child.stdin.on('error', () => {});
  (child.stdin as Socket).unref();
  return child;
}

const OPENERS: ReadonlyMap<string, string> = new Map([
  ['darwin', 'open'],
  ['win32', 'explorer'],
]);

/**
 * Opens a file in the program that the desktop has for it, and doesn't wait for that.
 * @returns why it can't be opened, or nothing
 */
export function openFile(path: string, env: Environment, platform: string): string | undefined {
  if (isRemote(env)) return 'over ssh it would open at the other end';
  const name = OPENERS.get(platform) ?? 'xdg-open';
  const program = findProgram([name], env);
  if (program === undefined) return `${name} isn't installed here`;
  const child = spawn(program, [resolve(path)], { env, stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
  return undefined;
}
