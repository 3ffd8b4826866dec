import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { findTimers, type Timer, type Timers } from '../../src/system/timers.ts';
import { fakeComputer } from './fake-programs.ts';
import { makeFolder, removeFolders } from './places.ts';

afterEach(removeFolders);

const WHEN = { days: [1, 5], hour: 18, minute: 30 };
const COMMAND = { program: '/usr/bin/node', args: ['/opt/unspasm.cjs', 'plan'], env: {} };
const LOGS = 'echo "${0##*/} $*" >> "$LOG"';

/** A crontab in a file, as the real program has it. */
const CRONTAB = `${LOGS}; case "$1" in -l) [ -f "$TAB" ] && cat "$TAB" || { echo "no crontab for anna" >&2; exit 1; };; -) cat > "$TAB";; esac`;

/** @param running the names of the programs that run there, beside the first process */
async function on(
  scripts: Record<string, string>,
  platform = 'linux',
  more: Record<string, string> = {},
  running = ['cron'],
) {
  const home = makeFolder();
  const { env, log } = fakeComputer(scripts);
  const tab = join(home, 'tab');
  const processes = join(home, 'processes');
  for (const [pid, name] of ['init', ...running].entries()) {
    mkdirSync(join(processes, String(pid + 1)), { recursive: true });
    writeFileSync(join(processes, String(pid + 1), 'comm'), `${name}\n`);
  }
  const timers = await findTimers({ env: { ...env, HOME: home, TAB: tab, ...more }, platform, home, processes });
  return { home, log, tab, timers, timer: timers.best as Timer };
}

function nameOf({ best }: Timers): string {
  return typeof best === 'string' ? best : best.name;
}

function folder(home: string): string {
  return join(home, '.config', 'systemd', 'user');
}

