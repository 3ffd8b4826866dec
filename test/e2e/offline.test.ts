import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { preloading } from './harness/quoting.ts';
import { runInShell } from './support/programs.ts';

const guards = ['no-network', 'no-programs'].map((name) =>
  fileURLToPath(new URL(`harness/${name}.cjs`, import.meta.url)),
);
const env = preloading(...guards);

describe.concurrent('no network is reached for, and no other program started, by', () => {
  test.each([
    `echo '{"signs":["fever"]}' | unspasm triage --answers -`,
    'unspasm faq "is it safe to walk"',
    'unspasm log 6 "a note"; unspasm today; unspasm log stats',
    'unspasm log 6; unspasm report --all --output -; unspasm report --format fhir --output -',
    'unspasm log export --format csv; unspasm log check',
    'unspasm config set country GB; unspasm config',
    'unspasm log 6; unspasm log undo; unspasm log purge --yes && unspasm status',
    'unspasm rest; unspasm help ice; unspasm completion bash; unspasm __complete -- log list -',
    'unspasm guide rice-ice --sources; unspasm stretch cat-cow --print; unspasm medicines',
  ])('%s', async (line) => {
    const { code, stderr } = await runInShell(`cd; ${line}`, { env });
    expect(stderr).not.toMatch(/network|program/);
    expect(code).toBe(0);
  });
});

test.each([
  [`fetch('http://localhost')`, 'network: fetch'],
  [`require('net').connect(1)`, 'network: connect'],
  [`require('child_process').exec('true')`, 'program: spawn'],
  [`import('child_process').then(({ spawnSync }) => spawnSync('true'))`, 'program: spawnSync'],
])('the guards would notice %s', async (script, told) => {
  const { code, stderr } = await runInShell(`node -e "${script}"`, { env });
  expect([code, stderr]).toEqual([99, `${told}\n`]);
});
