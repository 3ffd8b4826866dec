import type { Cursor } from './harness/emulator.ts';
import {
  builtProgram,
  cleanEnvironment,
  makeHome,
  removeHome,
  type Command,
  type Variables,
} from './harness/environment.ts';
import { type Ending, HostedJob, type Job, LoneJob, ShellJob } from './harness/job.ts';
import { keys, type Key } from './harness/keys.ts';
import { BOUNCE_MS } from '../../src/terminal/key-guard.ts';
import { PATIENCE_MS } from './harness/patience.ts';
import type { PseudoTerminal } from './harness/pseudo-terminal.ts';
import { Session } from './harness/session.ts';
import { waitForEnd, waitForStop, waitForText } from './harness/waits.ts';
import type { SteppedClock } from './support/clock.ts';

/** How to start the program in {@link startTerminal}. */
export interface TerminalOptions {
  columns?: number;
  rows?: number;
  /** Added to the clean environment; `undefined` takes a variable away. */
  env?: Variables;
  cwd?: string;
  /** Given to the program through a pipe; its output still goes to the terminal. */
  input?: string;
  /** A file that takes standard output; the keys and standard error stay the terminal's. */
  stdout?: string;
  /** Started in place of the built program. */
  command?: Command;
  /** A shell runs it as a job, for what is stopped, and for what its end must not end. */
  inShell?: boolean;
  /** Its clock; that of the machine by default. */
  clock?: SteppedClock;
  /** In a process of its own, for what only one has: the launcher, signals, its number, what it opens by itself. */
  ownProcess?: boolean;
}

/** After this long a key that is pressed again is meant. */
const AGAIN_MS = BOUNCE_MS + 50;

const open = new Set<Terminal>();

/**
 * Starts the built program in a pseudo-terminal. Unless an option asks for a process of its own, that is in one
 * that has run it before. Close it at the end of the test.
 */
export function startTerminal(args: string[], options: TerminalOptions = {}): Terminal {
  return new Terminal(args, options);
}

/** Closes all terminals that are still open: for `afterEach`. */
export async function closeTerminals(): Promise<void> {
  await Promise.all([...open].map((terminal) => terminal.close()));
}

function needsProcess({ ownProcess, inShell, command, input, stdout, env }: TerminalOptions): boolean {
  const isAsked = ownProcess === true || inShell === true || command !== undefined;
  return isAsked || input !== undefined || stdout !== undefined || env?.['NODE_OPTIONS'] !== undefined;
}

function startAlone(home: string, args: string[], options: TerminalOptions, terminal: PseudoTerminal): Job {
  const { cwd = process.cwd(), input, stdout, inShell = false, clock } = options;
  const [file, ...first] = options.command ?? builtProgram;
  const env = cleanEnvironment(home, { ...clock?.env, ...options.env });
  const task = { command: [file, ...first, ...args] as const, env, cwd, input, stdout };
  return new (inShell ? ShellJob : LoneJob)(task, terminal);
}

function startHosted(home: string, args: string[], options: TerminalOptions, terminal: PseudoTerminal): Job {
  const { cwd = process.cwd(), clock } = options;
  const env = cleanEnvironment(home, options.env);
  return new HostedJob({ args, env, cwd, clock: clock?.inHost ?? {} }, terminal);
}

/** A person at a terminal in which the program runs. */
export class Terminal {
  /** The program's HOME: an empty folder of its own, removed on closing. */
  readonly home = makeHome();
  readonly #session: Session;
  #typed = '';
  /** What is typed waits for this. */
  #before: Promise<void> | undefined;

  constructor(args: string[], options: TerminalOptions) {
    const { columns = 80, rows = 24 } = options;
    const start = needsProcess(options) ? startAlone : startHosted;
    this.#session = new Session((terminal) => start(this.home, args, options, terminal), columns, rows);
    open.add(this);
  }

  /** The visible text: lines without blanks at the end, no empty lines below. */
  screen(): string {
    return this.#session.emulator.screen();
  }

  /** The visible text with all that has scrolled away above it. */
  transcript(): string {
    return this.#session.emulator.transcript();
  }

  /** Everything written to the terminal, escape sequences included. */
  output(): string {
    return this.#session.output;
  }

  cursor(): Cursor {
    return this.#session.emulator.cursor();
  }

  /** The process id of the program itself. */
  pid(): Promise<number> {
    return this.#session.pid;
  }

  /**
   * Types a text. Another n comes after a moment, as from people: sooner it is the second press of a trembling hand.
   * The program is told that the moment is over; only one in a process of its own has to live through it.
   */
  type(text: string): void {
    if (text === 'n' && this.#typed.endsWith(text)) this.#before = this.#moment(this.#before);
    this.#typed = text;
    if (this.#before === undefined) this.send(text);
    else void (this.#before = this.#sendAfter(this.#before, text));
  }

  async #moment(before: Promise<void> | undefined): Promise<void> {
    await before;
    await this.#session.passes(AGAIN_MS);
  }

  async #sendAfter(before: Promise<void>, text: string): Promise<void> {
    await before;
    if (open.has(this)) this.send(text);
  }

  /** Sends bytes at once, however soon after others. */
  send(text: string): void {
    this.#session.send(text);
  }

  press(key: Key): void {
    const isApplication = this.#session.emulator.modes().applicationCursorKeysMode;
    this.type(isApplication ? keys[key].replace('\u001B[', '\u001BO') : keys[key]);
  }

  resize(columns: number, rows: number): void {
    this.#session.resize(columns, rows);
  }

  /** Sends a signal to the program itself, and to no other process of its job. */
  signal(name: NodeJS.Signals): Promise<void> {
    return this.#session.signal(name);
  }

  /** Closes the terminal's window under the program, which gets SIGHUP. */
  hangUp(): Promise<void> {
    return this.#session.hangUp();
  }

  /** Waits until the screen shows a text; fails early if the program ends without it. */
  waitFor(wanted: string | RegExp, timeoutMs = PATIENCE_MS): Promise<void> {
    return waitForText(this.#session, wanted, timeoutMs);
  }

  /** Waits until the program has ended and all it wrote is on the screen. */
  exited(timeoutMs = PATIENCE_MS): Promise<Ending> {
    return waitForEnd(this.#session, timeoutMs);
  }

  /** Waits until the program has stopped itself, as programs do on ctrl+z. */
  stopped(timeoutMs = PATIENCE_MS): Promise<void> {
    return waitForStop(this.#session, timeoutMs);
  }

  /** What the program, ended or stopped, has left changed in the terminal; best nothing. */
  async leftovers(): Promise<string[]> {
    if (this.#session.rest === undefined) throw new Error('still running: await exited() or stopped() first');
    return this.#session.leftovers();
  }

  /** Ends what still runs and takes the home away. */
  async close(): Promise<void> {
    if (!open.delete(this)) return;
    await this.#session.close();
    removeHome(this.home);
  }
}
