import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

// Node does not tell the processor time of its children, and neither Linux nor
// macOS is sure to have a `time` program. The shell's keyword is on both and
// reads the kernel's own account (getrusage): all threads, loading and leaving
// included. It is asked for six digits, but before bash 5.3 there are three, a
// twentieth of an empty Node process; so it times three runs as one. The
// program's errors go to descriptor 3, apart from the times.
const runs = [1, 2, 3];
const script = `
  TIMEFORMAT='%6U %6S' input=$1
  shift
  time for _ in ${runs.join(' ')}; do "$@" <"$input" 2>&3 3>&- || exit; done
`;

/**
 * Runs a command, its output going to a pipe, and returns its processor time,
 * user and system, in milliseconds. A command that fails measures nothing: it throws.
 * @param {string[]} command
 * @param {Record<string, string>} env
 * @param {string} [stdin]
 */
export async function cpuTime(command, env, stdin = '') {
  const input = join(env.HOME, 'stdin'); // a file, which can be read three times
  writeFileSync(input, stdin);
  const stdio = ['ignore', 'pipe', 'pipe', 'pipe'];
  const shell = spawn('bash', ['-c', script, 'bash', input, ...command], { env, stdio });
  shell.stdout.resume();
  const [times, errors, [code]] = await Promise.all([text(shell.stderr), text(shell.stdio[3]), once(shell, 'close')]);
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}: ${errors}`);
  const [user, system] = times.trim().split(/\s+/).map(Number);
  return ((user + system) * 1000) / runs.length;
}
