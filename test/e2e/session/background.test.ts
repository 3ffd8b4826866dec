import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect } from 'vitest';
import { fakeComputer } from '../../system/fake-programs.ts';
import { makeFolder, removeFolders } from '../../system/places.ts';
import { copiesOf } from '../harness/copies.ts';
import { builtProgram } from '../harness/environment.ts';
import { toolPath } from '../harness/tools.ts';
import { isAlive } from '../harness/process-state.ts';
import type { SteppedClock } from '../support/clock.ts';
import { HURRIED } from '../support/hurried.ts';
import { eventually, test, type Someone } from './person.ts';

/** Writes which sound it plays. */
const PLAYER = 'echo "${2##*/}" >>"$LOG"';
/** Writes what it is given. */
const NOTIFIER = 'echo "$*" >>"$LOG"';
const PAIN_AFTER = /And your pain now, 0 to 10\?[^]*Esc/;

const state = (anna: Someone) => anna.shown()['state'];
const sessions = (anna: Someone) => join(anna.state, 'sessions');
const isOver = (pid: string) => eventually(() => isAlive(pid), false);

/**
 * Lets time go by until something is due, and hardly longer: the time that a program may take is stepped, too, and the
 * program is a real one.
 */
const untilDue = (clock: SteppedClock, seconds: number) => clock.tick(seconds * 1000 + 50);

