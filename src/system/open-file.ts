import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { type Environment, findProgram, isRemote } from './programs.ts';

const OPENERS: ReadonlyMap<string, string> = new Map([
  ['darwin', 'open'],
  ['win32', 'explorer'],
]);

/**
 * Opens a file in the program that the desktop has for it, and doesn't wait for that.
 * @returns why it can't be opened, or nothing
 */
export function openFile(path: string, env: Environment, platform: string): string | undefined {
  if (isRemote(env)) return 'over ssh it would open at the other end';
  const name = OPENERS.get(platform) ?? 'xdg-open';
  const program = findProgram([name], env);
  if (program === undefined) return `${name} isn't installed here`;
  const child = spawn(program, [resolve(path)], { env, stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
  return undefined;
}
