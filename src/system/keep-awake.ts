import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import { type Environment, findProgram, isRemote } from './programs.ts';

/** Keeps the computer from falling asleep by itself. */
export interface WakeLock {
  readonly release: () => void;
}

/** A program that holds a lock for as long as it runs. It ends when we do, however we end. */
interface Keeper {
  readonly names: readonly string[];
  readonly args: readonly string[];
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
  const fail = (why: string) => {
    if (isOver) return;
    isOver = true;
    failed(why);
  };
  const child = isRemote(env) ? REMOTE : hold(keeperOn(platform), env, fail);
  if (typeof child === 'string') queueMicrotask(() => fail(child));
  return {
    release: () => {
      isOver = true;
      if (typeof child !== 'string') end(child);
    },
  };
}

function keeperOn(platform: string): Keeper {
  if (platform === 'darwin') return { names: ['caffeinate'], args: ['-i', '-w', `${process.pid}`] };
  if (platform === 'win32') {
    return { names: ['powershell', 'pwsh'], args: ['-NoProfile', '-NonInteractive', '-Command', windowsScript()] };
  }
  // `cat` ends when the pipe is closed that we hold: by us, or by our death.
  const args = ['--what=idle:sleep', '--who=unspasm', '--why=a session runs', '--mode=block'];
  return { names: ['systemd-inhibit'], args, child: 'cat' };
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

/** @returns the process that holds the lock, or why there is none */
function hold(
  { names, args, child: started }: Keeper,
  env: Environment,
  fail: (why: string) => void,
): ChildProcess | string {
  const program = findProgram(names, env);
  if (program === undefined) return `${names[0]} isn't installed here`;
  const further = started === undefined ? [] : [findProgram([started], env)];
  if (further.includes(undefined)) return `${started} isn't installed here`;
  const unstarted = `${names[0]} can't be started`;
  try {
    const child = start(program, [...args, ...(further as string[])], env);
    child.on('error', () => fail(unstarted));
    child.on('exit', () => fail(`${names[0]} gave up; it needs a power manager, which a container, say, doesn't have`));
    return child;
  } catch {
    return unstarted;
  }
}

function start(program: string, args: readonly string[], env: Environment): ChildProcess {
  // Cut off from our terminal it can't ask for a password there; on Windows a window would open.
  const detached = process.platform !== 'win32';
  const child = spawn(program, args, { env, stdio: ['pipe', 'ignore', 'ignore'], detached, windowsHide: true });
  child.unref();
  child.stdin.on('error', () => {});
  (child.stdin as Socket).unref();
  return child;
}

function end(child: ChildProcess): void {
  child.stdin?.destroy();
  child.kill();
}