describe.concurrent('ice in the background', () => {
  test('is asked about first, goes on without the terminal, and is confirmed from another one', async ({ someone }) => {
    const anna = someone();
    const { env, log } = fakeComputer({ aplay: PLAYER }, join(anna.home, 'programs'));
    const copy = anna.clock();
    const first = anna.sit(['ice', '--minutes', '10', '--background', '--no-keep-awake'], {
      ownProcess: true,
      env: { ...env, ...copy.envOfCopy },
    });
    await first.terminal.waitFor(/Wrap the ice[^]*Stop at once for white[^]*Pain now, 0 to 10\?[^]*Esc/);
    await first.press('6');
    expect(await first.terminal.exited()).toEqual({ code: 0, signal: null });
    expect(first.terminal.transcript()).toMatch(
      /Ice continues in the background until \d\d:\d\d\. When it is off, run: unspasm done\.\s+To see it, run: unspasm attach\. To end it, run: unspasm stop/,
    );
    expect(await first.terminal.leftovers()).toEqual([]);
    await first.close();
    const [pid] = copiesOf(anna.home);
    const alarms = () => log().filter((line) => line === 'alarm.wav').length;
    // The ice was put on some ticks after the clock of the copy had begun.
    await untilDue(copy, 10 * 60 + 1);
    await eventually(alarms, 1);
    // After 20 seconds, and after each minute.
    for (const [index, seconds] of [20, 40, 60].entries()) {
      await copy.seconds(seconds);
      await eventually(alarms, index + 2);
    }
    expect(state(anna)).toBe('alarm');
    await copy.minutes(25);
    expect(isAlive(pid!)).toBe(true);
    const second = anna.sit(['done'], { minutesLater: 35 });
    await second.terminal.waitFor(/When did you take it off\?[^]*Esc/);
    await second.press('1');
    await second.terminal.waitFor(PAIN_AFTER);
    await second.press('3');
    expect(await second.terminal.exited()).toEqual({ code: 0, signal: null });
    expect(second.terminal.screen()).toMatch(/ice for 10 min; pain 6 before, 3 after \[\w{5}\]/);
    expect(anna.session()).toMatchObject({ minutes: 10, ended: 'done', painBefore: 6, painAfter: 3 });
    await isOver(String(pid));
    expect(anna.shown()).toEqual({});
    expect(readdirSync(join(anna.state, 'sessions'))).toEqual([]);
  });

  test('does what it is told, and says what happened', async ({ someone }) => {
    const anna = someone();
    const { pid, clock } = await anna.starts(['ice', '--minutes', '18']);
    expect(state(anna)).toBe('ready');
    expect(await anna.does(['done'])).toMatch(/^Ice on \(18 minutes, until \d\d:\d\d\)\. Put the ice where it hurts/);
    expect(state(anna)).toBe('running');
    expect(await anna.does(['pause'])).toBe('Paused. Keep it off your skin.\n');
    expect(anna.shown()).toMatchObject({ state: 'paused', ends: '', left: '1080' });
    await clock.minutes(2.1);
    expect(await anna.does(['resume'])).toBe('Resumed: 18 minutes left.\n');
    expect(await anna.does(['extend'])).toMatch(/^1 minute added, until \d\d:\d\d\.\n$/);
    expect(await anna.does(['extend', '9', 'minutes'])).toMatch(
      /^1 minute added, until .* The longest is 20 minutes\.\n$/,
    );
    expect(await anna.does(['extend'])).toBe('The longest is 20 minutes.\n');
    expect(anna.shown()['left']).toBe('1200');
    const { text, entry, running } = await anna.document<Record<string, unknown>>(['stop']);
    expect({ text, running }).toEqual({ text: expect.stringMatching(/^Stopped\. Take the ice off now/), running: [] });
    expect(anna.session()).toMatchObject({ id: entry, therapy: 'ice', ended: 'stopped', took: 2.1 });
    await isOver(pid);
  });

  test('refuses what it can’t do at the moment, with exit code 1', async ({ someone }) => {
    const anna = someone();
    const { clock } = await anna.starts(['ice', '--minutes', '10']);
    const refused = async (...args: string[]) => {
      const { code, stdout, stderr } = await anna.run(args);
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      return stderr;
    };
    expect(await refused('resume')).toContain("unspasm: ice isn't paused");
    await anna.does(['done']);
    expect(await refused('done')).toContain('unspasm: ice asks for nothing at the moment');
    await anna.does(['pause']);
    expect(await refused('done')).toContain('to continue, run: unspasm resume');
    expect(await refused('pause')).toContain('unspasm: ice is paused already');
    await anna.does(['resume']);
    await clock.minutes(10.1);
    await eventually(() => state(anna), 'alarm');
    for (const command of ['stop', 'pause', 'resume', 'extend'])
      expect(await refused(command)).toContain('unspasm: ice is over, and nobody has said yet that it is off');
    const { error } = JSON.parse(await refused('stop', '--json')) as { error: object };
    expect(error).toMatchObject({ code: 'unconfirmed', hint: 'to say that it is off, run: unspasm done' });
    expect(await anna.does(['done'])).toMatch(/^Ice is over\.\n.*ice for 10 min \[\w{5}\]\n/);
    expect(await refused('done')).toBe(
      'unspasm: no session is in progress\n  to start one, run: unspasm ice, heat, walk or stretch\n',
    );
  });

  test('isn’t started by --json, which describes a therapy', async ({ someone }) => {
    const anna = someone();
    const { code, stderr } = await anna.run(['ice', '--background', '--json'], { ownProcess: true });
    expect([code, stderr]).toEqual([2, expect.stringContaining("--json and --background can't be used together")]);
    expect(copiesOf(anna.home)).toEqual([]);
  });

  test.each(['0', '21', 'ten', '-3', '5.5'])('takes no %s minutes more', async (minutes) => {
    // It needs no session for that.
    const anna = (await import('../journal/person.ts')).newPerson();
    const { code } = await anna.run(['extend', '--', minutes]);
    expect(code).toBe(2);
  });
});

describe.concurrent('a session in the background that asks for nothing', () => {
  test('ends by itself, is saved, and leaves nothing behind', async ({ someone }) => {
    const anna = someone();
    const { clock, pid } = await anna.starts(['walk', '--minutes', '5']);
    await anna.does(['done']);
    await clock.minutes(5.2);
    await isOver(pid);
    expect(anna.session()).toMatchObject({ therapy: 'walk', minutes: 5, ended: 'done' });
    expect(anna.shown()).toEqual({});
    expect(readdirSync(sessions(anna))).toEqual([]);
  });

  test('isn’t saved with --no-save', async ({ someone }) => {
    const anna = someone();
    const { clock, pid } = await anna.starts(['walk', '--minutes', '5', '--no-save']);
    await anna.does(['done']);
    await clock.minutes(5.2);
    await isOver(pid);
    expect(anna.text()).toBe('');
  });
});

