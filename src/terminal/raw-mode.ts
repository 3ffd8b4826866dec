import { ignoreErrors } from '../errors.ts';
import { onExitSignal } from './exit-signals.ts';
import { CLEAR_LINE, RESET_COLORS, SHOW_CURSOR } from './escapes.ts';
import type { TerminalHost } from './host.ts';
import { writeLast } from './writer.ts';

/** A program that still runs this long after it stopped itself wasn't stopped. */
const NOT_STOPPED_MS = 300;

/** The terminal in raw mode: keys arrive one by one, and nothing is echoed. */
export interface RawTerminal {
  /** Restores the terminal as it was; safe to call twice. */
  readonly restore: () => void;
  /** Restores the terminal and stops the program, as Ctrl-Z does. @param resumed called once it is in the foreground again */
  readonly suspend: (resumed: () => void) => void;
}

export interface RawOptions {
  readonly host: TerminalHost;
  /** The file descriptor of the stream that is drawn on. */
  readonly descriptor: number;
  /** Whether that stream gets colour. */
  readonly color: boolean;
  /** Codes that are written in addition, on entry and on the way out. */
  readonly enter?: string;
  readonly leave?: string;
  /** Moves below what is drawn, where the program is stopped or ended in the middle of it. */
  readonly below?: string;
}

/**
 * Puts the keyboard into raw mode, and restores it on every way out: the end, an exception, and the signals, on which
 * Inquirer would leave raw mode on and the cursor hidden.
 */
export function enterRawMode(stdin: NodeJS.ReadStream, options: RawOptions): RawTerminal {
  const { host, descriptor, color, enter = CLEAR_LINE, leave = '\r\n', below = '' } = options;
  const write = (text: string) => ignoreErrors(() => writeLast(descriptor, text));
  const giveBack = (last: string) => {
    // The order matters: outside raw mode a Ctrl-C throws away what is still on its way to the terminal.
    write(host.giveBackModes + last + SHOW_CURSOR + (color ? RESET_COLORS : ''));
    if (stdin.isRaw) ignoreErrors(() => stdin.setRawMode(false));
  };
  const takeAgain = () => {
    ignoreErrors(() => stdin.setRawMode(true));
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
  const forget = onExitSignal(() => close(below + leave));
  process.once('exit', restore);
  stdin.setRawMode(true);
  // What was typed ahead has been echoed where the first prompt will be.
  // A terminal may have different modes for each of its two screens: first the screen, then its modes.
  write(enter + host.takeModes);
  // A paused stream doesn't resume by itself when a listener is added.
  stdin.resume();
  const suspend = (resumed: () => void) => {
    // Windows can't stop programs.
    if (host.platform === 'win32') return resumed();
    stopHere(
      () => giveBack(below + (options.leave ?? '')),
      () => {
        takeAgain();
        resumed();
      },
    );
  };
  return { restore, suspend };
}

// A program that leads its session, as in a container, can't be stopped.
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
