import { spawn } from 'node:child_process';
import { dirname, join, parse } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
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

/** A copy of the program that was started. */
export interface Copy {
  /** The number of its process. */
  readonly pid: number;
  /**
   * Waits until the copy has done something, such as saved a file.
   * @param holds whether it has
   * @returns whether it has: false where it ended without that, or hasn't done it within 20 seconds. It is ended then, so
   * that it doesn't do it later, when nobody expects it.
   */
  readonly until: (holds: () => boolean) => Promise<boolean>;
}

/** How long a copy may take on a busy computer. */
const PATIENCE_MS = 20_000;
const STEP_MS = 5;

/**
 * Some seconds after a start, V8 tidies up its memory: that saves half a megabyte, and takes as much processor time as
 * minutes of waiting do.
 */
const NODE_FLAGS = ['--no-memory-reducer'];

/**
 * Starts a copy of the program that lives on without a terminal. Nothing of ours stays open in it: no terminal, no pipe,
 * and not the current folder, so that a window can be closed, a disk unmounted and a folder deleted meanwhile.
 * @throws OperationError where no process can be started
 */
export function startCopy({ root, args, env, places }: CopyOptions): Copy {
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
  let hasEnded = false;
  child.once('exit', () => (hasEnded = true));
  child.unref();
  const { pid } = child;
  const until: Copy['until'] = async (holds) => {
    const isDone = await waitFor(holds, () => hasEnded);
    if (!isDone) child.kill('SIGKILL');
    return isDone;
  };
  if (pid !== undefined) return { pid, until };
  throw new OperationError("another process of unspasm couldn't be started", {
    code: 'not-started',
    hint: 'check whether too many programs are running, then try again',
  });
}

// By real time, as the copy takes real time; an end is noticed between two looks.
async function waitFor(holds: () => boolean, hasEnded: () => boolean): Promise<boolean> {
  const latest = performance.now() + PATIENCE_MS;
  while (!holds()) {
    // What it did last counts.
    if (hasEnded() || performance.now() > latest) return holds();
    await pause(STEP_MS);
  }
  return true;
}

// A relative folder would be another one from there.
function fromAnyFolder(env: Environment, { journal }: CopyOptions['places']): Environment {
  return env['UNSPASM_DATA_DIR'] ? { ...env, UNSPASM_DATA_DIR: dirname(journal) } : env;
}
