import { fileURLToPath } from 'node:url';
import { describe, expect } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { preloading } from './harness/quoting.ts';
import { test } from './support/open.ts';
import { screenAt } from './support/triage.ts';
import { runInShell } from './support/programs.ts';

const broken = fileURLToPath(new URL('harness/broken.cjs', import.meta.url));
const env = preloading(broken);
const SENTENCE =
  'unspasm: this is a bug in unspasm: broken on purpose\n  please report this bug with the output of the same command run with --debug: ' +
  `${manifest.bugs.url}\n`;

test('a fault that nobody has foreseen is a sentence, with exit code 1', async () => {
  const told = await runInShell('cd; unspasm log 6', { env });
  expect(told).toMatchObject({ code: 1, stdout: '', stderr: SENTENCE });
});

test('--debug shows where it arose', async () => {
  const { code, stderr } = await runInShell('cd; unspasm log 6 --debug', { env });
  expect(code).toBe(1);
  expect(stderr.startsWith(SENTENCE)).toBe(true);
  expect(stderr).toMatch(/^TypeError: broken on purpose\n {4}at .*broken\.cjs/m);
  expect(stderr).toMatch(/src\/system\/[\w-]+\.ts:\d+:\d+/);
});

test('to a script it is a document', async () => {
  const { stderr } = await runInShell('cd; unspasm log 6 --json', { env });
  expect(JSON.parse(stderr)).toMatchObject({
    error: { code: 'fault', message: 'this is a bug in unspasm: broken on purpose' },
  });
});

describe.skipIf(process.platform === 'win32')('a fault while somebody is asked', () => {
  const crashing = preloading(fileURLToPath(new URL('harness/crashing.cjs', import.meta.url)));

  test.for(['', '--debug'])('gives the terminal back, and then is a sentence: %j', async (option, { open }) => {
    const terminal = open(['triage', option].filter(Boolean), { env: crashing });
    await terminal.waitFor(screenAt(1));
    await terminal.signal('SIGUSR2');
    expect(await terminal.exited()).toEqual({ code: 1, signal: null });
    expect(await terminal.leftovers()).toEqual([]);
    const shown = terminal.transcript();
    expect(shown.replaceAll('\n  ', ' ')).toMatch(
      /^unspasm: this is a bug in unspasm: x unspasm: all is well ]0;title/m,
    );
    expect(shown).not.toMatch(/^unspasm: all is well/m);
    expect(terminal.output()).not.toMatch(/\u001B\]0;|\u001B\[31m/);
    expect(/^ {4}at /m.test(shown)).toBe(option === '--debug');
  });
});
