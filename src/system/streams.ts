import { fstatSync, readFileSync } from 'node:fs';
import type { StreamFacts } from '../terminal/capabilities.ts';
import { CannotError } from '../errors.ts';

/** Finds out which of the three streams are terminals, and how big the window is. */
export function findStreams(): StreamFacts {
  const [stdin, stdout, stderr] = [isTerminal(0), isTerminal(1), isTerminal(2)];
  const screen = stdout ? process.stdout : stderr ? process.stderr : undefined;
  return { stdin, stdout, stderr, ...(screen?.columns && { columns: screen.columns, rows: screen.rows }) };
}

// Asking `tty.isatty` loads `tty` and `net`, a tenth of a Node start; a file or a pipe is no
// character device, which one system call tells.
function isTerminal(descriptor: 0 | 1 | 2): boolean {
  try {
    if (process.platform !== 'win32' && !fstatSync(descriptor).isCharacterDevice()) return false;
  } catch {
    return false;
  }
  return [process.stdin, process.stdout, process.stderr][descriptor]?.isTTY === true;
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
    throw new CannotError(`can't read ${name}: ${why ?? (error as Error).message}`, { code: 'unreadable' });
  }
}
