import { writeSync } from 'node:fs';
import { sleep } from '../system/patiently.ts';

/** Where text is written unchanged: a file descriptor, or the memory of a test. */
export interface Sink {
  readonly isTerminal: boolean;
  /** Writes a text unchanged. Text that may contain something from outside goes through `openOutput` instead. */
  readonly text: (text: string) => void;
}

/** A console of Windows. It reads bytes in its code page; only a stream gives it Unicode. */
type Console = Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;

/**
 * Writes text straight to a file descriptor.
 * `process.stdout` would load `stream`, `tty` and `net` (a tenth of a Node start) and lose what is
 * still buffered when the program ends; a synchronous write is complete when it returns. On Windows
 * a console gets its text through its stream, which writes at once there.
 */
export function writerTo(
  descriptor: number,
  console: Console | undefined = consoleAt(descriptor),
): (text: string) => void {
  if (console) return (text) => writeToConsole(console, text);
  return (text) => {
    if (text !== '') writeAll(descriptor, Buffer.from(text, 'utf8'));
  };
}

function consoleAt(descriptor: number): Console | undefined {
  if (process.platform !== 'win32') return undefined;
  const stream = descriptor === 1 ? process.stdout : descriptor === 2 ? process.stderr : undefined;
  return stream?.isTTY ? stream : undefined;
}

/** Node writes pieces up to this size synchronously, and longer ones later: 16 KB, at three bytes per unit. */
const AT_ONCE = 5_000;

function writeToConsole(console: Console, text: string): void {
  for (let from = 0; from < text.length;) {
    // A surrogate pair must not be divided.
    const isSplit = /[\uD800-\uDBFF]/.test(text.charAt(from + AT_ONCE - 1));
    const to = from + AT_ONCE - (isSplit ? 1 : 0);
    console.write(text.slice(from, to));
    from = to;
  }
}

const RETRY_MS = 5;

/**
 * Writes a text that restores the terminal. Half of it would leave the cursor hidden, so a slow terminal is waited for,
 * but not for ever.
 * @param patienceMs how long it may refuse, in milliseconds @throws when the terminal is gone
 */
export function writeLast(descriptor: number, text: string, patienceMs = 1000): void {
  const console = consoleAt(descriptor);
  if (console) writeToConsole(console, text);
  else writeAll(descriptor, Buffer.from(text, 'utf8'), patienceMs / RETRY_MS);
}

/** Writes all bytes to a file descriptor, however slow its reader is. @param retries how often it may refuse */
export function writeAll(descriptor: number, bytes: Buffer, retries = Infinity): void {
  let left = retries;
  for (let from = 0; from < bytes.length && left > 0;) {
    const written = writeSome(descriptor, bytes, from);
    from += written;
    if (written === 0) left -= 1;
  }
}

// A pipe with a slow reader refuses with EAGAIN if another program made it non-blocking.
function writeSome(descriptor: number, bytes: Buffer, from: number): number {
  try {
    return writeSync(descriptor, bytes, from);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    sleep(RETRY_MS);
    return 0;
  }
}

/** Whether the error says that the reader of the output is gone, as in `unspasm guide | head -1`. */
export function isClosedPipe(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  return code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED';
}
