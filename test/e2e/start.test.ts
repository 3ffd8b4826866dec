import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { preloading } from './harness/quoting.ts';
import { runProgram } from './process.ts';

const listing = fileURLToPath(new URL('harness/loaded.cjs', import.meta.url));
const answers = fileURLToPath(new URL('../../bench/answers.json', import.meta.url));

interface Loaded {
  readonly files: readonly string[];
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
    const [{ files, modules }, empty] = await Promise.all([loadedBy(args), loadedBy(['--version'])]);
    expect(files.length, files.join(' ')).toBeLessThanOrEqual(most);
    const added = modules.filter((name) => !empty.modules.includes(name));
    expect(added.filter((name) => DEAR.has(name))).toEqual([]);
  });
});
