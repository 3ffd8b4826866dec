import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { keepAwake } from '../../src/system/keep-awake.ts';
import { isAlive } from '../e2e/harness/process-state.ts';
import { fakeComputer, pause, runNode, until } from './fake-programs.ts';
import { removeFolders } from './places.ts';

const HOLDS = 'echo "$$ $*" >> "$LOG"; exec cat';
/** Its own words tell of the end: a process whose parent is dead may stay on the list for a while. */
const HOLDS_AND_TELLS = 'echo held >> "$LOG"; cat; echo gone >> "$LOG"';
const LOGS_ALL = 'echo "$$ $*" >> "$LOG"';
const REFUSES = 'echo "$$ $*" >> "$LOG"; exit 1';
const pidIn = (line = '') => line.split(' ')[0]!;

afterEach(removeFolders);

describe.skipIf(process.platform === 'win32')('the lock', () => {
  it('is held by systemd-inhibit on Linux, until released', async () => {
    const { env, lines, folder } = fakeComputer({ 'systemd-inhibit': HOLDS });
    const failed = vi.fn();
    const lock = keepAwake(env, 'linux', failed);
    const [line = ''] = await lines(1);
    expect(line.replace(/^\d+ /, '')).toBe(
      `--what=idle:sleep --who=unspasm --why=a session is in progress --mode=block ${join(folder, 'cat')}`,
    );
    expect(isAlive(pidIn(line))).toBe(true);
    lock.release();
    lock.release();
    await until(() => !isAlive(pidIn(line)));
    await pause(20);
    expect(failed).not.toHaveBeenCalled();
  });

  it('is for being idle alone where the system refuses to hold back sleep', async () => {
    const { env, lines } = fakeComputer({
      'systemd-inhibit': `case "$1" in *sleep*) echo "refuses $1" >> "$LOG"; exit 1;; esac; ${HOLDS}`,
    });
    const failed = vi.fn();
    const lock = keepAwake(env, 'linux', failed);
    const [first, second = ''] = await lines(2);
    expect(first).toBe('refuses --what=idle:sleep');
    expect(second).toMatch(/ --what=idle --who=unspasm .*--mode=block \S+cat$/);
    expect(isAlive(pidIn(second))).toBe(true);
    lock.release();
    await until(() => !isAlive(pidIn(second)));
    await pause(20);
    expect(failed).not.toHaveBeenCalled();
  });

  it('is not taken again where it was released before the first attempt was refused', async () => {
    const { env, lines, log } = fakeComputer({ 'systemd-inhibit': `trap '' TERM; ${LOGS_ALL}; cat; exit 1` });
    const lock = keepAwake(env, 'linux', () => {});
    await lines(1);
    lock.release();
    await pause(100);
    expect(log()).toHaveLength(1);
  });

  it.each([
    ['alone', {}],
    ['beside a systemd that has no power manager', { 'systemd-inhibit': REFUSES }],
  ])('is held by elogind-inhibit where that is what there is, %s', async (_, more) => {
    const { env, log } = fakeComputer({ 'elogind-inhibit': HOLDS, ...more });
    const lock = keepAwake(env, 'linux', () => {});
    const held = () => log().find((line) => isAlive(pidIn(line)));
    await until(() => held() !== undefined && log().length === (Object.keys(more).length > 0 ? 3 : 1));
    expect(held()).toContain('--what=idle:sleep');
    lock.release();
    await until(() => held() === undefined);
  });

  it('starts nothing where the program it hands on isn’t in an absolute folder', async () => {
    const { env, folder, log } = fakeComputer({ 'systemd-inhibit': HOLDS });
    rmSync(join(folder, 'cat'));
    const failed = vi.fn();
    keepAwake({ ...env, PATH: `.:${folder}` }, 'linux', failed);
    await until(() => failed.mock.calls.length > 0);
    expect(failed).toHaveBeenCalledWith("cat isn't installed on this computer");
    expect(log()).toEqual([]);
  });

  it('is gone when the process that holds it is killed', async () => {
    const { env, lines, log } = fakeComputer({ 'systemd-inhibit': HOLDS_AND_TELLS });
    const holder = await runNode('keep-awake.ts', `edge.keepAwake(env, 'linux'); setInterval(() => {}, 999);`, env);
    await lines(1);
    await pause(50);
    expect(log()).toEqual(['held']);
    holder.kill('SIGKILL');
    expect(await lines(2)).toEqual(['held', 'gone']);
  });

  it('does not keep the process alive that holds it', async () => {
    const { env, lines } = fakeComputer({ 'systemd-inhibit': HOLDS_AND_TELLS });
    const holder = await runNode('keep-awake.ts', `edge.keepAwake(env, 'linux');`, env);
    expect(await once(holder, 'exit')).toEqual([0, null]);
    expect(await lines(2)).toEqual(['held', 'gone']);
  });

  it('ends with this process on macOS, too', async () => {
    const { env, lines } = fakeComputer({ caffeinate: HOLDS });
    const lock = keepAwake(env, 'darwin', () => {});
    expect((await lines(1))[0]).toMatch(new RegExp(` -i -w ${process.pid}$`));
    lock.release();
  });

  it('and on Windows', async () => {
    const { env, lines } = fakeComputer({ powershell: HOLDS });
    const lock = keepAwake(env, 'win32', () => {});
    expect((await lines(1))[0]).toMatch(new RegExp(`SetThreadExecutionState.*; Wait-Process -Id ${process.pid}$`));
    lock.release();
  });
});

/** What is said where no lock can be had, and how many programs were started. */
async function whyNot(scripts: Record<string, string>, more: Record<string, string> = {}, platform = 'linux') {
  const { env, log } = fakeComputer(scripts);
  const failed = vi.fn();
  const lock = keepAwake({ ...env, ...more }, platform, failed);
  expect(failed).not.toHaveBeenCalled();
  await until(() => failed.mock.calls.length > 0);
  await pause(20);
  lock.release();
  expect(failed).toHaveBeenCalledTimes(1);
  return { why: failed.mock.calls[0]![0] as string, started: log().length };
}

describe.skipIf(process.platform === 'win32')('where there is no lock, it is said why', () => {
  it.each(['linux', 'darwin', 'win32', 'freebsd'])('as nothing is installed, on %s', async (platform) => {
    expect((await whyNot({}, {}, platform)).why).toMatch(/^\S+ isn't installed on this computer$/);
  });

  it('as the system refuses', async () => {
    expect(await whyNot({ 'systemd-inhibit': REFUSES })).toMatchObject({
      why: expect.stringMatching(/^systemd-inhibit stopped/) as string,
      started: 2,
    });
  });

  it('as the program is broken', async () => {
    expect((await whyNot({ 'systemd-inhibit': '#!/nowhere/at/all' })).why).toBe("systemd-inhibit can't be started");
  });

  it('as the user sits elsewhere', async () => {
    const { why, started } = await whyNot({ 'systemd-inhibit': HOLDS }, { SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22' });
    expect(why).toMatch(/^over ssh/);
    expect(started).toBe(0);
  });

  it('but not after the release', async () => {
    const failed = vi.fn();
    keepAwake({ PATH: '' }, 'linux', failed).release();
    const { env, lines } = fakeComputer({ 'systemd-inhibit': `echo >> "$LOG"; sleep 0.05` });
    const lock = keepAwake(env, 'linux', failed);
    await lines(1);
    lock.release();
    await pause(100);
    expect(failed).not.toHaveBeenCalled();
  });
});
