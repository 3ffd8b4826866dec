import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { startCopy } from '../../src/system/start-copy.ts';
import { PATIENCE_MS } from '../e2e/harness/patience.ts';
import { isAlive } from '../e2e/harness/process-state.ts';
import { makeFolder, removeFolders } from './places.ts';

afterEach(removeFolders);

/** What a copy says about itself, until it is ended. */
const PROGRAM = `
const { renameSync, readdirSync, readlinkSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const open = readdirSync('/proc/self/fd').flatMap((one) => {
  try { return readlinkSync('/proc/self/fd/' + one); } catch { return []; }
});
const [, , , , group, session, terminal] = readFileSync('/proc/self/stat', 'utf8').replace(/.*\\)/s, '0 0').split(' ');
const facts = { args: process.argv.slice(2), cwd: process.cwd(), env: process.env, open, pid: process.pid, group, session, terminal };
writeFileSync(join(__dirname, 'said.tmp'), JSON.stringify(facts));
renameSync(join(__dirname, 'said.tmp'), join(__dirname, 'said'));
setInterval(() => {}, 1000);
`;

interface Facts {
  readonly args: string[];
  readonly cwd: string;
  readonly env: Record<string, string>;
  readonly open: string[];
  readonly pid: number;
  readonly group: string;
  readonly session: string;
  readonly terminal: string;
}

/** The folder of a package with this program. */
function packageWith(program: string): string {
  const root = makeFolder();
  mkdirSync(join(root, 'bin'));
  writeFileSync(join(root, 'bin', 'unspasm.cjs'), program);
  return root;
}

/** Starts a copy of a program that says what it finds. */
async function started(args: string[], env: Record<string, string>, journal = '/there/journal') {
  const root = packageWith(PROGRAM);
  const { pid, until } = startCopy({ root, args, env, places: { journal } });
  onTestFinished(() => void process.kill(pid, 'SIGKILL'));
  const file = join(root, 'bin', 'said');
  expect(await until(() => existsSync(file))).toBe(true);
  return { root, pid, facts: JSON.parse(readFileSync(file, 'utf8')) as Facts };
}

// The last is what the tests of pseudo-terminals leave open in the process that runs them.
const NEVER_OURS = /^\/(?:proc\/|dev\/null$|dev\/ptmx$)/;

describe.skipIf(process.platform !== 'linux')('a copy of the program', () => {
  it('gets what it is told, and is the process whose number we get', async () => {
    const { pid, facts } = await started(['ice', '--quiet', 'a b'], { HOME: '/home/anna' });
    expect(facts).toMatchObject({ pid, args: ['ice', '--quiet', 'a b'], env: { HOME: '/home/anna' } });
    expect(facts.env).not.toHaveProperty('UNSPASM_DATA_DIR');
  });

  it('holds no terminal, no file of ours and no folder', async () => {
    const { root, pid, facts } = await started([], {});
    expect(facts).toMatchObject({ cwd: '/', group: `${pid}`, session: `${pid}`, terminal: '0' });
    const files = facts.open.filter((path) => path.startsWith('/') && !NEVER_OURS.test(path));
    expect(files).toEqual([]);
    rmSync(root, { recursive: true });
  });

  it('finds a journal that was named from here', async () => {
    const { facts } = await started([], { UNSPASM_DATA_DIR: 'diary' }, '/home/anna/diary/journal');
    expect(facts.env['UNSPASM_DATA_DIR']).toBe('/home/anna/diary');
  });
});

const start = (program: string) =>
  startCopy({ root: packageWith(program), args: [], env: {}, places: { journal: '/j' } });

it('that takes too long is ended', async () => {
  // A clock that runs far ahead of the program that is started.
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 10_000));
  onTestFinished(() => void vi.restoreAllMocks());
  const { pid, until } = start('setInterval(() => {}, 1000)');
  expect(await until(() => false)).toBe(false);
  vi.restoreAllMocks();
  await expect.poll(() => isAlive(pid), { timeout: PATIENCE_MS }).toBe(false);
});

describe('a copy that ends', () => {
  it('isn’t waited for', async () => {
    // A clock that stands still: its time is never over.
    vi.spyOn(performance, 'now').mockReturnValue(0);
    onTestFinished(() => void vi.restoreAllMocks());
    expect(await start('').until(() => false)).toBe(false);
  });

  it('may have done before what it was waited for', async () => {
    const file = join(makeFolder(), 'done');
    const { until } = start(`require('node:fs').writeFileSync(${JSON.stringify(file)}, '')`);
    expect(await until(() => existsSync(file))).toBe(true);
  });
});

it('that can’t be started is an error that says what to do', () => {
  const { execPath } = process;
  onTestFinished(() => void (process.execPath = execPath));
  process.execPath = '/nonexistent/node';
  expect(() => startCopy({ root: '/', args: [], env: {}, places: { journal: '/j' } })).toThrow(
    "another process of unspasm couldn't be started",
  );
});
