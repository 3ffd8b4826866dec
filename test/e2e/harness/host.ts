import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** One run of the program in the host. */
export interface HostTask {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly input: string;
  readonly clock: ClockOptions;
}

/** The clock of a run. */
export interface ClockOptions {
  /** The moment at which it begins, in milliseconds since 1970; now by default. */
  readonly from?: number | undefined;
  /** Nothing is waited for: the clock jumps to what comes next. */
  readonly hurried?: boolean | undefined;
}

/** How a run ended, and all it wrote. */
export interface HostOutcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const script = fileURLToPath(new URL('./host.cjs', import.meta.url));

/** A process that runs the built program again and again, one run after the other. */
class Host {
  #child: ChildProcess | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /** @param timeoutMs after this long the run counts as hung, and its process is killed */
  run(task: HostTask, timeoutMs: number): Promise<HostOutcome> {
    const outcome = this.#last.then(() => this.#runNow(task, timeoutMs));
    this.#last = outcome.catch(() => {});
    return outcome;
  }

  #runNow(task: HostTask, timeoutMs: number): Promise<HostOutcome> {
    const child = (this.#child ??= this.#start());
    return new Promise((resolve, reject) => {
      const settle = (act: () => void) => {
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

  #start(): ChildProcess {
    const child = fork(script, { env: {}, execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
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

/** The host of this worker. */
export const host = new Host();
