import { readFileSync } from 'node:fs';

/**
 * Whether a shell has started this process with "&", or put it there: it is then stopped as soon as it reads a key of the
 * terminal. Only Linux tells without another program.
 */
export function isInBackgroundOfShell(): boolean {
  try {
    // After the name, which may contain anything: state, parent, group, session, terminal, the group in its foreground.
    const fields = readFileSync('/proc/self/stat', 'utf8').replace(/^.*\)/s, '').trim().split(' ').map(Number);
    const [, , group, , terminal, foreground] = fields;
    return terminal !== 0 && foreground! > 0 && foreground !== group;
  } catch {
    return false;
  }
}
