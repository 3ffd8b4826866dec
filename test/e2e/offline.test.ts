import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { preloading } from './harness/quoting.ts';
import { runInShell } from './support/programs.ts';

const guard = fileURLToPath(new URL('harness/no-network.cjs', import.meta.url));
const env = preloading(guard);

describe.concurrent('no network is reached for by', () => {
  test.each([
    `echo '{"signs":["fever"]}' | unspasm triage --answers -`,
    'unspasm faq "is it safe to walk"',
    'unspasm log 6 "a note"; unspasm today; unspasm log stats',
    'unspasm log 6; unspasm report --all --output -; unspasm report --format fhir --output -',
    'unspasm log export --format csv; unspasm log check',
    'unspasm config set country GB; unspasm config',
    'unspasm guide rice-ice --sources; unspasm stretch cat-cow --print; unspasm medicines',
  ])('%s', async (line) => {
    const { code, stderr } = await runInShell(`cd; ${line}`, { env });
    expect(stderr).not.toContain('network');
    expect(code).toBe(0);
  });
});

test('the guard would notice', async () => {
  const { code, stderr } = await runInShell(`node -e "fetch('http://localhost')"`, { env });
  expect([code, stderr]).toEqual([99, 'network: fetch\n']);
});
