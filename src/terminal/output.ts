import { writeSync } from 'node:fs';

/** A place to write to. */
export interface Output {
  /** Writes each line and a line break. */
  readonly lines: (lines: readonly string[]) => void;
  /** Writes a text as it is. */
  readonly text: (text: string) => void;
}

/**
 * Lines written straight to a file descriptor.
 * `process.stdout` would load `stream`, `tty` and `net` (a tenth of a Node start) and lose what is
 * still buffered when the program ends; a synchronous write is complete when it returns.
 */
export function openOutput(descriptor: number): Output {
  const text = (written: string) => {
    if (written !== '') writeAll(descriptor, Buffer.from(written, 'utf8'));
  };
  return { text, lines: (lines) => text(lines.map((line) => `${line}\n`).join('')) };
}

const RETRY_MS = 5;

/**
 * Writes a text that gives the terminal back: a terminal that is slow is waited for, as half of it
 * would leave the cursor hidden, but not for ever.
 * @param patienceMs how long it may refuse @throws when it is gone
 */
export function writeLast(descriptor: number, text: string, patienceMs = 1000): void {
  writeAll(descriptor, Buffer.from(text, 'utf8'), patienceMs / RETRY_MS);
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
