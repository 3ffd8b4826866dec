import { PassThrough } from 'node:stream';
import { TO_LAST_ROW } from './escapes.ts';
import { endBySignal } from './exit-signals.ts';
import { bounceNoticer } from './key-guard.ts';
import { type Input, nameOf } from './keys/input.ts';
import { listenToKeys } from './keys/listen.ts';
import type { TerminalHost } from './host.ts';
import { enterRawMode } from './raw-mode.ts';

/** The keys of one run of prompts. */
export interface Keyboard {
  /** A stream of the keys that are pressed from now on, for one prompt. @param takesText whether text can be typed there */
  readonly listen: (takesText: boolean) => PassThrough;
  /** Keys are dropped again until the next prompt listens. */
  readonly mute: () => void;
  readonly close: () => void;
}

/**
 * Keeps raw mode on for all prompts of a run. Inquirer switches it on and off around each prompt; what is typed in
 * between is echoed into the screen, or waits in the terminal and then answers the next prompt before anybody has read
 * it. Here it is dropped.
 * @param screen the stream that shows the prompts
 * @param color whether it gets colour
 * @param elapsed milliseconds since any moment
 */
export function openKeyboard(
  stdin: NodeJS.ReadStream,
  screen: NodeJS.WriteStream & { fd: number },
  color: boolean,
  host: TerminalHost,
  elapsed: () => number,
): Keyboard {
  const terminal = enterRawMode(stdin, { host, descriptor: screen.fd, color, below: TO_LAST_ROW });
  let listener: PassThrough | undefined;
  let events = eventOfKey;
  const bounces = bounceNoticer(elapsed);
  const stop = listenToKeys(stdin, (input) => {
    const name = 'key' in input ? nameOf(input) : 'paste';
    // Noticed between two prompts as well.
    const isBounce = bounces('key' in input ? input.key : 'paste');
    if (name === 'ctrl+z') return terminal.suspend(() => screen.emit('resize'));
    if (listener) return send(listener, events(input), isBounce);
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

/** A key press as Node's readline reports it. */
interface KeypressEvent {
  readonly text: string;
  readonly name: string;
  readonly ctrl: boolean;
  readonly meta: boolean;
}

function send(listener: PassThrough, event: KeypressEvent | undefined, isBounce: boolean): void {
  if (!event) return;
  const { text, ...key } = event;
  listener.emit('keypress', text || undefined, { ...key, shift: false, sequence: text, isBounce });
}

// For a screen that a key answers. A key held with Ctrl or Alt has a different name, so Alt+N is never taken for an N.
function eventOfKey(input: Input): KeypressEvent | undefined {
  if ('pasted' in input) return undefined;
  const name = nameOf(input);
  const ctrl = name === 'ctrl+c';
  return { text: input.text, name: ctrl ? 'c' : readlineName(name), ctrl, meta: false };
}

/** The keys with Ctrl or Alt that readline uses to edit a line: moving and deleting by words, or to an end of the line. */
const FOR_READLINE: ReadonlySet<string> = new Set(
  (
    'ctrl+a ctrl+b ctrl+c ctrl+e ctrl+f ctrl+h ctrl+k ctrl+u ctrl+w ctrl+y ' +
    'ctrl+left ctrl+right ctrl+backspace ctrl+delete alt+b alt+d alt+f alt+backspace alt+delete'
  ).split(' '),
);

// For a line to type in. Other keys must not reach readline: its own Ctrl-Z would leave the terminal in raw mode.
function eventOfText(input: Input): KeypressEvent {
  if ('pasted' in input) return { text: input.pasted, name: 'paste', ctrl: false, meta: false };
  const { key, text, ctrl, alt } = input;
  if (FOR_READLINE.has(nameOf(input))) return { text, name: key, ctrl, meta: alt };
  return { text, name: readlineName(nameOf(input)), ctrl: false, meta: false };
}

function readlineName(name: string): string {
  return name === 'enter' ? 'return' : name;
}