describe.skipIf(process.platform === 'win32')('systemd', () => {
  it('gets two files, and its timer is started', async () => {
    const { home, timer, log } = await on({ systemctl: LOGS });
    expect(await timer.isSet()).toBe(false);
    await timer.set(WHEN, COMMAND);
    expect(readFileSync(join(folder(home), 'unspasm-exercise.timer'), 'utf8')).toContain(
      'OnCalendar=Mon,Fri *-*-* 18:30',
    );
    expect(readFileSync(join(folder(home), 'unspasm-exercise.service'), 'utf8')).toContain('"/opt/unspasm.cjs" "plan"');
    expect(timer.changes(WHEN, COMMAND).map(({ where }) => existsSync(where))).toEqual([true, true]);
    expect(log().slice(1)).toEqual([
      'systemctl --user daemon-reload',
      'systemctl --user enable unspasm-exercise.timer',
      'systemctl --user restart unspasm-exercise.timer',
    ]);
    expect(await timer.isSet()).toBe(true);
    await timer.remove();
    expect(await timer.isSet()).toBe(false);
    expect(existsSync(join(folder(home), 'unspasm-exercise.service'))).toBe(false);
    expect(log().slice(4)).toEqual([
      'systemctl --user disable --now unspasm-exercise.timer',
      'systemctl --user daemon-reload',
    ]);
  });

  it('keeps its files where XDG_CONFIG_HOME says', async () => {
    const config = makeFolder();
    const { timer } = await on({ systemctl: LOGS }, 'linux', { XDG_CONFIG_HOME: config });
    await timer.set(WHEN, COMMAND);
    expect(existsSync(join(config, 'systemd', 'user', 'unspasm-exercise.timer'))).toBe(true);
  });

  it('that fails leaves nothing behind, and says what it said', async () => {
    const script = `${LOGS}; case "$*" in *enable*) echo "Failed to enable unit: no" >&2; exit 1;; esac`;
    const { home, timer } = await on({ systemctl: script });
    await expect(timer.set(WHEN, COMMAND)).rejects.toThrow(
      'systemctl --user failed: Failed to enable unit: no. No reminder is set now',
    );
    expect(existsSync(join(folder(home), 'unspasm-exercise.timer'))).toBe(false);
  });

  it('that refuses new times keeps the earlier reminder', async () => {
    const refuses =
      'case "$*" in *restart*) case "$(cat "$HOME/.config/systemd/user/unspasm-exercise.timer")" in *Fri*) ;; *) echo "Bad times" >&2; exit 1;; esac;; esac';
    const { home, timer, log } = await on({ systemctl: `${LOGS}; ${refuses}` });
    const texts = () => timer.changes(WHEN, COMMAND).map(({ where }) => readFileSync(where, 'utf8'));
    await timer.set(WHEN, COMMAND);
    const before = texts();
    const moved = { ...COMMAND, args: ['/elsewhere.cjs'] };
    await expect(timer.set({ ...WHEN, days: [2] }, moved)).rejects.toThrow(
      'systemctl --user failed: Bad times. The earlier reminder is still set',
    );
    expect(texts()).toEqual(before);
    expect(log().at(-1)).toBe('systemctl --user restart unspasm-exercise.timer');
    expect(existsSync(join(folder(home), 'unspasm-exercise.timer'))).toBe(true);
  });

  it('whose second file cannot be written keeps the first as it was', async () => {
    const { home, timer } = await on({ systemctl: LOGS });
    await timer.set(WHEN, COMMAND);
    const file = join(folder(home), 'unspasm-exercise.timer');
    const before = readFileSync(file, 'utf8');
    const service = join(folder(home), 'unspasm-exercise.service');
    rmSync(service);
    mkdirSync(service);
    await expect(timer.set({ ...WHEN, days: [2] }, COMMAND)).rejects.toThrow(
      "unspasm-exercise.service can't be written",
    );
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('that has no user to serve gives way to cron, and why is said', async () => {
    const systemctl = 'echo "Failed to connect to bus: No medium found" >&2; exit 1';
    const { timers } = await on({ systemctl, crontab: CRONTAB });
    expect(nameOf(timers)).toBe('cron');
    expect(timers.notes).toEqual([
      "systemctl --user doesn't work here (Failed to connect to bus: No medium found), so cron is used",
    ]);
    expect(timers.all.map(({ name }) => name)).toEqual(['systemd', 'cron']);
    const alone = await on({ systemctl });
    expect(alone.timers.best).toMatch(/^systemctl --user doesn't work here \(Failed to connect to bus/);
  });

  it('comes before cron', async () => {
    const { timers } = await on({ systemctl: LOGS, crontab: CRONTAB });
    expect([nameOf(timers), timers.notes]).toEqual(['systemd', []]);
  });
});

describe.skipIf(process.platform === 'win32')("a time zone of one's own", () => {
  const TZ = 'Antarctica/Troll';

  it('is passed on to systemd', async () => {
    const { timer, timers } = await on({ systemctl: LOGS }, 'linux', { TZ });
    expect(timer.changes(WHEN, COMMAND)[0]!.text).toContain('\nOnCalendar=Mon,Fri *-*-* 18:30:00 Antarctica/Troll\n');
    expect(timers.notes).toEqual([]);
  });

  it.each([
    ['linux', { crontab: CRONTAB }, TZ, 'cron'],
    ['linux', { systemctl: LOGS }, '<+03>-3', 'systemd'],
    ['darwin', { launchctl: LOGS }, TZ, 'launchd'],
    ['win32', { schtasks: LOGS }, TZ, 'Task Scheduler'],
  ] as const)('is said to be of no use on %s with %j', async (platform, scripts, zone, name) => {
    const { timers } = await on(scripts, platform, { TZ: zone });
    expect(timers.notes).toEqual([
      `${name} uses the time zone of this computer, not that of your variable TZ (${zone})`,
    ]);
  });
});

describe.skipIf(process.platform === 'win32')('cron', () => {
  it.each([
    [[], 1],
    [['bash', 'cron'], 0],
    [['crond'], 0],
  ])('that doesn’t run, among %j, is named', async (running, count) => {
    const { timers } = await on({ crontab: CRONTAB }, 'linux', {}, running);
    expect(timers.notes).toHaveLength(count);
    expect(timers.notes.join('')).toMatch(count === 0 ? /^$/ : /^cron doesn't seem to be running on this computer/);
  });

  it('gets one line, again and again, and every other line stays', async () => {
    const { timer, tab } = await on({ crontab: CRONTAB });
    const others = '# mine\n0 5 * * * backup 5%\n';
    writeFileSync(tab, others);
    await timer.set({ ...WHEN, hour: 7 }, COMMAND);
    await timer.set(WHEN, COMMAND);
    expect(readFileSync(tab, 'utf8')).toBe(
      `${others}30 18 * * 1,5 /usr/bin/node /opt/unspasm.cjs plan # unspasm: reminder to exercise\n`,
    );
    expect(await timer.isSet()).toBe(true);
    await timer.remove();
    expect(readFileSync(tab, 'utf8')).toBe(others);
    expect(await timer.isSet()).toBe(false);
  });

  it('gets a first crontab, with what finds the desktop', async () => {
    const { timer, tab } = await on({ crontab: CRONTAB }, 'linux', { XDG_RUNTIME_DIR: '/run/user/1000' });
    await timer.set(WHEN, COMMAND);
    expect(readFileSync(tab, 'utf8')).toMatch(/^30 18 \* \* 1,5 \/usr\/bin\/env XDG_RUNTIME_DIR=\/run\/user\/1000 /);
    expect(readFileSync(tab, 'utf8')).toBe(timer.changes(WHEN, COMMAND)[0]!.text);
  });

  it('whose crontab cannot be read is left alone', async () => {
    const script = `${LOGS}; [ "$1" = -l ] && { echo "crontab: you (anna) are not allowed to use this program" >&2; exit 1; }; cat > "$TAB"`;
    const { timer, tab, log } = await on({ crontab: script });
    await expect(timer.set(WHEN, COMMAND)).rejects.toThrow('crontab -l failed: crontab: you (anna) are not allowed');
    await expect(timer.remove()).rejects.toThrow('crontab -l failed');
    expect([existsSync(tab), log().includes('crontab -')]).toEqual([false, false]);
    // It may have a line of ours.
    await expect(timer.isSet()).rejects.toThrow('crontab -l failed');
  });
});

describe.skipIf(process.platform === 'win32')('other schedulers', () => {
  it('launchd gets an agent, which replaces an earlier one', async () => {
    const { home, timer, log } = await on({ launchctl: LOGS }, 'darwin');
    await timer.set(WHEN, COMMAND);
    const file = join(home, 'Library', 'LaunchAgents', 'local.unspasm-exercise.plist');
    expect(readFileSync(file, 'utf8')).toContain('<string>/opt/unspasm.cjs</string>');
    expect(log().map((line) => line.replace(/gui\/\d+/, 'gui/0'))).toEqual([
      'launchctl bootout gui/0/local.unspasm-exercise',
      `launchctl bootstrap gui/0 ${file}`,
    ]);
    await timer.remove();
    expect(existsSync(file)).toBe(false);
  });

  it('launchd that fails leaves no file', async () => {
    const { home, timer } = await on(
      { launchctl: '[ "$1" = bootout ] || { echo "Bootstrap failed: 5" >&2; exit 5; }' },
      'darwin',
    );
    await expect(timer.set(WHEN, COMMAND)).rejects.toThrow(
      /^launchctl failed: Bootstrap failed: 5.*No reminder is set now$/s,
    );
    expect(existsSync(join(home, 'Library', 'LaunchAgents', 'local.unspasm-exercise.plist'))).toBe(false);
  });

  it('launchd that refuses new times keeps the earlier reminder', async () => {
    const script =
      'case "$1$(cat "$3")" in bootstrap*elsewhere*) echo "Bootstrap failed: 5" >&2; exit 5;; esac; exit 0';
    const { home, timer } = await on({ launchctl: script }, 'darwin');
    await timer.set(WHEN, COMMAND);
    await expect(timer.set(WHEN, { ...COMMAND, args: ['/elsewhere.cjs'] })).rejects.toThrow(
      /^launchctl failed: Bootstrap failed: 5.* The earlier reminder is still set$/s,
    );
    const file = join(home, 'Library', 'LaunchAgents', 'local.unspasm-exercise.plist');
    expect(readFileSync(file, 'utf8')).toContain('<string>/opt/unspasm.cjs</string>');
  });

  it('Windows gets a task', async () => {
    const { timer, log } = await on({ schtasks: `${LOGS}; [ "$1" != /Query ]` }, 'win32');
    await timer.set(WHEN, COMMAND);
    expect(await timer.isSet()).toBe(false);
    await timer.remove();
    expect(log()).toEqual([
      'schtasks /Create /F /SC WEEKLY /D MON,FRI /ST 18:30 /TN unspasm-exercise /TR /usr/bin/node /opt/unspasm.cjs plan',
      'schtasks /Query /TN unspasm-exercise',
      'schtasks /Delete /F /TN unspasm-exercise',
    ]);
  });

  it.each([
    ['linux', 'neither systemctl nor crontab is installed on this computer'],
    ['darwin', "the program of launchd isn't installed on this computer"],
    ['win32', "the program of Task Scheduler isn't installed on this computer"],
  ])('none on %s is said', async (platform, why) => {
    const { timers } = await on({}, platform);
    expect([timers.best, timers.all]).toEqual([why, []]);
  });

  it('a folder that cannot be written is said', async () => {
    const { home, timer } = await on({ systemctl: LOGS });
    writeFileSync(join(home, '.config'), 'a file');
    await expect(timer.set(WHEN, COMMAND)).rejects.toThrow(/unspasm-exercise\.timer can't be written/);
  });
});
