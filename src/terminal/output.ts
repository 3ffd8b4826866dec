import { writeSync } from 'node:fs';
import { harmlessJson, linesToTerminal, toTerminal } from '../text/sanitize.ts';

/** Where text goes as it is: a descriptor, or the memory of a test. */
export interface Sink {
  readonly isTerminal: boolean;
  /** Writes a text as it is. Nothing from outside may be in it: what may have some goes through {@link openOutput}. */
  readonly text: (text: string) => void;
}

/** The door that everything goes through on its way out. */
export interface Output {
  /**
   * Writes each line and a line break, for people: whatever in them isn't ours is harmless, in a pipe as well.
   * A line break within one comes from elsewhere, and is a space.
   */
  readonly lines: (lines: readonly string[]) => void;
  /** Writes a document: into a pipe or a file as it is, to a terminal as {@link documentToTerminal} makes it. */
  readonly document: (text: string, isJson?: boolean) => void;
}

/** Opens the door to a place. */
export function openOutput(sink: Sink): Output {
  return {
    lines: (lines) => sink.text(lines.map((line) => `${toTerminal(line)}\n`).join('')),
    document: (text, isJson) => sink.text(sink.isTerminal ? documentToTerminal(text, isJson) : text),
  };
}

/** A document as it is written to a terminal: nothing in it steers that, and JSON means the same as before. */
export function documentToTerminal(text: string, isJson = false): string {
  return isJson ? harmlessJson(text) : linesToTerminal(text);
}

/** A console of Windows: it takes bytes to be in its code page, and only a stream gives it letters. */
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

/** Node writes pieces up to this size at once, and longer ones later: 16 KB, of three bytes for each unit. */
const AT_ONCE = 5_000;

function writeToConsole(console: Console, text: string): void {
  for (let from = 0; from < text.length;) {
    // Half of a pair would be no letter.
    const isSplit = /[\uD800-\uDBFF]/.test(text.charAt(from + AT_ONCE - 1));
    const to = from + AT_ONCE - (isSplit ? 1 : 0);
    console.write(text.slice(from, to));
    from = to;
  }
}

const RETRY_MS = 5;

/**
 * Writes a text that gives the terminal back: a terminal that is slow is waited for, as half of it
 * would leave the cursor hidden, but not for ever.
 * @param patienceMs how long it may refuse @throws when it is gone
 */
export function writeLast(descriptor: number, text: string, patienceMs = 1000): void {
  const console = consoleAt(descriptor);
  if (console) writeToConsole(console, text);
  else writeAll(descriptor, Buffer.from(text, 'utf8'), patienceMs / RETRY_MS);
}

function writeAll(descriptor: number, bytes: Buffer, retries = Infinity): void {
  let left = retries;
  for (let from = 0; from < bytes.length && left > 0;) {
    const written = writeSome(descriptor, bytes, from);
    from += written;
    if (written === 0) left -= 1;
  }
}

// A pipe whose reader is slow refuses with EAGAIN when something else made it non-blocking.
function writeSome(descriptor: number, bytes: Buffer, from: number): number {
  try {
    return writeSync(descriptor, bytes, from);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS);
    return 0;
  }
}

/** Whether the error says that whoever read the output is gone: `unspasm guide | head -1`. */
export function isClosedPipe(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  return code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED';
}
