import { PassThrough } from 'node:stream';
import { die } from './death.ts';
import { type Input, nameOf } from './keys/input.ts';
import { listenToKeys } from './keys/listen.ts';
import type { TerminalHost } from './host.ts';
import { enterRawMode } from './raw-mode.ts';

/** The keys of one run of prompts. */
export interface Keyboard {
  /** A stream of the keys that are pressed from now on, for one prompt. */
  readonly listen: () => PassThrough;
  /** Keys are dropped again until the next prompt listens. */
  readonly mute: () => void;
  readonly close: () => void;
}

/**
 * Owns raw mode for all the prompts of a run. Inquirer switches it on and off around each prompt;
 * what is typed in between is echoed into the screen, or waits in the terminal and then answers
 * the next prompt unread. Here it is dropped.
 * @param screen the stream that shows the prompts
 * @param color whether it gets colour
 */
export function openKeyboard(
  stdin: NodeJS.ReadStream,
  screen: NodeJS.WriteStream & { fd: number },
  color: boolean,
  host: TerminalHost,
): Keyboard {
  const terminal = enterRawMode(stdin, { host, descriptor: screen.fd, color });
  let listener: PassThrough | undefined;
  const stop = listenToKeys(stdin, (input) => {
    const name = 'key' in input ? nameOf(input) : 'paste';
    if (name === 'ctrl+z') return terminal.suspend(() => screen.emit('resize'));
    if (listener) return press(listener, input);
    if (name === 'ctrl+c') die('SIGINT');
  });
  return {
    listen: () => (listener = new PassThrough()),
    mute: () => (listener = undefined),
    close: () => {
      stop();
      terminal.restore();
    },
  };
}

/** Keys held with Ctrl that readline itself acts on: leaving, and erasing the line or its last word. */
const FOR_READLINE: ReadonlySet<string> = new Set(['c', 'u', 'w']);

// The events that readline would make of the bytes, if it knew all that a terminal can send. Any other key held
// with Ctrl or Alt gets a name of its own, so that no prompt takes Alt+N for an N.
function press(listener: PassThrough, input: Input): void {
  if ('pasted' in input) return void listener.emit('keypress', input.pasted, { name: 'paste', sequence: input.pasted });
  const { key, text, ctrl, alt } = input;
  const isForReadline = !alt && (!ctrl || FOR_READLINE.has(key));
  const name = key === 'enter' ? 'return' : isForReadline ? key : nameOf(input);
  // A key that types nothing must not read as what it types.
  const sequence = text === '' ? `\u001B${name}` : text;
  listener.emit('keypress', text || undefined, {
    name,
    sequence,
    ctrl: ctrl && isForReadline,
    meta: alt,
    shift: false,
  });
}
