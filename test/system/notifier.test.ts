import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Notice, Notifier } from '../../src/system/notice.ts';
import { findNotifier } from '../../src/system/notifier.ts';
import { isAlive } from '../e2e/harness/process-state.ts';
import { fakeComputer, pause, until } from './fake-programs.ts';
import { makeFolder, removeFolders } from './places.ts';

const BUS = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' };
const ICE: Notice = { title: 'unspasm', body: 'Take the ice off now.', urgent: true };
/** Says with which arguments it was started, a line each, and which bus it would use. */
const LOGS = 'for one in "$@"; do printf "%s\\n" "$one" >> "$LOG"; done; echo "on $DBUS_SESSION_BUS_ADDRESS" >> "$LOG"';
const SHOWS = `${LOGS}; echo 7`;
const ARGS = ['--app-name=unspasm', '--urgency=critical', '--hint=boolean:suppress-sound:true', '--'];
const ON_BUS = `on ${BUS.DBUS_SESSION_BUS_ADDRESS}`;

const servers: Server[] = [];

afterEach(() => {
  vi.useRealTimers();
  for (const server of servers.splice(0)) server.close();
  removeFolders();
});

function notifierOn(platform: string, env: Readonly<Record<string, string>>): Notifier {
  const notifier = findNotifier(env, platform);
  if (typeof notifier === 'string') throw new Error(notifier);
  return notifier;
}

describe.skipIf(process.platform === 'win32')('a notification by notify-send', () => {
  it('has the texts as arguments that are no options, and is urgent or not', async () => {
    const { env, log } = fakeComputer({ 'notify-send': SHOWS });
    const notifier = notifierOn('linux', { ...env, ...BUS });
    expect(await notifier.show({ ...ICE, body: '--wait' })).toBe(true);
    expect(log()).toEqual(['--print-id', ...ARGS, 'unspasm', '--wait', ON_BUS]);
    await notifier.show({ ...ICE, urgent: false });
    expect(log()).toContain('--urgency=normal');
  });

  it('shows every letter of the body, where markup and escapes have a meaning', async () => {
    const { env, log } = fakeComputer({ 'notify-send': SHOWS });
    await notifierOn('linux', { ...env, ...BUS }).show({ ...ICE, title: 'a <b>', body: '<b>5 & \\n\u001B[1m 6\n7' });
    expect(log().slice(-3)).toEqual(['a <b>', '&lt;b&gt;5 &amp; \\\\n [1m 6 7', ON_BUS]);
  });

  it('takes the place of the one before, and can be taken away', async () => {
    const { env, log } = fakeComputer({ 'notify-send': SHOWS, gdbus: LOGS });
    const notifier = notifierOn('linux', { ...env, ...BUS });
    await notifier.show(ICE);
    await notifier.show(ICE);
    expect(log()).toContain('--replace-id=7');
    notifier.withdraw();
    await until(() => log().some((line) => line.endsWith('.CloseNotification')));
    await until(() => log().filter((line) => line === ON_BUS).length === 3);
    expect(log().at(-2)).toBe('7');
    notifier.withdraw();
    await notifier.show(ICE);
    expect(log().filter((line) => line === '--replace-id=7')).toHaveLength(1);
  });

  it('that was taken away before it was shown goes as soon as it is', async () => {
    const { env, log, folder } = fakeComputer({
      'notify-send': `${LOGS}; while [ ! -e "$GO" ]; do sleep 0.01; done; echo 7`,
      gdbus: LOGS,
      touch: ': > "$1"',
    });
    const notifier = notifierOn('linux', { ...env, ...BUS, GO: join(folder, 'log.go') });
    const shown = notifier.show(ICE);
    await until(() => log().includes(ON_BUS));
    notifier.withdraw();
    await pause(30);
    expect(log().some((line) => line.endsWith('.CloseNotification'))).toBe(false);
    writeFileSync(join(folder, 'log.go'), '');
    await shown;
    await until(() => log().some((line) => line.endsWith('.CloseNotification')));
  });

  it('is shown by an old version as well, which knows no ids and no buttons', async () => {
    const old = 'case "$*" in *print-id*) exit 1;; esac';
    const { env, log } = fakeComputer({ 'notify-send': `${LOGS}; ${old}` });
    const notifier = notifierOn('linux', { ...env, ...BUS });
    expect(await notifier.show({ ...ICE, actions: [{ label: 'It is off', chosen: () => {} }] })).toBe(true);
    expect(log().slice(-7)).toEqual([...ARGS, 'unspasm', ICE.body, ON_BUS]);
    expect(log().some((line) => line.startsWith('--action'))).toBe(false);
  });

  it('is not shown where that fails, and hangs for five seconds at most', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { env, lines } = fakeComputer({ 'notify-send': 'echo "$$" >> "$LOG"; exec sleep 60' });
    const shown = notifierOn('linux', { ...env, ...BUS }).show(ICE);
    await lines(1);
    vi.advanceTimersByTime(5_100);
    const [, second] = await lines(2);
    expect(isAlive(second!)).toBe(true);
    vi.advanceTimersByTime(5_100);
    expect(await shown).toBe(false);
  });

  it('starts no bus of its own: without one, it says that it can’t', () => {
    const { env, log } = fakeComputer({ 'notify-send': SHOWS });
    const lost = { ...env, XDG_RUNTIME_DIR: makeFolder(), DBUS_SESSION_BUS_ADDRESS: undefined };
    expect(findNotifier(lost, 'linux')).toBe('no desktop can be reached from here');
    expect(log()).toEqual([]);
  });

  it('finds the bus of the user where the environment doesn’t name it, as for what cron starts', async () => {
    const { env, log } = fakeComputer({ 'notify-send': SHOWS });
    const folder = makeFolder();
    const server = createServer().listen(join(folder, 'bus'));
    servers.push(server);
    await until(() => server.listening);
    expect(await notifierOn('linux', { ...env, XDG_RUNTIME_DIR: folder }).show(ICE)).toBe(true);
    expect(log().at(-1)).toBe(`on unix:path=${folder}/bus`);
  });
});

