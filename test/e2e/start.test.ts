import { cpSync, existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
    [['--version'], 1],
    [['help'], 1],
    [['triage', '--help'], 1],
    [['rest'], 1],
    [['guide', 'rice-ice'], 1],
    [['log', '6'], 1],
    [['log', '6', 'a note'], 2],
    [['log', '6', 'a', 'note', 'without', 'quotes'], 2],
    [['log', 'list'], 1],
    [['log', 'calendar'], 1],
    [['report', '--output', '-'], 1],
    [['faq', 'should I use a cold pack'], 1],
    [['faq', 'should', 'I', 'use', 'a', 'cold', 'pack'], 1],
    [['today'], 1],
    [['status'], 1],
    [['triage', '--answers', answers, '--no-save'], 1],
    [['stretch', 'cat-cow', '--print'], 1],
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

/** Writes something instead of all that was kept. */
const each = (text: string) => (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.v8'))
    .forEach((name) => writeFileSync(join(folder, name), text));

/** Before there were packs, the folder had what V8 made of each file, under the name of the file. */
function withoutPacks(folder: string): void {
  for (const name of readdirSync(folder)) if (name.endsWith('.v8')) rmSync(join(folder, name));
}

describe.runIf(existsSync(join(project, kept)))('what the build kept of the work of V8', () => {
  test('is there for each file, and is taken', async () => {
    const packs = readdirSync(join(project, kept));
    const files = readdirSync(join(project, 'dist')).filter((name) => name.endsWith('.cjs'));
    expect(packs).toEqual(expect.arrayContaining(files));
    const scripts = packs.filter((name) => name.endsWith('.cjs'));
    const withoutScript = packs.filter((name) => !scripts.includes(name.replace(/v8$/, 'cjs')));
    expect([withoutScript, packs.length]).toEqual([[], 2 * scripts.length]);
    const runs = [['rest'], ['log', '6', 'a note'], ['faq', 'ice or heat'], ['config']];
    const lists = await Promise.all(runs.map(loadedBy));
    expect(lists.map(({ files: [first] }) => first)).toEqual(['rest.cjs', 'log.cjs', 'faq.cjs', 'main.cjs']);
    expect(lists.flatMap(({ refused }) => refused)).toEqual([]);
  });

  test('is found by a name only, never by a path', async () => {
    const stray = join('..', '..', '..', 'stray');
    const { stdout } = await runChanged([stray], (folder) => {
      writeFileSync(join(folder, `${stray}.cjs`), 'console.log("stray")');
      writeFileSync(join(folder, `${stray}.v8`), '');
    });
    expect(stdout).not.toContain('stray');
  });

  test.for([
    ['of another version', each('not from this V8'), 'all'],
    ['empty', each(''), 'all'],
    ['for another Node', (folder: string) => renameSync(folder, `${folder}-musl`), 'none'],
    ['from an older build', withoutPacks, 'none'],
  ] as const)('does no harm where it is %s', async ([, change, refuses]) => {
    const { stdout } = await runProgram(['rest'], { stdin: 'ignore' });
    const changed = await runChanged(['rest'], change);
    expect(changed).toMatchObject({ code: 0, stdout });
    const { files, refused } = JSON.parse(changed.stderr) as Loaded;
    expect(refused).toEqual(refuses === 'all' ? files : []);
  });
});
