// npm run fuzz [-- --count 20000] [-- --seed 1] [-- --only N | --terminal N]   Random command lines, corrupted files and odd
// environments, and random keys in a terminal. The same seed tries the same.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    terminal: { type: 'string', default: '' },
  },
});
const root = join(import.meta.dirname, '..');
const env = {
  ...process.env,
  FUZZ_COUNT: values.count,
  FUZZ_SEED: values.seed,
  FUZZ_ONLY: values.only,
  FUZZ_TERMINAL: values.terminal,
};
const chosen = values.terminal ? 'test/fuzz/terminals.test.ts' : values.only ? 'test/fuzz/fuzz.test.ts' : 'test/fuzz';
const vitest = [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', chosen];
process.exitCode = spawnSync(process.execPath, vitest, { cwd: root, env, stdio: 'inherit' }).status ?? 1;
