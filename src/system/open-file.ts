import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { type Environment, findProgram, isRemote } from './programs.ts';

const OPENERS: Readonly<Record<string, readonly string[]>> = { darwin: ['open'], win32: ['explorer'] };

/**
 * Opens a file in the program that the desktop has for it, and doesn't wait for that.
 * @returns why it can't be opened, or nothing
 */
export function openFile(path: string, env: Environment, platform: string): string | undefined {
  if (isRemote(env)) return 'over ssh it would open at the other end';
  const names = OPENERS[platform] ?? ['xdg-open'];
  const program = findProgram(names, env);
  if (program === undefined) return `${names[0]} isn't installed here`;
  const child = spawn(program, [resolve(path)], { env, stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
  return undefined;
}
