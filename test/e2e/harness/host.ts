import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { NODE_FLAGS } from '../../node-flags.ts';
import { type Command, withoutPowers } from './environment.ts';

/** One run of the program in a host, with pipes or in a terminal. */
export type HostTask = {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly clock: ClockOptions;
  /** Which permissions its files don't get; those of the tests by default. */
  readonly umask?: number | undefined;
} & ({ readonly input: string } | { readonly terminalPath: string });

/** The clock of a run. */
export interface ClockOptions {
  /** The moment at which it begins, in milliseconds since 1970; now by default. */
  readonly from?: number | undefined;
  /** Nothing is waited for: the clock jumps to what comes next. */
  readonly hurried?: boolean | undefined;
  /** The clock is stepped by hand: it listens on this socket. */
  readonly socket?: string | undefined;
}

/** How a run with pipes ended, and all it wrote. */
export interface HostOutcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const NODE: Command = [process.execPath, ...NODE_FLAGS];
const script = fileURLToPath(new URL('./host.cjs', import.meta.url));

/** A run that is going on in a host. */
export interface HostRun {
  /** How it ended; by a signal where that ended the host. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null }>;
  readonly pid: number;
  /** Tells it that its window has another size. */
  resized(): void;
  /** Lets it measure that so many milliseconds have gone by. */
  passes(ms: number): Promise<void>;
}

/** The hosts of this worker. */
const hosts: Host[] = [];

// Few have to start, and what one has learned to do quickly serves all its runs.
function freeHost(): Host {
  let free = hosts.find(({ isBusy }) => !isBusy);
  if (free === undefined) hosts.push((free = new Host()));
  return free;
}

/** Runs the built program in a terminal. Several can run at once. */
export function runInTerminal(task: HostTask & { readonly terminalPath: string }): HostRun {
  return freeHost().begin(task);
}

let lastWithPipes: Promise<unknown> = Promise.resolve();

/**
 * Runs the built program with pipes, one run after the other.
 * @param timeoutMs after this long it counts as hung, and its process is killed
 */
export function runWithPipes(task: HostTask & { readonly input: string }, timeoutMs: number): Promise<HostOutcome> {
  const outcome = lastWithPipes.then(() => freeHost().run(task, timeoutMs));
  lastWithPipes = outcome.catch(() => {});
  return outcome;
}

/** A process that runs the built program again and again, one run after the other. */
export class Host {
  isBusy = false;
  readonly #command: Command;
  #child: ChildProcess | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(command: Command = NODE) {
    this.#command = command;
  }

  /** Begins a run at once: nothing else may run in this host. */
  begin(task: HostTask): HostRun {
    const child = (this.#child ??= this.#start());
    this.isBusy = true;
    const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) => {
      const settle = (code: number | null, signal: string | null) => {
        child.off('message', onMessage).off('exit', settle);
        this.isBusy = false;
        resolve({ code, signal });
      };
      const onMessage = (message: object) => 'code' in message && settle(message.code as number, null);
      child.on('message', onMessage).on('exit', settle);
    });
    child.send(task);
    const passes = (ms: number) =>
      new Promise<void>((resolve) => {
        const onMessage = (message: object) => {
          if ('passed' in message || 'code' in message) settle();
        };
        const settle = () => {
          child.off('message', onMessage).off('exit', settle);
          resolve();
        };
        child.on('message', onMessage).on('exit', settle);
        if (child.connected) child.send({ passes: ms });
        else settle();
      });
    return { ended, pid: child.pid!, resized: () => void (child.connected && child.send('resized')), passes };
  }

  /** @param timeoutMs after this long the run counts as hung, and its process is killed */
  run(task: HostTask, timeoutMs: number): Promise<HostOutcome> {
    const outcome = this.#last.then(() => this.#runNow(task, timeoutMs));
    this.#last = outcome.catch(() => {});
    return outcome;
  }

  #runNow(task: HostTask, timeoutMs: number): Promise<HostOutcome> {
    const child = (this.#child ??= this.#start());
    this.isBusy = true;
    return new Promise((resolve, reject) => {
      const settle = (act: () => void) => {
        this.isBusy = false;
        clearTimeout(timer);
        child.off('message', onMessage).off('exit', onExit);
        act();
      };
      const onMessage = (outcome: HostOutcome) => settle(() => resolve(outcome));
      const onExit = () => settle(() => reject(new Error(`the process of unspasm ${task.args.join(' ')} is gone`)));
      const timer = setTimeout(() => {
        child.kill('SIGKILL');
        settle(() => reject(new Error(`still running after ${timeoutMs} ms: unspasm ${task.args.join(' ')}`)));
      }, timeoutMs);
      child.on('message', onMessage).on('exit', onExit);
      child.send(task);
    });
  }

  /** Ends its process. */
  close(): void {
    this.#child?.disconnect();
  }

  #start(): ChildProcess {
    const [file, ...first] = this.#command;
    const child = spawn(file, [...first, script], { env: {}, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const forget = () => {
      if (this.#child === child) this.#child = undefined;
    };
    child.once('exit', forget).once('disconnect', forget);
    // It ends with the worker that runs the tests, and doesn't keep it from ending.
    child.unref();
    child.channel?.unref();
    return child;
  }
}

/** A host for whose runs the permissions of files hold. */
export const hostUnderPermissions = new Host(withoutPowers(...NODE));
