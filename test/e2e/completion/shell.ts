import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { builtProgram, type Variables } from '../harness/environment.ts';
import { shellWord } from '../harness/quoting.ts';
import { install } from '../../system/fake-programs.ts';
import type { Person } from '../journal/person.ts';

/** What no shell may run, whatever it completes. */
export const EVIL = '$(touch PWNED) `touch PWNED` %F{red} \\a : ; "q" \'s \u001B[31m\tx\ny';

/** Puts the built program on a PATH, as somebody has it who installed it. */
export function installed(person: Person): Variables {
  const folder = join(person.home, 'bin');
  install(folder, { unspasm: `exec ${builtProgram.map(shellWord).join(' ')} "$@"` });
  return { HOME: person.home, PATH: `${folder}:${process.env['PATH']}` };
}

export function isInstalled(shell: string): boolean {
  return spawnSync(shell, ['--version']).status === 0;
}

/** The end of a test's name where it can't be run. */
export function ifInstalled(shell: string): string {
  return isInstalled(shell) ? '' : ` (SKIPPED: ${shell.toUpperCase()} IS NOT INSTALLED)`;
}
