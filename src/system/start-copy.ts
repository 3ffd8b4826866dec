import { spawn } from 'node:child_process';
import { dirname, join, parse } from 'node:path';
import { OperationError } from '../errors.ts';
import type { Places } from './paths.ts';
import type { Environment } from './programs.ts';

/** What a copy of the program is started with. */
export interface CopyOptions {
  /** The folder of the package. */
  readonly root: string;
  readonly args: readonly string[];
  readonly env: Environment;
  /** Where this process has its files; the copy uses the same ones. */
  readonly places: Pick<Places, 'journal'>;
}

/**
 * Some seconds after a start, V8 tidies up its memory: that saves half a megabyte, and takes as much processor time as
 * minutes of waiting do.
 */
const NODE_FLAGS = ['--no-memory-reducer'];

/**
 * Starts a copy of the program that lives on without a terminal. Nothing of ours stays open in it: no terminal, no pipe,
 * and not the current folder, so that a window can be closed, a disk unmounted and a folder deleted meanwhile.
 * @returns the number of its process
 * @throws OperationError where no process can be started
 */
export function startCopy({ root, args, env, places }: CopyOptions): number {
  const child = spawn(process.execPath, [...NODE_FLAGS, join(root, 'bin', 'unspasm.cjs'), ...args], {
    env: fromAnyFolder(env, places),
    cwd: parse(process.execPath).root,
    stdio: 'ignore',
    // A session of its own: the terminal's end, Ctrl-C and Ctrl-Z don't reach it.
    detached: true,
    windowsHide: true,
  });
  // What is wrong is known already: without a number nothing was started.
  child.on('error', () => {});
  child.unref();
  if (child.pid !== undefined) return child.pid;
  throw new OperationError("another process of unspasm couldn't be started", {
    code: 'not-started',
    hint: 'check whether too many programs are running, then try again',
  });
}

// A relative folder would be another one from there.
function fromAnyFolder(env: Environment, { journal }: CopyOptions['places']): Environment {
  return env['UNSPASM_DATA_DIR'] ? { ...env, UNSPASM_DATA_DIR: dirname(journal) } : env;
}
