import { PassThrough } from 'node:stream';
import { endBySignal } from './exit-signals.ts';
import { type Input, nameOf } from './keys/input.ts';
import { listenToKeys } from './keys/listen.ts';
import type { TerminalHost } from './host.ts';
import { enterRawMode } from './raw-mode.ts';

/** The keys of one run of prompts. */
export interface Keyboard {
  /** A stream of the keys that are pressed from now on, for one prompt. @param takesText whether it takes words */
  readonly listen: (takesText: boolean) => PassThrough;
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
  let events = eventOfKey;
  const stop = listenToKeys(stdin, (input) => {
    const name = 'key' in input ? nameOf(input) : 'paste';
    if (name === 'ctrl+z') return terminal.suspend(() => screen.emit('resize'));
    if (listener) return send(listener, events(input));
    if (name === 'ctrl+c') endBySignal('SIGINT');
  });
  return {
    listen: (takesText) => {
      events = takesText ? eventOfText : eventOfKey;
      return (listener = new PassThrough());
    },
    mute: () => (listener = undefined),
    close: () => {
      stop();
      terminal.restore();
    },
  };
}

/** A key press as Node's readline makes it of bytes. */
interface KeypressEvent {
  readonly text: string;
  readonly name: string;
  readonly ctrl: boolean;
  readonly meta: boolean;
}

function send(listener: PassThrough, event: KeypressEvent | undefined): void {
  if (!event) return;
  const { text, ...key } = event;
  listener.emit('keypress', text || undefined, { ...key, shift: false, sequence: text });
}

// A screen that is answered by a key. Held with Ctrl or Alt a key has another name, so that none takes Alt+N for an N.
function eventOfKey(input: Input): KeypressEvent | undefined {
  if ('pasted' in input) return undefined;
  const name = nameOf(input);
  const ctrl = name === 'ctrl+c';
  return { text: input.text, name: ctrl ? 'c' : readlineName(name), ctrl, meta: false };
}

/** What readline does in a line with Ctrl or Alt held: moving and erasing by words, or to an end of the line. */
const FOR_READLINE: ReadonlySet<string> = new Set(
  (
    'ctrl+a ctrl+b ctrl+c ctrl+e ctrl+f ctrl+h ctrl+k ctrl+u ctrl+w ctrl+y ' +
    'ctrl+left ctrl+right ctrl+backspace ctrl+delete alt+b alt+d alt+f alt+backspace alt+delete'
  ).split(' '),
);

// A line to type in. What readline doesn't know here must not reach it: its Ctrl-Z would leave the terminal raw.
function eventOfText(input: Input): KeypressEvent {
  if ('pasted' in input) return { text: input.pasted, name: 'paste', ctrl: false, meta: false };
  const { key, text, ctrl, alt } = input;
  if (FOR_READLINE.has(nameOf(input))) return { text, name: key, ctrl, meta: alt };
  return { text, name: readlineName(nameOf(input)), ctrl: false, meta: false };
}

function readlineName(name: string): string {
  return name === 'enter' ? 'return' : name;
}
