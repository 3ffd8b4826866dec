import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { delimiter, isAbsolute, join, resolve } from 'node:path';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The full path of the Node that runs us. */
export const NODE_PROGRAM = process.execPath;

/** The full path of the first of these programs that is installed. No process is started to find it. */
export function findProgram(names: readonly string[], env: Environment): string | undefined {
  // A relative folder would start a program from the current folder, whatever that is.
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

/** Whether the user is at a different computer, which is then the one to make sounds and stay awake. */
export function isRemote(env: Environment): boolean {
  return Boolean(env['SSH_CONNECTION'] || env['SSH_CLIENT'] || env['SSH_TTY']);
}

/** What to start, and how long it may take. */
export interface Job {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Environment;
  /** Its standard input, which, unlike arguments, other users can't see in a list of processes. */
  readonly input?: string;
  /** Called with each line that it writes to its standard output; without this, its output is ignored. */
  readonly output?: (line: string) => void;
  /** It is killed after this (3 seconds by default), and has failed: speech and sound hang where there is no audio device. */
  readonly limitMs?: number;
}

/** A process that was started. */
export interface Running {
  readonly end: () => void;
}

const LIMIT_MS = 3_000;

// Detached from our terminal, it can't ask for a password there, and a sound or speech server that it starts isn't killed
// when the window is closed. On Windows it would open a window.
const DETACHED = { detached: process.platform !== 'win32', windowsHide: true };

/**
 * Starts a program without waiting for it. Its output is ignored, it doesn't keep our process running, and this never
 * throws.
 * @param ended called once, later, with whether it worked; a program that was killed at its limit did not
 */
export function startBriefly(job: Job, ended: (worked: boolean) => void): Running {
  try {
    return start(job, ended);
  } catch {
    queueMicrotask(() => ended(false));
    return { end: () => {} };
  }
}

/** Starts a program as {@link startBriefly} does. @returns once it has ended: whether it worked */
export function runBriefly(job: Job): Promise<boolean> {
  return new Promise((ended) => {
    startBriefly(job, ended);
  });
}

function start(job: Job, ended: (worked: boolean) => void): Running {
  const { program, args, env, input, output, limitMs = LIMIT_MS } = job;
  const child = spawn(program, args, {
    env,
    stdio: [input === undefined ? 'ignore' : 'pipe', output === undefined ? 'ignore' : 'pipe', 'ignore'],
    ...DETACHED,
  });
  if (output && child.stdout) readLines(child.stdout as Socket, output);
  // It may end before it has read everything.
  child.stdin?.on('error', () => {}).end(input);
  const limit = setTimeout(() => child.kill('SIGKILL'), limitMs);
  limit.unref();
  child.unref();
  const release = guard(child.pid, env);
  const finish = (worked: boolean) => {
    clearTimeout(limit);
    release();
    ended(worked);
  };
  // Its last line may come after its exit.
  child.once(output === undefined ? 'exit' : 'close', (code) => finish(code === 0));
  // Without a pid nothing was started, so there will be no exit event.
  child.on('error', () => child.pid === undefined && finish(false));
  // The limit stays, and kills a program that ignores this.
  return { end: () => void child.kill() };
}

// Each line of its input names a process that begins (+) or ends (-). The input ends when our process has, in whatever
// way. What is still running then may finish, as the last phrase does, and is killed if it hangs.
const GUARD = `
jobs=' '
while read -r line; do
  pid=\${line#?}
  case $line in
    +*) jobs="$jobs$pid " ;;
    *) jobs="\${jobs%% $pid *} \${jobs#* $pid }" ;;
  esac
done
for second in 1 2 3 4 5 6 7 8 9 10; do
  running=
  for pid in $jobs; do kill -0 $pid && running="$running $pid"; done
  [ -z "$running" ] && exit
  sleep 1
done
kill -9 $running`;

let guardian: ChildProcess | undefined;

/**
 * Makes sure that a process doesn't outlive ours by more than ten seconds: its time limit is kept by us, who may be
 * killed.
 * @returns says that it has ended
 */
function guard(pid: number | undefined, env: Environment): () => void {
  if (pid === undefined || process.platform === 'win32') return () => {};
  try {
    guardian ??= startOnPipe(findProgram(['sh'], env) ?? '/bin/sh', ['-c', GUARD], env).on('error', () => {});
  } catch {
    // Where no further process can be started, there is only the time limit.
  }
  guardian?.stdin?.write(`+${pid}\n`);
  return () => void guardian?.stdin?.write(`-${pid}\n`);
}

function readLines(stream: Socket, output: (line: string) => void): void {
  stream.unref();
  createInterface({ input: stream }).on('line', output);
}

/**
 * Starts a program that reads from a pipe that we never write to: it ends when we close the pipe, or when our process
 * ends. It doesn't keep our process running.
 * @throws Error where it can't be started at all
 */
export function startOnPipe(program: string, args: readonly string[], env: Environment): ChildProcess {
  const child = spawn(program, args, { env, stdio: ['pipe', 'ignore', 'ignore'], ...DETACHED });
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
 * Opens a file in the desktop's program for it, without waiting.
 * @returns why it can't be opened, or nothing
 */
export function openFile(path: string, env: Environment, platform: string): string | undefined {
  if (isRemote(env)) return 'over ssh it would open at the other end';
  const name = OPENERS.get(platform) ?? 'xdg-open';
  const program = findProgram([name], env);
  if (program === undefined) return `${name} isn't installed on this computer`;
  const child = spawn(program, [resolve(path)], { env, stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
  return undefined;
}
