import { spawn } from 'node:child_process';
import type { Job } from './programs.ts';

const LIMIT_MS = 2_000;
/** No answer that is of use is longer, in characters. */
const LONGEST = 65_536;

/**
 * Runs a program for its answer on standard output. It neither keeps our process running nor throws.
 * @returns undefined where it failed, or took too long
 */
export function askProgram({ program, args, env, limitMs = LIMIT_MS }: Job): Promise<string | undefined> {
  return new Promise((resolve) => {
    try {
      const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'ignore'], windowsHide: true });
      let text = '';
      const limit = setTimeout(() => child.kill('SIGKILL'), limitMs);
      limit.unref();
      child.stdout.setEncoding('utf8').on('data', (piece: string) => {
        if (text.length < LONGEST) text += piece;
      });
      child.once('close', (code) => {
        clearTimeout(limit);
        resolve(code === 0 ? text : undefined);
      });
      child.once('error', () => {
        clearTimeout(limit);
        resolve(undefined);
      });
    } catch {
      resolve(undefined);
    }
  });
}
