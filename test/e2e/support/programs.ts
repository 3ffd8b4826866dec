import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { builtProgram, makeHome, removeHome, type Variables } from '../harness/environment.ts';
import { shellWord } from '../harness/quoting.ts';
import { runProgram, type Outcome, type RunOptions } from '../process.ts';
import { HURRIED } from './hurried.ts';

export interface ProgramError {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

/** Runs the program and takes its one JSON document from standard output. */
export async function readJson<T>(args: string[], options: RunOptions = {}): Promise<T> {
  const { stdout, stderr, code } = await runProgram(args, options);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as T;
}

/** The error that a `--json` run told, once it is sure that it told nothing else. */
export function jsonError({ code, stdout, stderr }: Outcome, exitCode: number): ProgramError {
  expect({ code, stdout }).toEqual({ code: exitCode, stdout: '' });
  const { error, ...rest } = JSON.parse(stderr) as { error: ProgramError };
  expect(rest).toEqual({});
  return error;
}

/** Runs the program in a shell: `unspasm` stands for it there. */
export function runInShell(line: string, options: RunOptions = {}): Promise<Outcome> {
  const command = ['bash', '-c', `unspasm() { ${builtProgram.map(shellWord).join(' ')} "$@"; }; ${line}`] as const;
  return runProgram([], { ...options, command });
}

/**
 * Runs a line that somebody types at home, with a clock that waits for nothing: in a shell where it takes one.
 * @param home made for this line alone, if there is none
 * @param input what a program before it would write into its pipe
 */
export async function runLine(line: string, env: Variables = {}, home?: string, input = ''): Promise<Outcome> {
  const cwd = home ?? makeHome();
  const options = { env: { ...env, HOME: cwd }, clock: HURRIED, cwd, input };
  const [program, ...args] = plainWords(line);
  try {
    return await (program === 'unspasm' ? runProgram(args, options) : runInShell(line, options));
  } finally {
    if (home === undefined) removeHome(cwd);
  }
}

/** The words of a line, some in double quotes, in which a shell has nothing to do; none of any other line. */
function plainWords(line: string): string[] {
  if (!/^(?:(?:[\w./:-]+|"[\w ./:?'-]*")(?: |$))+$/.test(line)) return [];
  return [...line.matchAll(/"([^"]*)"|[^ ]+/g)].map(([word, quoted]) => quoted ?? word);
}

/** The version that package.json states. */
export function statedVersion(): string {
  const text = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
