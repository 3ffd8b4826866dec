import { constants } from 'node:os';

const EXIT_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;

type Act = (signal: NodeJS.Signals) => void;

/** What has to be done before a signal ends the program, the latest first. */
const acts: Act[] = [];

/**
 * Does something before a signal ends the program, which then dies of that signal. Node 20 aborts
 * when a SIGHUP handler calls process.exit() after the terminal is gone; dying of the signal itself
 * works on every version, and tells the parent the truth.
 * @returns forgets it again
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

// Once and for all: a signal that came while somebody listened, and is dispatched when nobody does
// any more, would be lost, and the program would live on.
function listen(): void {
  if (!isListening) for (const signal of EXIT_SIGNALS) process.on(signal, die);
  isListening = true;
}

/** Does all that has to be done before a signal ends the program, and has it end the program. */
export function die(signal: NodeJS.Signals): void {
  for (const act of acts.splice(0)) quietly(() => act(signal));
  // Whoever else listens, as Inquirer does, would put the death off, and draw once more on what was given back.
  for (const deadly of EXIT_SIGNALS) process.removeAllListeners(deadly);
  isListening = false;
  endBy(signal, process);
}

/** The parts of Node's `process` that end a program. */
type Process = Pick<NodeJS.Process, 'platform' | 'pid' | 'kill'> & { readonly exit: (code: number) => void };

/**
 * Ends a program by a signal. Windows has no signals: asked for SIGHUP it refuses, and SIGINT ends
 * with exit code 1; there the exit code that a shell would tell is all that can be given.
 */
export function endBy(signal: NodeJS.Signals, { platform, pid, kill, exit }: Process): void {
  if (platform === 'win32') exit(128 + constants.signals[signal]);
  else kill(pid, signal);
}

/** Does what may fail because the terminal is gone already: then there is nothing to give back, and nobody to tell. */
export function quietly(act: () => void): void {
  try {
    act();
  } catch {
    // Nobody is left to tell.
  }
}
