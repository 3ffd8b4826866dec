import { cpSync, existsSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { preloading } from './harness/quoting.ts';
import { makeHome, removeHome } from './harness/environment.ts';
import { runProgram, type Outcome } from './process.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));
const listing = fileURLToPath(new URL('harness/loaded.cjs', import.meta.url));
const answers = join(project, 'bench/answers.json');

interface Loaded {
  readonly files: readonly string[];
  /** Those for which V8 refused what the build had kept. */
  readonly refused: readonly string[];
  readonly modules: readonly string[];
}

async function loadedBy(args: readonly string[]): Promise<Loaded> {
  const { stderr } = await runProgram(args, { env: preloading(listing), stdin: 'ignore' });
  return JSON.parse(stderr) as Loaded;
}

/** Each of these costs a start a tenth of Node's own, or more. */
const DEAR: ReadonlySet<string> = new Set([
  'child_process',
  'crypto',
  'http',
  'net',
  'readline',
  'stream',
  'tty',
  'url',
  'worker_threads',
]);

const empty = loadedBy(['--version']);

// Opening a file costs a hundredth of a start.
describe.concurrent('few files of the program, and nothing dear of Node, are loaded by', () => {
  test.each([
    [['help'], 2],
    [['rest'], 5],
    [['guide', 'rice-ice'], 5],
    [['log', '6'], 4],
    [['log', '6', 'a note'], 5],
    [['log', '6', 'a', 'note', 'without', 'quotes'], 5],
    [['faq', 'should I use a cold pack'], 5],
    [['faq', 'should', 'I', 'use', 'a', 'cold', 'pack'], 5],
    [['today'], 6],
    [['status'], 6],
    [['triage', '--answers', answers, '--no-save'], 5],
  ])('%j: at most %i', async (args, most) => {
    const { files, modules } = await loadedBy(args);
    const ofAny = (await empty).modules;
    expect(files.length, files.join(' ')).toBeLessThanOrEqual(most);
    const added = modules.filter((name) => !ofAny.includes(name));
    expect(added.filter((name) => DEAR.has(name))).toEqual([]);
  });
});

/** What the build kept for the Node that it ran on. */
const kept = join('dist', 'compiled', [process.versions.node, process.platform, process.arch].join('-'));

/** Runs a copy of the program in which what was kept was changed. */
async function runChanged(args: readonly string[], change: (folder: string) => void): Promise<Outcome> {
  const folder = makeHome();
  try {
    for (const part of ['bin', 'data', 'dist', 'package.json'])
      cpSync(join(project, part), join(folder, part), { recursive: true });
    change(join(folder, kept));
    const command = [process.execPath, join(folder, 'bin', 'unspasm.cjs')] as const;
    return await runProgram(args, { command, env: preloading(listing), stdin: 'ignore' });
  } finally {
    removeHome(folder);
  }
}

/** Does something to each file of a folder. */
const each = (make: (folder: string, name: string) => void) => (folder: string) =>
  readdirSync(folder).forEach((name) => make(folder, name));

describe.runIf(existsSync(join(project, kept)))('what the build kept of the work of V8', () => {
  test('is there for each file, and is taken', async () => {
    const files = readdirSync(join(project, 'dist')).filter((name) => name.endsWith('.cjs'));
    expect(readdirSync(join(project, kept)).toSorted()).toEqual(files.toSorted());
    const lists = await Promise.all([['rest'], ['log', '6', 'a note'], ['faq', 'ice or heat']].map(loadedBy));
    expect(lists.flatMap(({ refused }) => refused)).toEqual([]);
  });

  test.for([
    ['of another version', each((folder, name) => writeFileSync(join(folder, name), 'not from this V8')), 'all'],
    ['empty', each((folder, name) => writeFileSync(join(folder, name), '')), 'all'],
    ['for another Node', (folder: string) => renameSync(folder, `${folder}-musl`), 'none'],
  ] as const)('does no harm where it is %s', async ([, change, refuses]) => {
    const { stdout } = await runProgram(['rest'], { stdin: 'ignore' });
    const changed = await runChanged(['rest'], change);
    expect(changed).toMatchObject({ code: 0, stdout });
    const { files, refused } = JSON.parse(changed.stderr) as Loaded;
    expect(refused).toEqual(refuses === 'all' ? files : []);
  });
});
