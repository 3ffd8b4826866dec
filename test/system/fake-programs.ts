import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'rolldown';
import { PATIENCE_MS } from '../e2e/harness/patience.ts';
import { toolPath } from '../e2e/harness/tools.ts';
import { makeFolder } from './places.ts';

// Tests put a clock of their own in its place.
const realSetTimeout = globalThis.setTimeout;

/** A computer that has these programs, and `cat` and `sleep`, alone. */
export interface FakeComputer {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  /** What the programs wrote into "$LOG", line by line. */
  readonly log: () => string[];
  /** Those lines, once there are so many. */
  readonly lines: (count: number) => Promise<string[]>;
}

/** Shell scripts, or the whole text of a program, by the name of the program that they stand for. */
type Scripts = Readonly<Record<string, string>>;

/** Puts programs into a folder, which is made where it is missing. */
export function install(folder: string, scripts: Scripts): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(folder, name), script.startsWith('#!') ? script : `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }
}

/** @param folder where its programs are; a folder of its own by default */
export function fakeComputer(scripts: Scripts, folder = makeFolder()): FakeComputer {
  install(folder, scripts);
  const file = join(folder, 'log');
  for (const name of ['cat', 'sleep']) symlinkSync(toolPath(name), join(folder, name));
  const log = () => (existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : []);
  const lines = async (count: number) => {
    await until(() => log().length >= count);
    return log();
  };
  return { folder, env: { PATH: folder, LOG: file }, log, lines };
}

/** Waits for something that a process does. */
export async function until(holds: () => boolean): Promise<void> {
  const latest = performance.now() + PATIENCE_MS;
  while (!holds()) {
    if (performance.now() > latest) throw new Error('it never came');
    await pause(5);
  }
}

/** For what must not come: long enough for a process to start. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => realSetTimeout(resolve, ms));
}

/** Runs a script in a Node process of its own; `edge` in it is this file of src/system. */
export async function runNode(edge: string, script: string, env: Readonly<Record<string, string>>) {
  const file = join(makeFolder(), 'edge.cjs');
  await build({ input: `src/system/${edge}`, platform: 'node', output: { file, format: 'cjs' }, logLevel: 'silent' });
  const code = `const edge = require(${JSON.stringify(file)}); const env = process.env; ${script}`;
  return spawn(process.execPath, ['-e', code], { env, stdio: 'inherit' });
}
