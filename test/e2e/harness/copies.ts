import { readdirSync, readFileSync } from 'node:fs';

/** The copies of the program that live on without a terminal, for somebody with this home. */
export function copiesOf(home: string): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.filter((pid) => isCopyFor(pid, home)).map(Number);
}

/** Ends them. */
export function endCopies(home: string): void {
  for (const pid of copiesOf(home)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended by itself since it was found.
    }
  }
}

function isCopyFor(pid: string, home: string): boolean {
  const partsOf = (file: string) => readFileSync(`/proc/${pid}/${file}`, 'utf8').split('\0');
  try {
    // Of most processes the first is enough to know.
    return (
      partsOf('cmdline').some((word) => word.startsWith('__') || word === 'run') &&
      partsOf('environ').includes(`HOME=${home}`)
    );
  } catch {
    return false;
  }
}
