import type { ChildProcess } from 'node:child_process';
import { type Environment, findProgram, isRemote, startOnPipe } from './programs.ts';

/** Keeps the computer from falling asleep by itself. */
export interface WakeLock {
  readonly release: () => void;
}

/** A program that holds a lock for as long as it runs. It ends when we do, however we end. */
interface Keeper {
  readonly names: readonly string[];
  /** What it is started with: where it gives up with the first, it is tried with the next. */
  readonly attempts: readonly (readonly string[])[];
  /** What it starts in its turn: handed on with its full path, as it would look in every folder of the PATH. */
  readonly child?: string;
}

const REMOTE = "over ssh only this end could be kept awake, and it's the computer in front of you that falls asleep";

/**
 * Keeps the computer awake until released, or until this process ends in any way. It doesn't keep
 * this process alive.
 * @param failed told once, later and never after the release, why the computer may fall asleep
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
  // Somebody who doesn't sit at the screen, in a tmux that a service started, say, may keep it from being idle,
  // but not from sleep. elogind is what systems without systemd have.
  const attempts = ['idle:sleep', 'idle'].map((what) => [
    `--what=${what}`,
    '--who=unspasm',
    '--why=a session runs',
    '--mode=block',
  ]);
  // `cat` ends when the pipe is closed that we hold: by us, or by our death.
  return { names: ['systemd-inhibit', 'elogind-inhibit'], attempts, child: 'cat' };
}

// The number is ES_CONTINUOUS and ES_SYSTEM_REQUIRED: it holds while the thread lives that said it.
// PowerShell may want to see the end of its input before it runs a script: it waits for our process instead.
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

/** @returns what is tried, in this order, or why nothing can be */
function commandsOf({ names, attempts, child }: Keeper, env: Environment): readonly Command[] | string {
  const installed = names.flatMap((name) => {
    const program = findProgram([name], env);
    return program === undefined ? [] : [{ name, program }];
  });
  if (installed.length === 0) return `${names[0]} isn't installed here`;
  const further = child === undefined ? undefined : findProgram([child], env);
  if (child !== undefined && further === undefined) return `${child} isn't installed here`;
  return installed.flatMap((one) => attempts.map((args) => ({ ...one, args: further ? [...args, further] : args })));
}

/** @param ended called once, later: why it holds no lock, or holds it no longer */
function start(
  { name, program, args }: Command,
  env: Environment,
  ended: (why: string) => void,
): ChildProcess | undefined {
  const unstarted = `${name} can't be started`;
  try {
    return (
      startOnPipe(program, args, env)
        .once('exit', () => ended(`${name} gave up; it needs a power manager, which a container, say, doesn't have`))
        // Without a pid nothing was started, and there will be no exit.
        .on('error', function (this: ChildProcess) {
          if (this.pid === undefined) ended(unstarted);
        })
    );
  } catch {
    queueMicrotask(() => ended(unstarted));
    return undefined;
  }
}
