import { PassThrough } from 'node:stream';
import { enterRawMode } from './raw-mode.ts';

/** The keys of one run of prompts. */
export interface Keyboard {
  /** A stream of the keys that are pressed from now on, for one prompt. */
  readonly listen: () => PassThrough;
  /** Keys are dropped again until the next prompt listens. */
  readonly mute: () => void;
  readonly close: () => void;
}

const CTRL_C = 0x03;
const CTRL_D = 0x04;
const CTRL_Z = 0x1a;

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
): Keyboard {
  const terminal = enterRawMode(stdin, { descriptor: screen.fd, color });
  let listener: PassThrough | undefined;
  const forward = (bytes: Buffer) => {
    if (bytes.includes(CTRL_Z)) return terminal.suspend(() => screen.emit('resize'));
    // Ctrl-D would close Inquirer's line reader without settling its prompt: it leaves as Ctrl-C does.
    if (listener) return void listener.write(bytes.map((byte) => (byte === CTRL_D ? CTRL_C : byte)));
    if (bytes.includes(CTRL_C)) process.kill(process.pid, 'SIGINT');
  };
  const end = () => forward(Buffer.from([CTRL_C]));
  stdin.on('data', forward).once('end', end);
  return {
    listen: () => (listener = new PassThrough()),
    mute: () => (listener = undefined),
    close: () => {
      stdin.removeListener('data', forward).removeListener('end', end);
      terminal.restore();
    },
  };
}
