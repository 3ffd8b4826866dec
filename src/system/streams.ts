import { fstatSync, readFileSync, statSync } from 'node:fs';
import type { StreamFacts } from '../terminal/capabilities.ts';
import { type Sink, writeAll, writerTo } from '../terminal/writer.ts';

/** Where the program reads. */
export interface StandardInput {
  readonly isTerminal: boolean;
  /** The input as a stream; opened when it is first used. */
  readonly stream: NodeJS.ReadStream;
  /** The whole input up to its end. @throws like reading a file */
  readonly readAll: () => string;
  /** The same as bytes; absent where the input is a text anyway. */
  readonly readBytes?: () => Uint8Array;
}

/** Where the program writes. */
export interface StandardOutput extends Sink {
  /** For code that needs a stream, and for the size of the window; opened when it is first used. */
  readonly stream: NodeJS.WriteStream & { readonly fd: number };
  /** Writes what isn't text; absent where there can only be text. */
  readonly bytes?: (bytes: Buffer) => void;
}

/** The input of this process. */
export const standardInput: StandardInput = {
  get isTerminal() {
    return isTerminal(0);
  },
  get stream() {
    return process.stdin;
  },
  readAll: () => readFileSync(0, 'utf8'),
  readBytes: () => readFileSync(0),
};

/** Standard output (1) or standard error (2) of this process. */
export function standardOutput(descriptor: 1 | 2): StandardOutput {
  let known: boolean | undefined;
  return {
    text: writerTo(descriptor),
    bytes: (bytes) => writeAll(descriptor, bytes),
    get isTerminal() {
      return (known ??= isTerminal(descriptor));
    },
    get stream() {
      return streamOf(descriptor);
    },
  };
}

/** Finds out which of the three streams are terminals, and the size of the window. */
export function findStreams(runtime: {
  readonly stdin: StandardInput;
  readonly stdout: StandardOutput;
  readonly stderr: StandardOutput;
}): StreamFacts {
  const [stdin, stdout, stderr] = [runtime.stdin.isTerminal, runtime.stdout.isTerminal, runtime.stderr.isTerminal];
  const screen = stdout ? runtime.stdout.stream : stderr ? runtime.stderr.stream : undefined;
  return { stdin, stdout, stderr, ...(screen?.columns && { columns: screen.columns, rows: screen.rows }) };
}

// `tty.isatty` and `process.stdin` cost a tenth of a Node start. A system call already shows that a file, a pipe or
// /dev/null isn't a terminal.
function isTerminal(descriptor: 0 | 1 | 2): boolean {
  if (process.platform !== 'win32' && !isDevice(descriptor)) return false;
  const stream: { readonly isTTY?: boolean } = descriptor === 0 ? process.stdin : streamOf(descriptor);
  return stream.isTTY === true;
}

function streamOf(descriptor: 1 | 2) {
  return descriptor === 1 ? process.stdout : process.stderr;
}

// /dev/null is a device as well.
function isDevice(descriptor: number): boolean {
  try {
    const facts = fstatSync(descriptor);
    return facts.isCharacterDevice() && facts.rdev !== statSync('/dev/null').rdev;
  } catch {
    return false;
  }
}