describe.concurrent('a session in the background reaches people', () => {
  test('by notifications of what to do, the alarm as an urgent one', async ({ someone }) => {
    const anna = someone();
    const { env, log } = fakeComputer({ 'notify-send': NOTIFIER }, join(anna.home, 'programs'));
    const desktop = { ...env, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' };
    const { clock, said } = await anna.starts(['ice', '--minutes', '10', '--no-keep-awake'], desktop);
    expect(said).not.toContain('Look at the time yourself');
    const shows = (text: RegExp) => eventually(() => log().some((line) => text.test(line)), true);
    await shows(/Get the ice ready/);
    await anna.does(['done']);
    await shows(/Put the ice where it hurts/);
    await untilDue(clock, 5 * 60);
    await shows(/Look at your skin/);
    expect(log().join('\n')).not.toMatch(/critical/);
    await clock.minutes(5);
    await shows(/critical.*Take the ice off/);
  });

  test('but not where there is no desktop, which is said', async ({ someone }) => {
    const anna = someone();
    const { env } = fakeComputer({ 'notify-send': NOTIFIER }, join(anna.home, 'programs'));
    const { said } = await anna.starts(['ice', '--no-keep-awake'], { ...env, XDG_RUNTIME_DIR: anna.home });
    expect(said).toContain('No sound, notification or voice will tell you what to do.');
  });

  test('but not with --quiet, which is said', async ({ someone }) => {
    const anna = someone();
    const { env, log } = fakeComputer({ 'notify-send': NOTIFIER, aplay: PLAYER }, join(anna.home, 'programs'));
    const { said, clock } = await anna.starts(['ice', '--minutes', '10', '--quiet', '--no-keep-awake'], env);
    expect(said).toContain('No sound, notification or voice will tell you what to do.');
    await clock.minutes(12);
    await eventually(() => state(anna), 'alarm');
    expect(log()).toEqual([]);
  });
});

describe.concurrent('a session in the background outlives', () => {
  test('the window', async ({ someone }) => {
    const anna = someone();
    const seat = anna.sit(['walk', '--background', '--no-input'], { ownProcess: true, env: anna.clock().envOfCopy });
    await seat.terminal.waitFor('unspasm attach');
    await seat.terminal.exited();
    await seat.terminal.hangUp().catch(() => {});
    await seat.close();
    expect(await anna.does(['status'])).toMatch(/^Walk: /);
    await anna.does(['stop']);
  });

  test('a SIGKILL of the program that has started it, whenever that comes', async ({ someone }) => {
    const anna = someone();
    const seat = anna.sit(['walk', '--background', '--no-input'], { ownProcess: true, env: anna.clock().envOfCopy });
    await eventually(() => copiesOf(anna.home).length, 1);
    await seat.terminal.signal('SIGKILL');
    await seat.terminal.exited();
    const [pid] = copiesOf(anna.home);
    await eventually(() => anna.shown()['pid'], String(pid));
    expect(await anna.does(['pause'])).toBe('Paused.\n');
  });

  test('nothing else: a SIGKILL of itself interrupts it, and the next session asks about it', async ({ someone }) => {
    const anna = someone();
    const { pid } = await anna.starts(['ice', '--minutes', '20']);
    await anna.does(['done']);
    process.kill(Number(pid), 'SIGKILL');
    await isOver(pid);
    expect(await anna.does(['status'])).toMatch(/^The session you started at \d\d:\d\d \(Ice\) was interrupted\.\n$/);
    const { terminal } = anna.sit(['ice', '--background']);
    await terminal.waitFor(/g {2}continue \([\w ]+ of this step left\)/);
  });

  test('and it goes on in the background once more', async ({ someone }) => {
    const anna = someone();
    const { pid } = await anna.starts(['ice', '--minutes', '20']);
    await anna.does(['done']);
    process.kill(Number(pid), 'SIGKILL');
    await isOver(pid);
    const seat = anna.sit(['ice', '--background'], { ownProcess: true, env: anna.clock(7).envOfCopy, minutesLater: 7 });
    // To its last row: a key that comes before the question is whole may not be heard.
    await seat.terminal.waitFor(/g {2}continue[^]*f {2}delete it[^]*Esc/);
    await seat.press('g');
    await seat.terminal.waitFor(/Ice continues in the background until \d\d:\d\d\./);
    expect((await seat.terminal.exited()).code).toBe(0);
    expect(Number(anna.shown()['left'])).toBeLessThanOrEqual(13 * 60 + 1);
    expect(anna.shown()).toMatchObject({ state: 'check', step: 'Ice on' });
  });

  test.for(['SIGTERM', 'SIGHUP'] as const)('and %s interrupts it as well', async (signal, { someone }) => {
    const anna = someone();
    const { pid } = await anna.starts(['ice', '--minutes', '20']);
    await anna.does(['done']);
    process.kill(Number(pid), signal);
    await isOver(pid);
    expect(await anna.does(['status'])).toMatch(/ \(Ice\) was interrupted at \d\d:\d\d\.\n$/);
    expect(anna.shown()).toEqual({});
  });
});

describe.concurrent('the clock of a session in the background', () => {
  test('goes on while the computer sleeps with ice on the skin', async ({ someone }) => {
    const anna = someone();
    const { env, log } = fakeComputer({ aplay: PLAYER }, join(anna.home, 'programs'));
    const { clock } = await anna.starts(['ice', '--minutes', '10', '--no-keep-awake'], env);
    await anna.does(['done']);
    await clock.minutes(1);
    await clock.sleep(30 * 60_000);
    // It looks at the clock within seconds, whatever it waits for. One step of five would also end the player's time.
    for (let second = 0; second < 5 && state(anna) !== 'alarm'; second += 1) await untilDue(clock, 1);
    expect(state(anna)).toBe('alarm');
    await eventually(() => log().includes('alarm.wav'), true);
    await anna.does(['done']);
    expect(anna.session()).toMatchObject({ minutes: 10, ended: 'done' });
  });

  test('says that the computer slept, but not when nothing was due for a while', async ({ someone }) => {
    const anna = someone();
    const { env, log } = fakeComputer({ 'spd-say': 'exec cat >>"$LOG"' }, join(anna.home, 'programs'));
    const { clock } = await anna.starts(['ice', '--minutes', '20', '--speak', '--no-keep-awake'], env);
    await anna.does(['done']);
    const said = () => log().join(' ');
    // A phrase before it that was cut off may have been written after it.
    await eventually(() => said().includes('Ice on'), true);
    await clock.minutes(4);
    await anna.does(['extend']);
    await eventually(() => said().includes('The longest is 20 minutes'), true);
    expect(said()).not.toContain('asleep');
    await clock.sleep(30_000);
    await untilDue(clock, 5);
    await eventually(() => said().includes('The computer was asleep.'), true);
  });

  test('may be set back: nothing gets longer', async ({ someone }) => {
    const anna = someone();
    const { clock } = await anna.starts(['ice', '--minutes', '10']);
    await anna.does(['done']);
    await clock.minutes(4);
    await clock.sleep(-3_600_000);
    await clock.minutes(6.2);
    await eventually(() => state(anna), 'alarm');
  });
});

describe.concurrent('two sessions at once', () => {
  test.for([[['ice']], [['walk', '--background']], [['stretch', 'cat-cow']], [['heat', '--background']]])(
    'are refused: %j says which one runs, and what to do',
    async ([args], { someone }) => {
      const anna = someone();
      await anna.starts(['ice', '--minutes', '20']);
      const { code, stdout, stderr } = await anna.run(args!);
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toMatch(
        /^unspasm: another session is in progress \(Ice: [\w ]+ left, ends \d\d:\d\d \(Get the ice ready\)\)\n/,
      );
      expect(stderr).toContain('  to see it, run: unspasm attach. To end it, run: unspasm stop\n');
    },
  );

  test('never are, even if they start at the same moment', async ({ someone }) => {
    const anna = someone();
    const start = () => anna.run(['walk', '--background'], { ownProcess: true });
    const outcomes = await Promise.all([start(), start(), start(), start()]);
    expect(outcomes.map(({ code }) => code ?? -1).toSorted((a, b) => a - b)).toEqual([0, 1, 1, 1]);
    expect(copiesOf(anna.home)).toHaveLength(1);
    expect((await anna.document<{ running: object[] }>(['status'])).running).toHaveLength(1);
  });
});

describe.concurrent('a session in the foreground', () => {
  test('obeys the same commands, and shows what happened', async ({ someone }) => {
    const anna = someone();
    const seat = anna.sit(['ice', '--minutes', '10']);
    await seat.terminal.waitFor('Get the ice ready');
    // It is saved once it is on the screen.
    await eventually(() => state(anna), 'ready');
    await anna.does(['done']);
    await seat.terminal.waitFor('Put the ice where it hurts');
    expect(await anna.does(['pause'])).toBe('Paused. Keep it off your skin.\n');
    await seat.terminal.waitFor('space continue');
    await anna.does(['resume']);
    await seat.terminal.waitFor('space pause');
    expect(await anna.does(['extend', '2'])).toMatch(/^2 minutes added/);
    expect(await anna.does(['stop'])).toMatch(/^Stopped\. Take the ice off now/);
    // What is still open is asked where it was shown.
    await seat.terminal.waitFor(PAIN_AFTER);
    await seat.press('2');
    expect((await seat.terminal.exited()).code).toBe(130);
    expect(anna.session()).toMatchObject({ ended: 'stopped', painAfter: 2 });
  });

  test.skipIf(process.platform !== 'linux')('that a shell starts with "&" says what to use', async ({ someone }) => {
    const anna = someone();
    const line = 'set -m; "$@" ice & wait; echo "ended with $?"';
    const command = [toolPath('bash'), '-c', line, 'bash', ...builtProgram] as const;
    const { terminal } = anna.sit([], { command });
    await terminal.waitFor('ended with');
    expect(terminal.transcript().replace(/\s+/g, ' ')).toContain(
      'unspasm: the shell started this with "&", where it can\'t read your keys leave the "&" out, and run: unspasm ice --background',
    );
    expect(terminal.transcript()).toMatch(/Exit 1\b/);
  });
});

describe.concurrent('where nothing can reach anybody', () => {
  test('that is said, and ice still has to be confirmed', async ({ someone }) => {
    const anna = someone();
    const { said, clock, pid } = await anna.starts(['ice', '--minutes', '10']);
    expect(said).toContain('No sound, notification or voice will tell you what to do. Look at the time yourself.');
    await clock.minutes(40);
    await eventually(() => state(anna), 'alarm');
    expect(isAlive(pid)).toBe(true);
    await anna.does(['done']);
    await isOver(pid);
  });
});

describe.concurrent('a request', () => {
  test.skipIf(process.getuid?.() !== 0)('of another user is left alone, and so is a link', async ({ someone }) => {
    const anna = someone();
    const { pid } = await anna.starts(['ice', '--minutes', '20']);
    const [foreign, elsewhere] = [join(anna.home, 'foreign'), join(anna.home, 'elsewhere')];
    writeFileSync(foreign, '');
    chownSync(foreign, 12_345, 12_345);
    renameSync(foreign, join(sessions(anna), `${pid}.1-1.stop.ask`));
    writeFileSync(elsewhere, '');
    symlinkSync(elsewhere, join(sessions(anna), `${pid}.1-2.stop.ask`));
    await anna.does(['pause']);
    expect(state(anna)).toBe('paused');
    await anna.does(['stop']);
    expect(existsSync(elsewhere)).toBe(true);
  });

  test('that means nothing changes nothing', async ({ someone }) => {
    const anna = someone();
    const { pid } = await anna.starts(['ice', '--minutes', '20']);
    for (const name of ['erase', 'stop-x', 'press-zz', 'press', '..%2f..', 'extend-99999'])
      writeFileSync(join(sessions(anna), `${pid}.1-1.${name}.ask`), '');
    mkdirSync(join(sessions(anna), `${pid}.1-2.stop.ask`));
    await pause(50);
    expect(await anna.does(['extend'])).toMatch(/^15 seconds added/);
    expect(isAlive(pid)).toBe(true);
  });

  test('to a session that was stopped is taken back', async ({ someone }) => {
    const anna = someone();
    const { pid } = await anna.starts(['ice', '--minutes', '20']);
    process.kill(Number(pid), 'SIGSTOP');
    const { code, stderr } = await anna.run(['pause']);
    process.kill(Number(pid), 'SIGCONT');
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: "unspasm: the session doesn't answer\n  if it was stopped with Ctrl-Z, go to its window and type fg\n",
    });
    await anna.does(['done']);
    expect(state(anna)).toBe('running');
  });
});

