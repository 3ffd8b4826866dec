import { fstatSync, readFileSync, statSync } from 'node:fs';
import type { StreamFacts } from '../terminal/capabilities.ts';
import { CannotError } from '../errors.ts';

/** Finds out which of the three streams are terminals, and how big the window is. */
export function findStreams(): StreamFacts {
  const [stdin, stdout, stderr] = [isTerminal(0), isTerminal(1), isTerminal(2)];
  const screen = stdout ? process.stdout : stderr ? process.stderr : undefined;
  return { stdin, stdout, stderr, ...(screen?.columns && { columns: screen.columns, rows: screen.rows }) };
}

// Asking `tty.isatty`, or opening `process.stdin`, loads a tenth of a Node start. A file, a pipe and
// /dev/null are no terminals, which a system call tells.
function isTerminal(descriptor: 0 | 1 | 2): boolean {
  if (process.platform !== 'win32' && !isDevice(descriptor)) return false;
  return streamOf(descriptor).isTTY === true;
}

// Each of them is made when it is first touched.
function streamOf(descriptor: 0 | 1 | 2): { readonly isTTY?: boolean } {
  if (descriptor === 0) return process.stdin;
  return descriptor === 1 ? process.stdout : process.stderr;
}

/** Whether a descriptor may be a terminal: a device, and not the one that swallows everything. */
export function isDevice(descriptor: number): boolean {
  try {
    const facts = fstatSync(descriptor);
    return facts.isCharacterDevice() && facts.rdev !== statSync('/dev/null').rdev;
  } catch {
    return false;
  }
}

/**
 * The whole of a file, or of standard input for "-".
 * @throws CannotError when it can't be read
 */
export function readText(path: string): string {
  try {
    return readFileSync(path === '-' ? 0 : path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = { ENOENT: 'there is no such file', EISDIR: 'it is a folder', EACCES: 'it may not be read' }[code ?? ''];
    const name = path === '-' ? 'standard input' : path;
    throw new CannotError(`can't read ${name}: ${why ?? (error as Error).message}`, {
      code: 'unreadable',
      hint: 'give the path of a text file, or - for standard input',
    });
  }
}
