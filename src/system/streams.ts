import { fstatSync, statSync } from 'node:fs';
import type { StreamFacts } from '../terminal/capabilities.ts';

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
