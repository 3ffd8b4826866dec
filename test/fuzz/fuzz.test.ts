import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { endCopies } from '../e2e/harness/copies.ts';
import { makeHome, removeHome } from '../e2e/harness/environment.ts';
import { type Outcome, runProgram } from '../e2e/process.ts';
import { HURRIED } from '../e2e/support/hurried.ts';
import { allCommands, commandLine } from './command-lines.ts';
import { Dice } from './dice.ts';
import { fillHome, KEPT, variables } from './surroundings.ts';

// `npm run fuzz` runs many more.
const COUNT = Number(process.env['FUZZ_COUNT'] ?? 100);
const SEED = Number(process.env['FUZZ_SEED'] ?? 1);
// A failure names its own seed: `npm run fuzz -- --only 1000007` tries that line alone.
const ONLY = process.env['FUZZ_ONLY'];
const AT_ONCE = 4;
const CODES = new Set([0, 1, 2]);
const ODD =
  /\n {4}at (?:async |new )?[^ ]+ \(|\n {4}at (?:file|node):|TypeError|RangeError|SyntaxError|ReferenceError|\[object |node:internal|Unhandled|\bNaN\b|\bundefined\b/;

/** What is wrong with how a command line ended. */
function problemsOf(args: readonly string[], { code, signal, stdout, stderr }: Outcome): string[] {
  const typed = args.join(' ');
  const odd = ODD.exec(stderr) ?? ODD.exec(stdout);
  return [
    ...(signal === null && CODES.has(code ?? -1) ? [] : [`it ended with ${signal ?? code}`]),
    ...(code === 2 && stderr === '' ? ['it refuses without a word'] : []),
    ...(odd && !typed.includes(odd[0]) && !args.includes('--debug') ? [`it says ${JSON.stringify(odd[0])}`] : []),
    ...(asksForJson(args) ? problemsOfJson({ code, stdout, stderr }) : []),
  ];
}

/** What is wrong for a script: a success gives documents, a failure says why in a document of its own. */
function problemsOfJson({ code, stdout, stderr }: Pick<Outcome, 'code' | 'stdout' | 'stderr'>): string[] {
  if (code === 0) return isDocument(stdout) ? [] : ['--json gives no document'];
  // What wasn't found is said in the document, or by the exit code alone.
  if (code === 1 && (stderr === '' || isDocument(stdout))) return [];
  const error = errorIn(
    stderr
      .trimEnd()
      .split('\n')
      .findLast((line) => line.startsWith('{')) ?? '',
  );
  const isWhole = ['code', 'message', 'hint'].every((name) => typeof error[name] === 'string' && error[name] !== '');
  return isWhole ? [] : ['the error is no document'];
}

function errorIn(text: string): Record<string, unknown> {
  try {
    return (JSON.parse(text) as { error?: Record<string, unknown> }).error ?? {};
  } catch {
    return {};
  }
}

// Behind `--` it is an argument; help and the version are texts, whatever stands beside them.
function asksForJson(args: readonly string[]): boolean {
  const isText = args.some((word) => /^(help|--help|-h|--version|-V)$/.test(word));
  return args.includes('--json') && !args.includes('--') && !isText;
}

// One document, or one a line.
function isDocument(stdout: string): boolean {
  return isVersioned(stdout) || stdout.trim().split('\n').every(isVersioned);
}

// FHIR has a version of its own.
function isVersioned(text: string): boolean {
  try {
    const document = JSON.parse(text) as { schemaVersion?: unknown; resourceType?: unknown };
    return document.schemaVersion === 1 || document.resourceType === 'Bundle';
  } catch {
    return false;
  }
}

async function tryOne(seed: number, commands: Awaited<ReturnType<typeof allCommands>>): Promise<string[]> {
  const dice = new Dice(seed);
  const { args, input } = commandLine(dice, commands);
  const home = makeHome();
  try {
    fillHome(dice, home);
    const env = { HOME: home, ...variables(dice) };
    const stdin = dice.oneIn(40) ? 'ignore' : 'pipe';
    const outcome = await runProgram([...args], { env, input, stdin, cwd: home, clock: HURRIED });
    const problems = [...problemsOf(args, outcome), ...lostLines(home, args)];
    return problems.map(
      (problem) => `seed ${seed}: ${JSON.stringify(args)}: ${problem}\n${outcome.stderr.slice(0, 600)}`,
    );
  } catch (error) {
    return [`seed ${seed}: ${JSON.stringify(args)}: ${(error as Error).message.slice(0, 300)}`];
  } finally {
    // What goes on in the background would never end: nobody confirms that the ice is off.
    endCopies(home);
    removeHome(home);
  }
}

function lostLines(home: string, args: readonly string[]): string[] {
  const file = join(home, '.local/share/unspasm/journal/laptop22.jsonl');
  const isThere = existsSync(file) && readFileSync(file, 'utf8').startsWith(KEPT);
  return isThere || args.includes('purge') ? [] : ['lines of the journal are gone'];
}

test(
  `${COUNT} random command lines, with odd files and environments, from seed ${SEED}`,
  async () => {
    const commands = await allCommands();
    if (ONLY) return expect(await tryOne(Number(ONLY), commands)).toEqual([]);
    const problems: string[] = [];
    let next = 0;
    const work = async () => {
      while (next < COUNT) problems.push(...(await tryOne(SEED * 1_000_000 + next++, commands)));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    expect(problems.slice(0, 20)).toEqual([]);
    // `--output /dev/null --force` is among them.
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  },
  COUNT * 1000 + 120_000,
);
