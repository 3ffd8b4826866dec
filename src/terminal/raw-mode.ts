import { onExitSignal, quietly } from './exit-signals.ts';
import { CLEAR_LINE, RESET_COLORS, SHOW_CURSOR } from './escapes.ts';
import type { TerminalHost } from './host.ts';
import { writeLast } from './output.ts';

/** Who still runs so long after being stopped wasn't. */
const NOT_STOPPED_MS = 300;

/** The terminal while keys arrive one by one, and nothing is echoed. */
export interface RawTerminal {
  /** Gives the terminal back as it was; safe to call twice. */
  readonly restore: () => void;
  /** Stops the program as Ctrl-Z does, the terminal given back. @param resumed called in the foreground again */
  readonly suspend: (resumed: () => void) => void;
}

export interface RawOptions {
  readonly host: TerminalHost;
  /** Of the stream that is drawn on. */
  readonly descriptor: number;
  /** Whether that stream gets colour. */
  readonly color: boolean;
  /** Codes of more than raw mode: what is written to begin, and to give it back. */
  readonly enter?: string;
  readonly leave?: string;
}

/**
 * Puts the keyboard into raw mode and gives it back on every way out: the end, an exception, and
 * the signals, which Inquirer leaves with raw mode on and the cursor hidden.
 */
export function enterRawMode(stdin: NodeJS.ReadStream, options: RawOptions): RawTerminal {
  const { host, descriptor, color, enter = CLEAR_LINE, leave = '\r\n' } = options;
  const write = (text: string) => quietly(() => writeLast(descriptor, text));
  const giveBack = (last: string) => {
    // In this order: out of raw mode a Ctrl-C throws away what is still on its way to the terminal.
    write(host.giveBackModes + last + SHOW_CURSOR + (color ? RESET_COLORS : ''));
    if (stdin.isRaw) quietly(() => stdin.setRawMode(false));
  };
  const takeAgain = () => {
    quietly(() => stdin.setRawMode(true));
    write((options.enter ?? '') + host.takeModes);
  };
  let isOpen = true;
  const close = (last: string) => {
    if (!isOpen) return;
    isOpen = false;
    forget();
    process.removeListener('exit', restore);
    giveBack(last);
    stdin.pause();
  };
  const restore = () => close(options.leave ?? '');
  const forget = onExitSignal(() => close(leave));
  process.once('exit', restore);
  stdin.setRawMode(true);
  // What was typed ahead has been echoed where the first prompt will stand.
  // A terminal may keep other modes for each of its two screens: first the screen, then its modes.
  write(enter + host.takeModes);
  // Once paused, a stream doesn't start again by itself when somebody listens.
  stdin.resume();
  const suspend = (resumed: () => void) => {
    // Windows stops no program.
    if (host.platform === 'win32') return resumed();
    stopHere(
      () => giveBack(options.leave ?? ''),
      () => {
        takeAgain();
        resumed();
      },
    );
  };
  return { restore, suspend };
}

// Nothing stops a program that leads its session, as in a container.
function stopHere(giveBack: () => void, goOn: () => void): void {
  giveBack();
  const resume = () => {
    process.removeListener('SIGCONT', resume);
    clearTimeout(notStopped);
    goOn();
  };
  const notStopped = setTimeout(resume, NOT_STOPPED_MS);
  process.once('SIGCONT', resume);
  process.kill(process.pid, 'SIGTSTP');
}
