import { afterEach, describe, expect, it } from 'vitest';
import { findIdleTime } from '../../src/system/idle.ts';
import { fakeComputer } from './fake-programs.ts';
import { removeFolders } from './places.ts';

const NOW = Date.UTC(2026, 10, 30, 9);
const LOGS = 'echo "$0 $*" >> "$LOG"';
const BUS = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' };

afterEach(removeFolders);

/** Asks a computer with these programs twice. */
async function ask(scripts: Record<string, string>, env: Record<string, string>, platform = 'linux') {
  const computer = fakeComputer(scripts);
  const idle = findIdleTime({ ...computer.env, ...env }, platform, () => NOW);
  const answers = [await idle(), await idle()];
  return { answers, log: computer.log().map((line) => line.slice(computer.folder.length + 1)) };
}

describe.skipIf(process.platform === 'win32')('for how long nobody has touched the keyboard', () => {
  it('is asked from GNOME over the session bus', async () => {
    const { answers, log } = await ask({ gdbus: `${LOGS}; echo "(uint64 61234,)"` }, BUS);
    expect(answers).toEqual([61_234, 61_234]);
    expect(log[0]).toMatch(/^gdbus call --session .*org\.gnome\.Mutter\.IdleMonitor\.GetIdletime$/);
  });

  it('is asked from X11, but not under Wayland', async () => {
    const programs = { xprintidle: 'echo 4711' };
    expect((await ask(programs, { DISPLAY: ':0' })).answers).toEqual([4711, 4711]);
    expect((await ask(programs, { DISPLAY: ':0', WAYLAND_DISPLAY: 'wayland-0' })).answers[0]).toBeUndefined();
    expect((await ask(programs, {})).answers[0]).toBeUndefined();
  });

  it('is asked from logind, which says since when', async () => {
    const session = { XDG_SESSION_ID: '3' };
    const since = (NOW - 90_000) * 1000;
    const idle = await ask({ loginctl: `${LOGS}; printf 'IdleHint=yes\\nIdleSinceHint=${since}\\n'` }, session);
    expect(idle.answers).toEqual([90_000, 90_000]);
    expect(idle.log[0]).toBe('loginctl show-session 3 --property=IdleHint --property=IdleSinceHint');
    const busy = await ask({ loginctl: `printf 'IdleHint=no\\nIdleSinceHint=${since}\\n'` }, session);
    expect(busy.answers).toEqual([0, 0]);
  });

  it('is asked from macOS, which counts nanoseconds', async () => {
    const { answers, log } = await ask({ ioreg: `${LOGS}; echo '    "HIDIdleTime" = 5250000000'` }, {}, 'darwin');
    expect(answers).toEqual([5250, 5250]);
    expect(log[0]).toBe('ioreg -r -d 1 -c IOHIDSystem');
  });

  it('is asked from the next program where one fails, and that one is not asked again', async () => {
    const programs = {
      gdbus: `${LOGS}; echo "Error: no such name" >&2; exit 1`,
      xprintidle: `${LOGS}; echo rubbish`,
      loginctl: `${LOGS}; echo IdleHint=no`,
    };
    const { answers, log } = await ask(programs, { ...BUS, DISPLAY: ':0', XDG_SESSION_ID: '3' });
    expect(answers).toEqual([0, 0]);
    expect(log.map((line) => line.split(' ')[0])).toEqual(['gdbus', 'xprintidle', 'loginctl', 'loginctl']);
  });

  it.each([
    ['nothing is installed', {}, BUS, 'linux'],
    [
      'the keyboard is at another computer',
      { gdbus: 'echo "(uint64 1,)"' },
      { ...BUS, SSH_TTY: '/dev/pts/1' },
      'linux',
    ],
    ['it is Windows', { gdbus: 'echo "(uint64 1,)"' }, BUS, 'win32'],
  ])("can't be told where %s", async (_where, programs, env, platform) => {
    expect((await ask(programs as Record<string, string>, env, platform)).answers).toEqual([undefined, undefined]);
  });
});
