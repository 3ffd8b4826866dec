import { spawn, type ChildProcess, type IOType } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { Command } from './environment.ts';
import { type ClockOptions, type HostRun, runInTerminal } from './host.ts';
import type { PseudoTerminal } from './pseudo-terminal.ts';
import { toolPath } from './tools.ts';

/** What runs in a terminal, and how. */
export interface Task {
  readonly command: Command;
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** Given to the program through a pipe in place of the terminal's keys. */
  readonly input?: string | undefined;
  /** A file that takes the program's standard output in place of the screen. */
  readonly stdout?: string | undefined;
}

/** How a program ended: with an exit code or by a signal. */
export interface Ending {
  readonly code: number | null;
  readonly signal: string | null;
}

/** A program in a terminal. */
export interface Job {
  readonly pid: Promise<number>;
  readonly ended: Promise<Ending>;
  /** Lets the program go on after it stopped. */
  resume(): Promise<void>;
  /** The window has another size: where the kernel doesn't tell the program, this does. */
  resized(): void;
  /** Lets the program measure that so many milliseconds have gone by. */
  passes(ms: number): Promise<void>;
  /** Ends what still runs. Resolves once it is gone. */
  close(): Promise<void>;
}

/** A program that has the terminal to itself: one that a window is opened for. */
export class LoneJob implements Job {
  readonly pid: Promise<number>;
  readonly ended: Promise<Ending>;
  readonly #child: ChildProcess;

  constructor(task: Task, terminal: PseudoTerminal) {
    this.#child = start(task, terminal, programOf(task));
    this.ended = new Promise((resolve) => {
      this.#child.once('exit', (code, signal) => resolve({ code, signal }));
    });
    this.pid = Promise.resolve(this.#child.pid!);
  }

  async resume(): Promise<void> {
    kill(await this.pid, 'SIGCONT');
  }

  resized(): void {}

  passes(ms: number): Promise<void> {
    return pause(ms);
  }

  async close(): Promise<void> {
    kill(-this.#child.pid!, 'SIGKILL');
    await this.ended;
  }
}

// As an interactive shell does it: the program gets a job of its own. It tells on 3 which process that is and how
// it ended, brings the job back to the foreground for each line that it reads there, and stays to the end of 3.
// A function that calls itself, because bash leaves a loop in which a job stops.
const SHELL = `
stopped=$((128 + $(kill -l TSTP)))
go_on() { [ "$code" = "$stopped" ] || return; read -r go <&3 || exit; fg >/dev/null; code=$?; go_on; }
sh -c 'echo "$$" >&3; exec "$@" 3>&-' sh "$@"
code=$?
go_on
echo "$code" >&3
read -r go <&3`;

/**
 * A program that a shell runs in the terminal. Without a shell the kernel lets no SIGTSTP through, and with the end of
 * a program that has the terminal to itself it ends what the program started, too. A signal shows as it does in
 * a shell: as an exit code of 128 and its number.
 */
export class ShellJob implements Job {
  readonly pid: Promise<number>;
  readonly ended: Promise<Ending>;
  readonly #shell: ChildProcess;
  readonly #link: Duplex;

  constructor(task: Task, terminal: PseudoTerminal) {
    const bash = [toolPath('bash'), '-m', '-c', SHELL, 'bash'];
    this.#shell = start(task, terminal, [...bash, ...programOf(task)], ['pipe']);
    this.#link = this.#shell.stdio[3] as Duplex;
    const said = createInterface({ input: this.#link })[Symbol.asyncIterator]();
    const next = async () => Number((await said.next()).value);
    this.pid = next();
    this.ended = this.#ending(next);
  }

  async #ending(next: () => Promise<number>): Promise<Ending> {
    await this.pid;
    return { code: await next(), signal: null };
  }

  resume(): Promise<void> {
    this.#link.write('\n');
    return Promise.resolve();
  }

  resized(): void {}

  passes(ms: number): Promise<void> {
    return pause(ms);
  }

  async close(): Promise<void> {
    const gone = new Promise((resolve) => this.#shell.once('close', resolve));
    kill(-(await this.pid), 'SIGKILL');
    this.#link.end();
    await gone;
  }
}

/** How to run the built program in a process that has run it before. */
export interface HostedTask extends Pick<Task, 'env' | 'cwd'> {
  readonly args: readonly string[];
  readonly clock: ClockOptions;
}

/** What has a program end: Ctrl-C in raw mode, the end of the input where lines are read. */
const LEAVE = '\u0003\u0004';
/** Who hasn't left by then is ended, together with its process. */
const LEAVING_MS = 2000;

/** A program in a process that has run it before, and will again: starting Node costs ten times what most runs do. */
export class HostedJob implements Job {
  readonly ended: Promise<Ending>;
  readonly #run: HostRun;
  readonly #terminal: PseudoTerminal;
  #isOver = false;

  constructor({ args, env, cwd, clock }: HostedTask, terminal: PseudoTerminal) {
    this.#terminal = terminal;
    this.#run = runInTerminal({ args, env, cwd, clock, terminalPath: terminal.path });
    this.ended = this.#run.ended.finally(() => (this.#isOver = true));
  }

  get pid(): Promise<number> {
    return Promise.reject(new Error('this program has no process of its own: start it with ownProcess'));
  }

  resume(): Promise<void> {
    return this.pid.then(() => {});
  }

  resized(): void {
    this.#run.resized();
  }

  async passes(ms: number): Promise<void> {
    if (!this.#isOver) await this.#run.passes(ms);
  }

  async close(): Promise<void> {
    if (this.#isOver) return;
    this.#terminal.type(LEAVE);
    const timer = setTimeout(() => kill(this.#run.pid, 'SIGKILL'), LEAVING_MS);
    await this.ended.finally(() => clearTimeout(timer));
  }
}

// A session gets its terminal by opening it.
const TAKE_TERMINAL = ': <>"$0"; exec "$@"';

function start(task: Task, terminal: PseudoTerminal, command: readonly string[], more: IOType[] = []): ChildProcess {
  const screen = terminal.open();
  const output = task.stdout === undefined ? screen : openSync(task.stdout, 'w');
  const child = spawn('/bin/sh', ['-c', TAKE_TERMINAL, terminal.path, ...command], {
    // Nobody's settings have a say in the shells; the program gets its own environment.
    env: {},
    cwd: task.cwd,
    detached: true,
    stdio: [task.input === undefined ? screen : 'pipe', output, screen, ...more],
  });
  child.stdin?.on('error', () => {}).end(task.input);
  for (const file of new Set([screen, output])) closeSync(file);
  return child;
}

// Shells add variables of their own to an environment.
function programOf({ command, env }: Task): readonly string[] {
  return ['/usr/bin/env', '-i', ...Object.entries(env).map(([name, value]) => `${name}=${value}`), ...command];
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It is gone.
  }
}
