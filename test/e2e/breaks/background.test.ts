import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { fakeComputer } from '../../system/fake-programs.ts';
import { isAlive } from '../harness/process-state.ts';
import { eventually, type Someone, test } from '../session/person.ts';

const SHOWS = 'for word; do last=$word; done; echo "$last" >> "$LOG"; echo 7';
/** A desktop with buttons: the second one is pressed. */
const ANSWERS = `case "$*" in *--action*) echo 1;; *) ${SHOWS};; esac`;

/** Hardly longer: the time that a program may take is stepped, too, and the program is a real one. */
const UNTIL_DUE_MS = 30 * 60_000 + 50;

const fileOf = (person: Someone) => join(person.state, 'breaks.json');
const pidOf = (person: Someone) => (JSON.parse(readFileSync(fileOf(person), 'utf8')) as { pid: number }).pid;

function withPrograms(person: Someone, programs: Readonly<Record<string, string>>) {
  const { env, log } = fakeComputer(programs, join(person.home, 'programs'));
  return { env: { ...env, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' }, log };
}

describe.concurrent('in the background', () => {
  test('breaks give the prompt back, and go on until they are stopped', async ({ someone }) => {
    const anna = someone();
    const { env } = withPrograms(anna, { 'notify-send': SHOWS });
    const options = { env, ownProcess: true };
    const said = await anna.does(['breaks', '--background', '--every', '45m'], options);
    const pid = pidOf(anna);
    try {
      expect(said).toMatch(
        /^Breaks are on, every 45 minutes\. The next one is due at \d\d:\d\d\.\nTo stop them, run: /,
      );
      expect(isAlive(pid)).toBe(true);
      expect(await anna.document(['breaks', 'status'])).toMatchObject({ on: true, everyMinutes: 45 });
      const again = await anna.run(['breaks', '--background'], options);
      expect(again).toMatchObject({ code: 1, stdout: '' });
      expect(again.stderr).toMatch(/^unspasm: breaks are on already\./);
      expect(pidOf(anna)).toBe(pid);
    } finally {
      await anna.run(['breaks', 'stop']);
    }
    await eventually(() => isAlive(pid), false);
    expect(existsSync(fileOf(anna))).toBe(false);
  });

  test.for([
    [{}, [], "notify-send isn't installed"],
    [{ 'notify-send': SHOWS }, ['config', 'set', 'notifications', 'off'], 'notifications and sound are turned off'],
  ] as const)('nothing is started that nobody would notice: %#', async ([programs, setting, why], { someone }) => {
    const anna = someone();
    const { env } = withPrograms(anna, programs);
    if (setting.length > 0) await anna.does([...setting]);
    const { code, stderr } = await anna.run(['breaks', '--background'], { env, ownProcess: true });
    expect(code).toBe(1);
    expect(stderr).toContain(`unspasm: nothing on this computer could remind you: ${why}`);
    expect(existsSync(fileOf(anna))).toBe(false);
  });

  test('nothing is started where the state can’t be saved, and why is said at once', async ({ someone }) => {
    const anna = someone();
    const { env } = withPrograms(anna, { 'notify-send': SHOWS });
    const file = join(anna.home, 'file');
    writeFileSync(file, '');
    const options = { env: { ...env, XDG_STATE_HOME: file }, ownProcess: true };
    const { code, stdout, stderr } = await anna.run(['breaks', '--background'], options);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^unspasm: breaks can't be started: .*\n {2}check that the disk has room/);
  });

  test('--quiet is refused', async ({ someone }) => {
    const { code, stderr } = await someone().run(['breaks', '--background', '--quiet']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('nobody would notice breaks in the background')]);
  });

  test('a break is shown on the desktop, with what to do', async ({ someone }) => {
    const anna = someone();
    const { env, log } = withPrograms(anna, { 'notify-send': SHOWS });
    const { clock, terminal } = anna.sit(['breaks', 'run'], { env, ownProcess: true });
    await eventually(() => existsSync(fileOf(anna)), true);
    await clock.tick(UNTIL_DUE_MS);
    await eventually(() => log().length > 0, true);
    expect(log()[0]).toMatch(/^A few steps: Get up and walk a few steps.* Stop if it hurts\.$/);
    expect(terminal.output()).toBe('');
    expect(await anna.does(['breaks', 'done'], { env: anna.clock(31).env })).toMatch(/^Done\. 1 break today\./);
  });

  test('a button of it answers', async ({ someone }) => {
    const anna = someone();
    const { env } = withPrograms(anna, { 'notify-send': ANSWERS });
    const { clock } = anna.sit(['breaks', 'run'], { env, ownProcess: true });
    await eventually(() => existsSync(fileOf(anna)), true);
    const nextAt = () =>
      (JSON.parse(readFileSync(fileOf(anna), 'utf8')) as { breaks: { nextAt: number } }).breaks.nextAt;
    const first = nextAt();
    await clock.tick(UNTIL_DUE_MS);
    // Put off by five minutes, where the next break would otherwise come after thirty.
    await eventually(() => nextAt() > first && nextAt() < first + 10 * 60_000, true);
    expect(anna.entries()).toEqual([]);
  });
});
