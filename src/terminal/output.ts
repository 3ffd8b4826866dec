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

function writeAll(descriptor: number, bytes: Buffer): void {
  let from = 0;
  while (from < bytes.length) from += writeSome(descriptor, bytes, from);
}

// A pipe whose reader is slow refuses with EAGAIN when something else made it non-blocking.
function writeSome(descriptor: number, bytes: Buffer, from: number): number {
  try {
    return writeSync(descriptor, bytes, from);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    return 0;
  }
}

/** Whether the error says that whoever read the output is gone: `unspasm guide | head -1`. */
export function isClosedPipe(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  return code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED';
}
