import { writeSync } from 'node:fs';
import { SHOW_CURSOR } from './escapes.ts';

const DEADLY = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;
const RESET_COLORS = '\u001B[0m';
/** Who still runs so long after being stopped wasn't. */
const NOT_STOPPED_MS = 300;
const CLEAR_LINE = '\r\u001B[K';

/** The terminal while it shows prompts: keys arrive one by one, and nothing is echoed. */
export interface RawTerminal {
  /** Gives the terminal back as it was; safe to call twice. */
  readonly restore: () => void;
  /** Stops the program as Ctrl-Z does, the terminal given back. @param resumed called in the foreground again */
  readonly suspend: (resumed: () => void) => void;
}

/**
 * Puts the keyboard into raw mode and gives it back on every way out: the end of the prompts, an
 * exception, and the signals, which Inquirer leaves with raw mode on and the cursor hidden.
 * @param descriptor of the stream that shows the prompts
 * @param color whether that stream gets colour
 */
export function enterRawMode(stdin: NodeJS.ReadStream, descriptor: number, color: boolean): RawTerminal {
  const giveBack = () => {
    if (stdin.isRaw) quietly(() => stdin.setRawMode(false));
    quietly(() => writeSync(descriptor, SHOW_CURSOR + (color ? RESET_COLORS : '')));
  };
  const restore = () => {
    for (const signal of DEADLY) process.removeListener(signal, dieOf);
    process.removeListener('exit', restore);
    giveBack();
    stdin.pause();
  };
  // Node 20 aborts when a SIGHUP handler calls process.exit() after the terminal is gone. Dying of
  // the signal itself works on every version, and tells the parent the truth.
  const dieOf = (signal: NodeJS.Signals) => {
    quietly(() => writeSync(descriptor, '\r\n'));
    restore();
    process.kill(process.pid, signal);
  };
  const suspend = (resumed: () => void) => {
    // Windows stops no program; and nothing stops one that leads its session, as in a container.
    if (process.platform === 'win32') return;
    giveBack();
    const resume = () => {
      process.removeListener('SIGCONT', resume);
      clearTimeout(notStopped);
      quietly(() => stdin.setRawMode(true));
      resumed();
    };
    const notStopped = setTimeout(resume, NOT_STOPPED_MS);
    process.once('SIGCONT', resume);
    process.kill(process.pid, 'SIGTSTP');
  };
  for (const signal of DEADLY) process.on(signal, dieOf);
  process.once('exit', restore);
  stdin.setRawMode(true);
  // What was typed ahead has been echoed where the first prompt will stand.
  quietly(() => writeSync(descriptor, CLEAR_LINE));
  // Once paused, a stream doesn't start again by itself when somebody listens.
  stdin.resume();
  return { restore, suspend };
}

// The terminal may be gone already; then there is nothing to give back.
function quietly(act: () => void): void {
  try {
    act();
  } catch {
    // Nobody is left to tell.
  }
}
