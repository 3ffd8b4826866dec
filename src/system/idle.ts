import { askProgram } from './ask-program.ts';
import { type Environment, findProgram, isRemote } from './programs.ts';

/** A program that knows for how long nobody has touched the keyboard or the mouse. */
interface Way {
  readonly name: string;
  readonly args: readonly string[];
  /** The milliseconds in its answer; undefined if it doesn't say. @param now milliseconds since 1970 */
  readonly read: (answer: string, now: number) => number | undefined;
}

const GNOME: Way = {
  name: 'gdbus',
  args: 'call --session --timeout 2 --dest org.gnome.Mutter.IdleMonitor --object-path /org/gnome/Mutter/IdleMonitor/Core --method org.gnome.Mutter.IdleMonitor.GetIdletime'.split(
    ' ',
  ),
  read: (answer) => numberIn(/\(uint64 (\d+),\)/, answer),
};

const X11: Way = { name: 'xprintidle', args: [], read: (answer) => numberIn(/^(\d+)\s*$/, answer) };

// Nanoseconds.
const MACOS: Way = {
  name: 'ioreg',
  args: ['-r', '-d', '1', '-c', 'IOHIDSystem'],
  read: (answer) => divided(numberIn(/"HIDIdleTime" = (\d+)/, answer), 1e6),
};

/** systemd-logind, and elogind: what the desktop tells them, or when a text console was last used. */
function logind(session: string): Way {
  return {
    name: 'loginctl',
    args: ['show-session', session, '--property=IdleHint', '--property=IdleSinceHint'],
    read: (answer, now) => {
      if (/^IdleHint=no$/m.test(answer)) return 0;
      // Microseconds since 1970.
      const since = divided(numberIn(/^IdleSinceHint=(\d+)$/m, answer), 1000);
      return /^IdleHint=yes$/m.test(answer) && since !== undefined ? Math.max(0, now - since) : undefined;
    },
  };
}

/**
 * Finds out for how long nobody has touched the keyboard. Ways that fail aren't tried again.
 * @param now milliseconds since 1970
 * @returns asks; the answer is in milliseconds, or undefined where this computer can't tell
 */
export function findIdleTime(env: Environment, platform: string, now: () => number): () => Promise<number | undefined> {
  let ways = installed(waysOn(env, platform), env);
  return async () => {
    for (const way of ways) {
      const answer = await askProgram({ program: way.program, args: way.args, env });
      const idle = answer === undefined ? undefined : way.read(answer, now());
      if (idle !== undefined) return idle;
      ways = ways.filter((one) => one !== way);
    }
    return undefined;
  };
}

function waysOn(env: Environment, platform: string): Way[] {
  // The keyboard is at another computer.
  if (isRemote(env)) return [];
  if (platform === 'darwin') return [MACOS];
  if (platform === 'win32') return [];
  const session = env['XDG_SESSION_ID'];
  return [
    ...(env['DBUS_SESSION_BUS_ADDRESS'] || env['XDG_RUNTIME_DIR'] ? [GNOME] : []),
    // Under Wayland only the keys of X11 programs would count.
    ...(env['DISPLAY'] && !env['WAYLAND_DISPLAY'] ? [X11] : []),
    ...(session ? [logind(session)] : []),
  ];
}

function installed(ways: readonly Way[], env: Environment) {
  return ways.flatMap((way) => {
    const program = findProgram([way.name], env);
    return program === undefined ? [] : [{ ...way, program }];
  });
}

function numberIn(pattern: RegExp, text: string): number | undefined {
  const [, digits] = pattern.exec(text) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

function divided(value: number | undefined, by: number): number | undefined {
  return value === undefined ? undefined : value / by;
}
