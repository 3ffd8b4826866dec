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
import { PATIENCE_MS } from './harness/patience.ts';

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
  /** Gives it /dev/null to read in place of a pipe. */
  stdin?: 'pipe' | 'ignore';
  /** Added to the clean environment; give HOME here to keep it between runs. */
  env?: Variables;
  cwd?: string;
  /** Started in place of the built program. */
  command?: Command;
  /** After this long it counts as hung: it is killed and the run fails. */
  timeoutMs?: number;
}

/** Runs the built program with pipes, as a script would, until it ends. */
export async function runProgram(args: string[], options: RunOptions = {}): Promise<Outcome> {
  const home = makeHome();
  try {
    return await runAt(home, args, options);
  } finally {
    removeHome(home);
  }
}

async function runAt(home: string, args: string[], options: RunOptions): Promise<Outcome> {
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

function start(home: string, args: string[], options: RunOptions): Child {
  const [file, ...first] = options.command ?? builtProgram;
  const { cwd = process.cwd(), env } = options;
  const settings = { cwd, env: cleanEnvironment(home, env) };
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