/** A file system of a few blocks; nothing where none may be mounted. */
function mountSmall(): string | undefined {
  const folder = makeFolder();
  try {
    execFileSync('bash', ['-c', 'mount -t tmpfs -o size=40k tmpfs "$1"', 'bash', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    return undefined;
  }
}

const small = mountSmall();
afterAll(() => {
  if (small) execFileSync('bash', ['-c', 'umount "$1"', 'bash', small]);
  removeFolders();
});

function fillUp(folder: string): void {
  for (let at = 0; at < 20; at += 1) {
    try {
      appendFileSync(join(folder, 'ballast'), 'x'.repeat(4096));
    } catch {
      return;
    }
  }
}

describe.skipIf(!small)('on a full disk', () => {
  test('a session goes on, is confirmed, and is asked about by the next one', async ({ someone }) => {
    const anna = someone({ XDG_STATE_HOME: join(small!, 'state'), UNSPASM_DATA_DIR: join(small!, 'data') });
    const { code } = await anna.run(['walk', '--background'], { ownProcess: true });
    expect(code).toBe(0);
    await anna.does(['done']);
    fillUp(small!);
    const unheard = /^The session got the message, but its answer couldn't be saved\. Check that the disk has room\./;
    expect(await anna.does(['pause'])).toMatch(unheard);
    fillUp(small!);
    expect(await anna.does(['stop'])).toMatch(unheard);
    await eventually(() => copiesOf(anna.home).length, 0);
    const { terminal } = anna.sit(['walk']);
    await terminal.waitFor(/it is over: save how long it lasted/);
  });

  test('that leaves room for one process only, none is handed over, and why is said', async ({ someone }) => {
    for (const name of readdirSync(small!)) rmSync(join(small!, name), { recursive: true });
    const anna = someone({ XDG_STATE_HOME: join(small!, 'state'), UNSPASM_DATA_DIR: join(small!, 'data') });
    await anna.does(['walk', '--background'], { ownProcess: true });
    await anna.does(['stop']);
    await eventually(() => copiesOf(anna.home).length, 0);
    writeFileSync(join(small!, 'reserve'), 'x'.repeat(8192));
    fillUp(small!);
    rmSync(join(small!, 'reserve'));
    const { code, stderr } = await anna.run(['walk', '--background'], { ownProcess: true });
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/started in the background: .*(?:disk is full|no space)/),
    ]);
    await eventually(() => copiesOf(anna.home).length, 0);
  });

  test('none is handed over', async ({ someone }) => {
    const anna = someone({ XDG_STATE_HOME: '/dev/full/none' });
    const { code, stderr } = await anna.run(['walk', '--background'], { clock: HURRIED });
    expect(code).toBe(1);
    expect(stderr).toMatch(/the session couldn't be started in the background: [^]*leave --background out/);
  });
});
