import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { type Environment, findProgram } from './programs.ts';

/** A command of the user that is run when something happens. */
export interface Hook {
  /** As the user would type it in a shell. */
  readonly command: string;
  /** What it reads. */
  readonly input: string;
  readonly env: Environment;
  readonly platform: string;
}

/** Long enough for a slow network; after this it is killed, with everything that it has started. */
const LIMIT_SECONDS = 30;

// The limit has to hold after our own end, too, so a shell watches over the command. A shell gives what it starts in the
// background no input, hence the copy. 9 is KILL, which ends the whole process group, and with it this shell.
const WATCHED = `
exec 3<&0
"$2" -c "$3" <&3 3<&- &
job=$!
(exec 3<&-; trap 'kill $!; exit' TERM; sleep "$1" & wait $!; kill -9 -$$) &
limit=$!
wait $job
code=$?
kill $limit
exit $code`;

/**
 * Runs a hook in the user's shell, without waiting for it. Its output is thrown away, and it doesn't keep our process
 * running.
 * @param failed called at most once, later, with the reason
 */
export function runHook(hook: Hook, failed: (why: string) => void): void {
  try {
    const child = hook.platform === 'win32' ? startOnWindows(hook) : startInShell(hook);
    // It may end before it has read everything.
    child.stdin?.on('error', () => {}).end(hook.input);
    child.unref();
    child.once('exit', (code, signal) => {
      if (signal === 'SIGKILL') failed(`it took longer than ${LIMIT_SECONDS} seconds`);
      else if (code !== 0) failed(code === null ? `it was ended by ${signal}` : `exit code ${code}`);
    });
    // Without a pid nothing was started, so there will be no exit event.
    child.on('error', () => child.pid === undefined && failed("its shell can't be started"));
  } catch {
    queueMicrotask(() => failed("its shell can't be started"));
  }
}

function startInShell({ command, env }: Hook) {
  const sh = findProgram(['sh'], env) ?? '/bin/sh';
  const own = env['SHELL'] ?? '';
  const shell = isAbsolute(own) && existsSync(own) ? own : sh;
  const args = ['-c', WATCHED, 'sh', String(LIMIT_SECONDS), shell, command];
  return spawn(sh, args, { env, stdio: ['pipe', 'ignore', 'ignore'], detached: true });
}

function startOnWindows({ command, env }: Hook) {
  const child = spawn(command, { env, shell: true, stdio: ['pipe', 'ignore', 'ignore'], windowsHide: true });
  const limit = setTimeout(() => {
    // Killing the shell alone would leave what it has started.
    if (child.pid !== undefined)
      spawn('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' }).unref();
  }, LIMIT_SECONDS * 1000);
  limit.unref();
  child.once('exit', () => clearTimeout(limit));
  return child;
}
