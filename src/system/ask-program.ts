import { spawn } from 'node:child_process';
import type { Job } from './programs.ts';

const LIMIT_MS = 2_000;
/** No answer that is of use is longer, in characters. Half an answer could be taken for a whole one. */
const LONGEST = 1_048_576;

/** How a program ended, and what it wrote. */
export interface Ended {
  /** Undefined where it couldn't be started, or was killed because it took too long or wrote too much. */
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end. It never throws. */
export function runToEnd({ program, args, env, input, limitMs = LIMIT_MS }: Job): Promise<Ended> {
  return new Promise((resolve) => {
    const written = { stdout: '', stderr: '' };
    const finish = (code: number | undefined) => resolve({ code, ...written });
    try {
      const child = spawn(program, args, { env, stdio: 'pipe', windowsHide: true });
      const limit = setTimeout(() => child.kill('SIGKILL'), limitMs);
      for (const name of ['stdout', 'stderr'] as const) {
        child[name].setEncoding('utf8').on('data', (piece: string) => {
          written[name] += piece;
          if (written[name].length > LONGEST) child.kill('SIGKILL');
        });
      }
      // It may end before it has read everything.
      child.stdin.on('error', () => {}).end(input ?? '');
      child.once('close', (code) => {
        clearTimeout(limit);
        finish(code ?? undefined);
      });
      child.once('error', () => {
        clearTimeout(limit);
        finish(undefined);
      });
    } catch {
      finish(undefined);
    }
  });
}

/** Runs a program for its answer on standard output. @returns undefined where it failed, or took too long */
export async function askProgram(job: Job): Promise<string | undefined> {
  const { code, stdout } = await runToEnd(job);
  return code === 0 ? stdout : undefined;
}
