import type { ChildProcess } from 'node:child_process';
import { type Environment, findProgram, isRemote, startOnPipe } from './programs.ts';

/** Keeps the computer from going to sleep by itself. */
export interface WakeLock {
  readonly release: () => void;
}

/** A program that keeps the computer awake for as long as it runs. It ends when our process ends, in whatever way. */
interface Keeper {
  readonly names: readonly string[];
  /** Its arguments: where it gives up with the first, it is started again with the next. */
  readonly attempts: readonly (readonly string[])[];
  /** A program that it starts itself. It gets the full path, as it would look in every folder of PATH, even relative ones. */
  readonly child?: string;
}

const REMOTE = 'over ssh, only the other computer can be kept awake, not the one in front of you';

/**
 * Keeps the computer awake until released, or until this process ends in any way. It doesn't keep this process running.
 * @param failed called at most once, later and never after the release, with the reason why the computer may fall asleep
 */
export function keepAwake(env: Environment, platform: string, failed: (why: string) => void): WakeLock {
  let isOver = false;
  let child: ChildProcess | undefined;
  const fail = (why: string) => {
    if (isOver) return;
    isOver = true;
    failed(why);
  };
  const hold = ([next, ...others]: readonly Command[], why: string): void => {
    if (isOver) return;
    if (next === undefined) return fail(why);
    child = start(next, env, (reason) => hold(others, reason));
  };
  const commands = isRemote(env) ? REMOTE : commandsOf(keeperOn(platform), env);
  if (typeof commands === 'string') queueMicrotask(() => fail(commands));
  else hold(commands, '');
  return {
    release: () => {
      isOver = true;
      child?.stdin?.destroy();
      child?.kill();
    },
  };
}

function keeperOn(platform: string): Keeper {
  if (platform === 'darwin') return { names: ['caffeinate'], attempts: [['-i', '-w', `${process.pid}`]] };
  if (platform === 'win32') {
    const args = ['-NoProfile', '-NonInteractive', '-Command', windowsScript()];
    return { names: ['powershell', 'pwsh'], attempts: [args] };
  }
  // A user who isn't at the screen, as in a tmux started by a service, may be allowed to prevent idleness but not sleep.
  // elogind is for systems without systemd.
  const attempts = ['idle:sleep', 'idle'].map((what) => [
    `--what=${what}`,
    '--who=unspasm',
    '--why=a session is in progress',
    '--mode=block',
  ]);
  // `cat` ends when our end of the pipe is closed, by us or because our process has ended.
  return { names: ['systemd-inhibit', 'elogind-inhibit'], attempts, child: 'cat' };
}

// The number is ES_CONTINUOUS and ES_SYSTEM_REQUIRED, which applies as long as the thread that set it exists. PowerShell
// may need the end of its input before it runs a script, so this waits for our process instead of a pipe.
function windowsScript(): string {
  const signature = '[DllImport("kernel32.dll")] public static extern uint SetThreadExecutionState(uint state);';
  return [
    `$power = Add-Type -PassThru -Name Power -Namespace Unspasm -MemberDefinition '${signature}'`,
    'if ($power::SetThreadExecutionState(2147483649) -eq 0) { exit 1 }',
    `Wait-Process -Id ${process.pid}`,
  ].join('; ');
}

interface Command {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
}

/** @returns the commands to try, in this order, or why there are none */
function commandsOf({ names, attempts, child }: Keeper, env: Environment): readonly Command[] | string {
  const installed = names.flatMap((name) => {
    const program = findProgram([name], env);
    return program === undefined ? [] : [{ name, program }];
  });
  if (installed.length === 0) return `${names[0]} isn't installed on this computer`;
  const further = child === undefined ? undefined : findProgram([child], env);
  if (child !== undefined && further === undefined) return `${child} isn't installed on this computer`;
  return installed.flatMap((one) => attempts.map((args) => ({ ...one, args: further ? [...args, further] : args })));
}

/** @param ended called once, later, with the reason why it doesn't keep the computer awake, or no longer does */
function start(
  { name, program, args }: Command,
  env: Environment,
  ended: (why: string) => void,
): ChildProcess | undefined {
  const unstarted = `${name} can't be started`;
  try {
    return (
      startOnPipe(program, args, env)
        .once('exit', () => ended(`${name} stopped; there may be no power manager, as in a container`))
        // Without a pid nothing was started, so there will be no exit event.
        .on('error', function (this: ChildProcess) {
          if (this.pid === undefined) ended(unstarted);
        })
    );
  } catch {
    queueMicrotask(() => ended(unstarted));
    return undefined;
  }
}