describe.skipIf(process.platform === 'win32')('the buttons of a notification', () => {
  /** Shows it, and waits with its buttons until somebody presses the second. */
  const ASKS = `${LOGS}; case "$*" in *--action*) echo "waits $$" >> "$LOG"; sleep "$WAIT"; echo 1;; *) echo 7;; esac`;

  it('are there once it was shown, and say which was chosen', async () => {
    const { env, log } = fakeComputer({ 'notify-send': ASKS });
    const chosen: string[] = [];
    const actions = ['It is off', '--later'].map((label) => ({ label, chosen: () => void chosen.push(label) }));
    await notifierOn('linux', { ...env, ...BUS, WAIT: '0' }).show({ ...ICE, actions });
    await until(() => chosen.length > 0);
    expect(chosen).toEqual(['--later']);
    expect(log()).toEqual(expect.arrayContaining(['--replace-id=7', '--action=0=It is off', '--action=1=--later']));
  });

  it.each<[string, (notifier: Notifier) => unknown]>([
    ['the next notification comes', (notifier) => notifier.show(ICE)],
    ['it is taken away', (notifier) => notifier.withdraw()],
    ['the session is over', (notifier) => notifier.stop()],
  ])('are waited for until %s', async (_, end) => {
    const { env, log } = fakeComputer({ 'notify-send': ASKS.replace('sleep', 'exec sleep') });
    const notifier = notifierOn('linux', { ...env, ...BUS, WAIT: '60' });
    await notifier.show({ ...ICE, actions: [{ label: 'It is off', chosen: () => {} }] });
    await until(() => log().at(-1)!.startsWith('waits'));
    const pid = log().at(-1)!.replace('waits ', '');
    expect(isAlive(pid)).toBe(true);
    await end(notifier);
    await until(() => !isAlive(pid));
  });
});

/** Says with how many arguments it was started, and what it read. */
const READS = 'echo "$#: $*" >> "$LOG"; cat >> "$LOG"; echo >> "$LOG"; echo over >> "$LOG"';
const HOSTILE: Notice = { title: '"); bad("', body: 'a \'b\' "c" $d `e` \\ é ☃ <f> & \u2028', urgent: true };

describe.skipIf(process.platform === 'win32')('a notification by a script', () => {
  it('is one of osascript on a Mac, and its texts are literals', async () => {
    const { env, log } = fakeComputer({ osascript: READS });
    expect(await notifierOn('darwin', env).show(HOSTILE)).toBe(true);
    const [args, ...script] = log();
    expect(args).toBe('2: -l JavaScript');
    const shown: unknown[] = [];
    const Application = {
      currentApplication: () => ({ displayNotification: (...given: unknown[]) => shown.push(...given) }),
    };
    runInNewContext(script.slice(0, script.indexOf('over')).join('\n'), { Application });
    expect(JSON.parse(JSON.stringify(shown))).toEqual([
      `a 'b' "c" $d \`e\` \\ é ☃ <f> &`,
      { withTitle: HOSTILE.title },
    ]);
    expect(script.join('\n')).toMatch(/^[ -~\n]*$/);
  });

  it.each([
    ['powershell', 'win32', {}],
    ['powershell.exe', 'linux', { WSL_DISTRO_NAME: 'Debian' }],
  ])('is one of %s on %s, which reads the texts as JSON in ASCII', async (name, platform, more) => {
    const { env, log } = fakeComputer({ [name]: READS, 'notify-send': 'echo wrong >> "$LOG"' });
    expect(await notifierOn(platform, { ...env, ...more }).show(HOSTILE)).toBe(true);
    const [args, json] = log();
    expect(args).toMatch(/^4: -NoProfile -NonInteractive -Command [^"]*ToastNotificationManager[^"]*$/);
    expect(args).not.toContain(HOSTILE.title);
    expect(json).toMatch(/^[ -~]*$/);
    expect(JSON.parse(json!)).toEqual({
      title: HOSTILE.title,
      body: `a 'b' "c" $d \`e\` \\ é ☃ <f> &`,
      duration: 'long',
    });
    expect(log()).not.toContain('wrong');
  });

  it('is one of the Linux desktop where Windows shows none', async () => {
    const { env, log } = fakeComputer({ 'powershell.exe': 'cat; exit 1', 'notify-send': SHOWS });
    const wsl = { ...env, ...BUS, WSL_INTEROP: '/run/WSL/1_interop' };
    expect(await notifierOn('linux', wsl).show(ICE)).toBe(true);
    expect(log()).toContain(ICE.body);
  });
});

describe('without notifications', () => {
  it.each<[string, string, Record<string, string>, string]>([
    ['over ssh', 'linux', { SSH_TTY: '/dev/pts/1' }, 'over ssh, the other computer would show them'],
    ['on Linux', 'linux', {}, "notify-send isn't installed on this computer"],
    ['on a Mac', 'darwin', {}, "osascript isn't installed on this computer"],
    ['on Windows', 'win32', {}, "powershell isn't installed on this computer"],
  ])('it is said why: %s', (_, platform, env, why) => {
    expect(findNotifier({ PATH: '', ...env }, platform)).toBe(why);
  });
});
