// npm run fuzz [-- --count 20000] [-- --seed 1] [-- --times 10] [-- --only N | --terminal N | --keys N]
// Random command lines, corrupted files and odd environments, random keys in a terminal, and sequences of keys and reports
// into each screen. The same seed tries the same. Without a choice it also tries the properties of the other tests, with
// that many times as many values.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    times: { type: 'string', default: '10' },
    only: { type: 'string', default: '' },
    terminal: { type: 'string', default: '' },
    keys: { type: 'string', default: '' },
  },
});
const root = join(import.meta.dirname, '..');
const env = {
  ...process.env,
  FUZZ_COUNT: values.count,
  FUZZ_SEED: values.seed,
  FUZZ_ONLY: values.only,
  FUZZ_TERMINAL: values.terminal,
  FUZZ_KEYS: values.keys,
  FUZZ_TIMES: values.times,
};
const files = { only: 'fuzz', terminal: 'terminals', keys: 'keys' };
const only = Object.keys(files).find((name) => values[name]);
const chosen = only ? [`test/fuzz/${files[only]}.test.ts`] : ['test/fuzz', ...withProperties()];
// How many of what were tried is what each test is called.
const vitest = [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--reporter=verbose', ...chosen];
process.exitCode = spawnSync(process.execPath, vitest, { cwd: root, env, stdio: 'inherit' }).status ?? 1;

function withProperties() {
  const names = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' });
  const tests = names.filter((name) => name.endsWith('.test.ts')).map((name) => join('test', name));
  return tests.filter((file) => readFileSync(join(root, file), 'utf8').includes('/tries.ts'));
}
