import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
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

/** Writes the script of a shell to a file, as packages install it. @returns its path, as a shell reads it */
export async function writeScript(person: Person, shell: 'bash' | 'fish'): Promise<string> {
  const file = join(person.home, `unspasm.${shell}`);
  writeFileSync(file, await person.does(['completion', shell]));
  return shellWord(file);
}

export function isInstalled(shell: string): boolean {
  return spawnSync(shell, ['--version']).status === 0;
}

/** The end of a test's name where it can't be run. */
export function ifInstalled(shell: string): string {
  return isInstalled(shell) ? '' : ` (SKIPPED: ${shell.toUpperCase()} IS NOT INSTALLED)`;
}
