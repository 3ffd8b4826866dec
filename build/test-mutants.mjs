// npm run test:mutants [-- sessions triage --force]   Breaks the pure middle in small ways, one at a time, and looks
// whether a test notices: Stryker, set up in build/mutants. It is a package of its own there, fetched from its lockfile
// the first time. Its results are kept, so that the next run tries only what has changed since; broken constants, which
// are read when a file is loaded, are tried again only with --force. The reports are
// node_modules/.cache/mutants/PART.html. Fails when fewer than 85 % of a part's changes are noticed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { join } from 'node:path';

const PARTS = ['triage', 'sessions', 'journal'];
const root = join(import.meta.dirname, '..');
const home = join(import.meta.dirname, 'mutants');

/** Fetches what the lockfile names, unless just that was fetched before. */
function fetchStryker() {
  const lockfile = readFileSync(join(home, 'package-lock.json'), 'utf8');
  const fetched = join(home, 'node_modules', '.fetched-lockfile');
  if (existsSync(fetched) && readFileSync(fetched, 'utf8') === lockfile) return;
  const npm = ['ci', '--no-audit', '--no-fund', '--ignore-scripts'];
  const { status } = spawnSync('npm', npm, { cwd: home, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error('Stryker could not be fetched');
  writeFileSync(fetched, lockfile);
}

/** @returns whether enough changes to a part were noticed */
function passes(part) {
  console.log(`\n== src/${part}/core`);
  const stryker = join(home, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
  const args = [stryker, 'run', join(home, 'stryker.config.mjs'), ...(force ? ['--force'] : [])];
  const env = { ...process.env, MUTANTS_PART: part };
  return spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' }).status === 0;
}

/** How many changes to a part were tried, and how many of them were noticed. */
function countsOf(part) {
  const { files } = JSON.parse(readFileSync(join(root, 'node_modules', '.cache', 'mutants', `${part}.json`), 'utf8'));
  const found = Object.values(files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
  const noticed = found.filter((status) => status === 'Killed' || status === 'Timeout').length;
  return {
    noticed,
    tried: noticed + found.filter((status) => status === 'Survived' || status === 'NoCoverage').length,
  };
}

function percent({ noticed, tried }) {
  return `${((100 * noticed) / tried).toFixed(1)} % of ${tried}`;
}

const force = process.argv.includes('--force');
const asked = process.argv.slice(2).filter((one) => one !== '--force');
const unknown = asked.filter((part) => !PARTS.includes(part));
if (unknown.length > 0) throw new Error(`no part that is tried: ${unknown.join(', ')}; there are ${PARTS.join(', ')}`);
const parts = asked.length > 0 ? asked : PARTS;
// It takes both cores for long: whatever somebody does meanwhile goes first.
setPriority(10);
fetchStryker();
const failed = parts.filter((part) => !passes(part));
const counts = parts.map(countsOf);
const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
console.log(`\nNoticed: ${parts.map((part, at) => `${part} ${percent(counts[at])}`).join(', ')}`);
console.log(`together ${percent({ noticed: sum('noticed'), tried: sum('tried') })}`);
process.exitCode = failed.length === 0 ? 0 : 1;
