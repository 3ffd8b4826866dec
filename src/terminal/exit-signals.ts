import { ignoreErrors } from '../errors.ts';

/** The signals that end the program. */
const EXIT_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;
type ExitSignal = (typeof EXIT_SIGNALS)[number];

/** Their numbers, which every system has in common. */
const NUMBERS: Readonly<Record<ExitSignal, number>> = { SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGTERM: 15 };

type Act = (signal: NodeJS.Signals) => void;

/** What has to be done before a signal ends the program, the last registered first. */
const acts: Act[] = [];

/**
 * Does something before a signal ends the program. The program is then ended by that very signal:
 * Node 20 aborts if a SIGHUP handler calls process.exit() after the terminal is gone, while this
 * works with every version, and the parent process sees what happened.
 * @returns takes that back
 */
export function onExitSignal(act: Act): () => void {
  listen();
  acts.unshift(act);
  return () => {
    const at = acts.indexOf(act);
    if (at >= 0) acts.splice(at, 1);
  };
}

let isListening = false;

// The handlers stay: a signal that arrives while there is a handler, and is dispatched after it was
// removed, would be lost, and the program would go on.
function listen(): void {
  if (!isListening) for (const signal of EXIT_SIGNALS) process.on(signal, endBySignal);
  isListening = true;
}

/** Does all that has to be done before a signal ends the program, then ends it by that signal. */
export function endBySignal(signal: NodeJS.Signals): void {
  for (const act of acts.splice(0)) ignoreErrors(() => act(signal));
  // Another listener, such as Inquirer's, would delay the end, and draw on the restored terminal once more.
  for (const exitSignal of EXIT_SIGNALS) process.removeAllListeners(exitSignal);
  isListening = false;
  endProcess(signal, process);
}

/** The parts of Node's `process` that end a program. */
type Process = Pick<NodeJS.Process, 'platform' | 'pid' | 'kill'> & { readonly exit: (code: number) => void };

/**
 * Ends a program by a signal. Windows has no signals: SIGHUP fails there, and SIGINT ends with exit
 * code 1, so there it ends with the exit code that a shell reports for the signal.
 */
export function endProcess(signal: NodeJS.Signals, { platform, pid, kill, exit }: Process): void {
  if (platform === 'win32') exit(128 + NUMBERS[signal as ExitSignal]);
  else kill(pid, signal);
}
