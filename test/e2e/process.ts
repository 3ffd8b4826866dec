import { spawn, type ChildProcessWithoutNullStreams, type ChildProcessByStdio } from 'node:child_process';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import {
  builtProgram,
  cleanEnvironment,
  makeHome,
  removeHome,
  type Command,
  type Variables,
} from './harness/environment.ts';
import { hostUnderPermissions, runWithPipes, type ClockOptions } from './harness/host.ts';
import { PATIENCE_MS } from './harness/patience.ts';
import { hurried } from './support/hurried.ts';

/** How a program ended, and all it wrote. */
export interface Outcome {
  code: number | null;
  signal: string | null;
  stdout: string;
  stderr: string;
}

/** How to run the program in {@link runProgram}. */
export interface RunOptions {
  /** What it reads from its input; without it the input is empty and closed. */
  input?: string;
  /** Added to the clean environment; give HOME here to keep it between runs. */
  env?: Variables;
  cwd?: string;
  /** Its clock; that of the machine by default. */
  clock?: ClockOptions;
  /** After this long it counts as hung: it is killed and the run fails. */
  timeoutMs?: number;
  /** In a process of its own, for what only one has: the launcher, signals, locks, real pipes, NODE_OPTIONS. */
  ownProcess?: boolean;
  /** Started in place of the built program, in a process of its own. */
  command?: Command;
  /** Which permissions its files don't get; those of the tests by default. */
  umask?: number;
  /** Permissions of files hold for it, though the tests run as root. */
  underPermissions?: boolean;
  /** Gives it /dev/null to read in place of a pipe, in a process of its own. */
  stdin?: 'pipe' | 'ignore';
}

/**
 * Runs the built program as a script would, with pipes, until it ends. Unless an option asks for a
 * process of its own, that is in one that does run after run: it takes two milliseconds in place of
 * a start of Node.
 */
export async function runProgram(args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  const home = makeHome();
  try {
    return await (needsProcess(options) ? runProcess : runInHost)(home, args, options);
  } finally {
    removeHome(home);
  }
}

function needsProcess({ ownProcess, command, stdin, env }: RunOptions): boolean {
  return ownProcess === true || command !== undefined || stdin === 'ignore' || env?.['NODE_OPTIONS'] !== undefined;
}

async function runInHost(home: string, args: readonly string[], options: RunOptions): Promise<Outcome> {
  const { input = '', cwd = process.cwd(), clock = {}, timeoutMs = PATIENCE_MS, umask } = options;
  const env = cleanEnvironment(home, options.env);
  const task = { args, env, cwd, input, clock, umask };
  const run = options.underPermissions ? hostUnderPermissions.run(task, timeoutMs) : runWithPipes(task, timeoutMs);
  return { signal: null, ...(await run) };
}

async function runProcess(home: string, args: readonly string[], options: RunOptions): Promise<Outcome> {
  const child = start(home, args, options);
  const timeoutMs = options.timeoutMs ?? PATIENCE_MS;
  let isHung = false;
  const timer = setTimeout(() => {
    isHung = true;
    child.kill('SIGKILL');
  }, timeoutMs);
  const [ended, stdout, stderr] = await Promise.all([ending(child), text(child.stdout), text(child.stderr)]).finally(
    () => clearTimeout(timer),
  );
  if (isHung) throw new Error(`still running after ${timeoutMs} ms\n${stdout}\n${stderr}`);
  return { ...ended, stdout, stderr };
}

type Child = ChildProcessWithoutNullStreams | ChildProcessByStdio<null, Readable, Readable>;

function start(home: string, args: readonly string[], options: RunOptions): Child {
  const [file, ...first] = options.command ?? builtProgram;
  const { cwd = process.cwd(), env, clock } = options;
  const settings = { cwd, env: cleanEnvironment(home, { ...(clock?.hurried && hurried), ...env }) };
  if (options.stdin === 'ignore') {
    return spawn(file, [...first, ...args], { ...settings, stdio: ['ignore', 'pipe', 'pipe'] });
  }
  const child = spawn(file, [...first, ...args], settings);
  // A program may end without reading its input; that is no fault of the run.
  child.stdin.on('error', () => {});
  child.stdin.end(options.input ?? '');
  return child;
}

function ending(child: Child): Promise<Pick<Outcome, 'code' | 'signal'>> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
}
