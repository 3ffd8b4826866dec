import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Whether a process is stopped, as after ctrl+z in a shell. */
export function isStopped(pid: number): boolean {
  return state(pid).startsWith('T');
}

/** Whether a process is there and not a zombie that waits to be collected. */
export function isAlive(pid: number | string): boolean {
  return !/^Z|^X|^$/.test(state(pid));
}

function state(pid: number | string): string {
  try {
    return process.platform === 'linux' ? stateFromProc(pid) : stateFromPs(pid);
  } catch {
    return ''; // there is no such process any more
  }
}

function stateFromProc(pid: number | string): string {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name before it may hold blanks and brackets of its own.
  return stat.slice(stat.lastIndexOf(')') + 2);
}

function stateFromPs(pid: number | string): string {
  return execFileSync('ps', ['-o', 'state=', '-p', String(pid)], { encoding: 'utf8' });
}
