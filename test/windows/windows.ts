import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Variables } from '../e2e/harness/environment.ts';

/** Node for Windows, to be started by Wine; on Windows itself there is none of either. */
const wineNode = process.env['UNSPASM_WINDOWS_NODE'];
export const isWine = wineNode !== undefined;

const program = fileURLToPath(new URL('../../bin/unspasm.cjs', import.meta.url));
/** A folder for what the tests exchange with the program. */
export const folder = mkdtempSync(join(process.env['UNSPASM_WINDOWS_FOLDER']!, 'files-'));
const local = isWine ? localOf(process.env['WINEPREFIX']!) : join(folder, 'Local');

/** %LOCALAPPDATA%\unspasm, as this process sees it. */
export const own = join(local, 'unspasm');
export const journal = join(own, 'Data', 'journal');

function localOf(prefix: string): string {
  const users = join(prefix, 'drive_c', 'users');
  const user = readdirSync(users).find((name) => name !== 'Public')!;
  return join(users, user, 'AppData', 'Local');
}

/** A path as the program sees it: Wine has the whole disk as Z:. */
export function windowsPath(path: string): string {
  return isWine ? `Z:${resolve(path).replaceAll('/', '\\')}` : resolve(path);
}

/** What starts Node for Windows with a script and its arguments. */
export function nodeCommand(script: string): readonly [string, ...string[]] {
  return isWine ? ['wine', wineNode!, windowsPath(script)] : [process.execPath, script];
}

export const programCommand = nodeCommand(program);

/** The variables of the program: few, and the same everywhere. */
export function windowsEnvironment(extra: Variables = {}): Variables {
  const names = [
    'PATH',
    'WINEPREFIX',
    'WINEARCH',
    'WINEDEBUG',
    'WINEDLLOVERRIDES',
    'SystemRoot',
    'TEMP',
    'USERPROFILE',
  ];
  const passed = Object.fromEntries(names.map((name) => [name, process.env[name]]));
  return {
    ...passed,
    HOME: isWine ? process.env['HOME'] : undefined,
    LOCALAPPDATA: local,
    TZ: 'Europe/Berlin',
    // Without it Wine takes what is typed for ASCII.
    LC_ALL: 'C.UTF-8',
    ...extra,
  };
}

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

let runs = 0;

/** Runs a command to its end. Its streams are files: under Wine 8 Node has no pipes. */
async function runCommand(
  [file, ...args]: readonly [string, ...string[]],
  input: string,
  env: Variables,
): Promise<Outcome> {
  runs += 1;
  const [from, out, err] = ['in', 'out', 'err'].map((name) => join(folder, `${runs}.${name}`)) as [
    string,
    string,
    string,
  ];
  writeFileSync(from, input);
  const streams = [openSync(from, 'r'), openSync(out, 'w'), openSync(err, 'w')];
  const child = spawn(file, args, { env: windowsEnvironment(env), stdio: streams });
  const code = await new Promise<number | null>((done, failed) => child.once('exit', done).once('error', failed));
  for (const stream of streams) closeSync(stream);
  return { code, stdout: readFileSync(out, 'utf8'), stderr: readFileSync(err, 'utf8') };
}

/** Runs the program. */
export function run(args: readonly string[], input = '', env: Variables = {}): Promise<Outcome> {
  return runCommand([...programCommand, ...args], input, env);
}

/** Runs a script of the tests on Node for Windows. */
export function runScript(text: string, ...args: readonly string[]): Promise<Outcome> {
  const script = join(folder, `script-${runs}.cjs`);
  writeFileSync(script, text);
  return runCommand([...nodeCommand(script), ...args], '', {});
}

/** Runs what has to work. @returns standard output */
export async function does(args: readonly string[], input = '', env: Variables = {}): Promise<string> {
  const { code, stdout, stderr } = await run(args, input, env);
  if (code !== 0) throw new Error(`unspasm ${args.join(' ')} ended with ${code}\n${stdout}\n${stderr}`);
  return stdout;
}

/** Runs what has to work and gives a document. */
export async function document<T>(args: readonly string[], input = ''): Promise<T> {
  return JSON.parse(await does([...args, '--json'], input)) as T;
}

/** Everything that the program has kept is taken away: for `beforeEach`. */
export function forgetAll(): void {
  rmSync(own, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}
