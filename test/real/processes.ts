import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { toolPath } from '../e2e/harness/tools.ts';

export type Variables = Readonly<Record<string, string>>;

/** What to undo after a test, the last first. */
const cleanups: (() => unknown)[] = [];

/** Ends what the tests have started, and takes their folders away: for `afterEach`. */
export async function cleanUp(): Promise<void> {
  for (const act of cleanups.splice(0).toReversed()) await act();
}

export function afterwards(act: () => unknown): void {
  cleanups.push(act);
}

/** A folder for one test; its path is short, because sockets are in it. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'real-'));
  afterwards(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }));
  return folder;
}

/** Starts a program that runs until the end of the test. */
export function serve(name: string, args: readonly string[], env: Variables, pipes = 1): ChildProcess {
  const stdio = ['ignore', ...Array.from({ length: pipes }, () => 'pipe' as const), 'ignore' as const] as const;
  const child = spawn(toolPath(name), args, { env, stdio: [...stdio] });
  afterwards(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill();
    await once(child, 'exit');
  });
  return child;
}

/**
 * A socket for tmux, whose server ends with the test: it would go on without its terminal.
 * @param home of the programs in it, which may still write there while they end
 */
export function tmuxSocket(home: string): string {
  const socket = join(makeFolder(), 'tmux');
  afterwards(async () => {
    spawnSync(toolPath('tmux'), ['-S', socket, 'kill-server']);
    await until(() => running(`HOME=${home}`).length === 0, 'the programs in tmux end');
  });
  return socket;
}

/** Waits for something; within a minute it has to come. */
export async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const latest = performance.now() + 60_000;
  while (!(await holds())) {
    if (performance.now() > latest) throw new Error(`it never came: ${what}`);
    await setTimeout(50);
  }
}

/** A folder with links to these programs, to be the PATH. */
export function pathWith(names: readonly string[]): string {
  const folder = makeFolder();
  for (const name of names) symlinkSync(toolPath(name), join(folder, name));
  return folder;
}

/** The names of the programs that run with this variable in their environment, without those of the test itself. */
export function running(variable: string): string[] {
  return readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid))
    .flatMap((pid) => {
      try {
        const [environ, name] = ['environ', 'comm'].map((file) => readFileSync(join('/proc', pid, file), 'utf8'));
        return environ!.split('\0').includes(variable) ? [name!.trim()] : [];
      } catch {
        return []; // it has ended meanwhile
      }
    });
}

/** Lets real time go by, for what real programs do meanwhile. */
export function pause(ms: number): Promise<void> {
  return setTimeout(ms);
}
