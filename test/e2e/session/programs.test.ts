import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import { fakeComputer, type FakeComputer } from '../../system/fake-programs.ts';
import { isAlive } from '../harness/process-state.ts';
import { HURRIED } from '../support/hurried.ts';
import type { Terminal } from '../terminal.ts';
import { eventually, type Someone, test } from './person.ts';

const FAILS = 'exit 1';
/** Writes what it reads into a file, a line each, and its process into another. With -e it doesn't speak, but waits. */
const SPEAKER = 'test "$1" = -e || echo "$$" >>"$LOG.speakers"\nexec cat >>"$LOG"';
/** Says that it was started and as which process, and ends when its input does, as the real one with `cat` does. */
const INHIBITOR = 'echo "awake $$" >>"$LOG"\nexec cat';
const PLAYER = 'echo "plays ${2##*/} $$" >>"$LOG"';

/** Somebody on whose computer there are these programs. */
function equipped(person: Someone, programs: Readonly<Record<string, string>>) {
  return { anna: person, ...fakeComputer(programs, join(person.home, 'programs')) };
}

/** Whether something is being spoken: it is killed where the clock is moved beyond its limit. */
function isSpeaking({ LOG = '' }: FakeComputer['env']): boolean {
  const file = `${LOG}.speakers`;
  const pids = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  return pids.some((pid) => isAlive(Number(pid)));
}

/** Has the screen drawn until something stands on it that comes with the next one: nobody knows when that is. */
async function onTheNextScreen(terminal: Terminal, text: string, columns = 80): Promise<void> {
  for (let tries = 0; tries < 200 && !terminal.screen().includes(text); tries += 1) {
    terminal.resize(columns + (tries % 2), 24);
    await pause(20);
  }
}

describe.concurrent('with --speak', () => {
  test('a whole stretch can be followed by ear', async ({ someone }) => {
    const { anna, env, log } = equipped(someone(), { 'spd-say': SPEAKER });
    const seat = anna.sit(['stretch', 'knee-to-chest', '--speak', '--no-keep-awake'], { ownProcess: true, env });
    const { terminal, clock, press } = seat;
    const said = () => log().join(' ');
    const hears = (text: string) => eventually(() => said().endsWith(text) && !isSpeaking(env), true);
    await hears('It starts when you press Enter.');
    expect(said()).toBe(
      "Knee to chest. Lie on your back, knees bent, feet flat. You'll pull one knee to your chest, the left one first. Left side: Pull the knee gently towards your chest with both hands. Stay there, and breathe. Take as long as you need. It starts when you press Enter.",
    );
    await press('enter');
    await hears('Left side: Hold');
    // Each number is waited for: the next text ends a program that hasn't spoken yet.
    const counts = async () => {
      for (const left of ['3', '2', '1']) {
        await hears(left);
        await clock.seconds(1);
      }
    };
    await clock.seconds(17);
    await counts();
    await hears('Now the other knee.');
    expect(said()).toMatch(/Hold 3 2 1 Right side: Let go slowly, and put your foot down\. Now the other knee\.$/);
    await clock.seconds(7);
    await counts();
    await hears('Right side: Hold');
    await clock.seconds(17);
    await counts();
    await hears('push yourself up with your arms.');
    expect(said()).toMatch(/Hold 3 2 1 Done\. Rest for a moment\.[^]*with your arms\.$/);
    await press('space');
    await terminal.waitFor(/your pain now, 0 to 10\?[^]*Esc/);
  });

  test('the end is heard, too, where nobody can answer it', async ({ someone }) => {
    const { anna, env, log } = equipped(someone(), { 'spd-say': SPEAKER });
    const args = ['stretch', 'childs-pose', '--speak', '--no-keep-awake', '--no-input'];
    const seat = anna.sit(args, { ownProcess: true, env: { ...env, TERM: 'dumb' } });
    const { terminal, clock } = seat;
    await terminal.waitFor('Onto hands and knees');
    for (let seconds = 0; seconds < 120 && !terminal.transcript().includes('Done.'); seconds += 1) {
      await eventually(() => isSpeaking(env), false);
      await clock.seconds(1);
      await seat.settled();
    }
    await eventually(() => log().join(' ').endsWith('with your arms.'), true);
    expect(await terminal.exited()).toEqual({ code: 0, signal: null });
  });

  test('nothing is spoken with --no-speak', async ({ someone }) => {
    const { anna, env, log } = equipped(someone(), { 'spd-say': SPEAKER });
    const { terminal, clock, press } = anna.sit(['stretch', 'childs-pose', '--no-speak'], { ownProcess: true, env });
    await terminal.waitFor('Onto hands and knees');
    await press('space');
    await clock.minutes(2);
    await terminal.waitFor('your pain now');
    expect(log()).toEqual([]);
  });
});

describe.concurrent('where --speak can’t be heard, that is said', () => {
  test.for<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>, string]>([
    ['without a program', {}, {}, 'none of espeak-ng, espeak, spd-say is installed on this computer'],
    ['over ssh', { 'spd-say': SPEAKER }, { SSH_TTY: '/dev/pts/1' }, 'over ssh, the other computer would speak them'],
    ['as it fails', { 'spd-say': FAILS }, {}, 'no speech program on this computer works'],
  ])('%s', async ([, programs, more, why], { someone }) => {
    const { anna, env } = equipped(someone(), programs);
    const options = { ownProcess: true, env: { ...env, ...more }, columns: 120 };
    const { terminal } = anna.sit(['ice', '--speak', '--no-keep-awake'], options);
    await terminal.waitFor('Get the ice ready');
    await onTheNextScreen(terminal, "The instructions can't be read aloud", 120);
    expect(terminal.screen().replaceAll(/\s+/g, ' ')).toContain(`The instructions can't be read aloud: ${why}.`);
  });

  test('as it fails later, on the screen of that moment', async ({ someone }) => {
    const { anna, env, log } = equipped(someone(), { 'spd-say': `cat >>"$LOG"; test ! -e "$HOME/broken"` });
    const seat = anna.sit(['ice', '--speak', '--no-keep-awake'], { ownProcess: true, env, columns: 120 });
    const { terminal, clock, press } = seat;
    await eventually(() => log().join(' ').includes('Wrap the ice'), true);
    writeFileSync(join(anna.home, 'broken'), '');
    await press('enter');
    await terminal.waitFor('Put the ice where it hurts');
    // It shows with the next second after the program has failed.
    for (let seconds = 0; seconds < 200 && !terminal.screen().includes('read aloud'); seconds += 1) {
      await clock.seconds(1);
      await seat.settled();
    }
    expect(terminal.screen()).toMatch(
      /The instructions can't be read aloud: no\s+speech\s+program\s+on\s+this\s+computer\s+works\./,
    );
    await clock.seconds(46);
    await seat.settled();
    expect(terminal.screen()).not.toContain('read aloud');
  });

  test('in lines, on standard error', async ({ someone }) => {
    const { anna, env } = equipped(someone(), {});
    const args = ['stretch', 'childs-pose', '--speak', '--no-keep-awake'];
    const { code, stderr } = await anna.run(args, { env, clock: HURRIED });
    expect({ code, stderr: stderr.replaceAll(/\s+/g, ' ') }).toEqual({
      code: 0,
      stderr:
        "unspasm: The instructions can't be read aloud: none of espeak-ng, espeak, spd-say is installed on this computer. ",
    });
  });

  test('but not where nobody asked for it', async ({ someone }) => {
    const { anna, env } = equipped(someone(), {});
    const args = ['stretch', 'childs-pose', '--no-keep-awake'];
    const { code, stderr } = await anna.run(args, { env, clock: HURRIED });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});

describe.concurrent('whether sessions shall speak', () => {
  test('is asked once where something can speak, and saved', async ({ someone }) => {
    const { anna, env } = equipped(someone(), { 'spd-say': SPEAKER });
    writeFileSync(anna.settings, '{"figures":"dots"}');
    const first = anna.sit(['stretch', 'childs-pose'], { ownProcess: true, env });
    await first.terminal.waitFor(/Do you want the instructions read aloud[^]*y {2}yes[^]*n {2}no[^]*Esc/);
    await first.press('n');
    await first.terminal.waitFor('Onto hands and knees');
    await first.press('q');
    await first.terminal.exited();
    expect(JSON.parse(readFileSync(anna.settings, 'utf8'))).toEqual({ speech: false, figures: 'dots' });
    const second = anna.sit(['stretch', 'childs-pose'], { ownProcess: true, env });
    await second.terminal.waitFor('Onto hands and knees');
  });
});

/** The process that keeps it so. */
async function keeper({ log }: Pick<FakeComputer, 'log'>): Promise<number> {
  await eventually(() => log().length, 1);
  return Number(log()[0]!.replace('awake ', ''));
}

describe.concurrent('the computer is kept awake', () => {
  test('until the end', async ({ someone }) => {
    const { anna, env, log } = equipped(someone(), { 'systemd-inhibit': INHIBITOR });
    const { terminal, clock, press } = anna.sit(['stretch', 'childs-pose'], { ownProcess: true, env, inShell: true });
    await terminal.waitFor('Onto hands and knees');
    const pid = await keeper({ log });
    expect(isAlive(pid)).toBe(true);
    await press('space');
    await clock.minutes(2);
    await terminal.waitFor('your pain now');
    await eventually(() => isAlive(pid), false);
    expect(terminal.transcript()).not.toContain('may fall asleep');
  });

  test.for(['SIGKILL', 'SIGTERM'] as const)('no longer than the program lives: %s', async (signal, { someone }) => {
    const { anna, env, log } = equipped(someone(), { 'systemd-inhibit': INHIBITOR });
    const { terminal } = anna.sit(['stretch', 'childs-pose'], { ownProcess: true, env, inShell: true });
    const pid = await keeper({ log });
    await terminal.signal(signal);
    await terminal.exited();
    await eventually(() => isAlive(pid), false);
  });

  test('but not with --no-keep-awake', async ({ someone }) => {
    const { anna, env, log } = equipped(someone(), { 'systemd-inhibit': INHIBITOR });
    const { terminal, clock, press } = anna.sit(['stretch', 'childs-pose', '--no-keep-awake'], {
      ownProcess: true,
      env,
      inShell: true,
    });
    await terminal.waitFor('Onto hands and knees');
    await press('space');
    await clock.minutes(2);
    await terminal.waitFor('your pain now');
    expect(log()).toEqual([]);
    expect(terminal.transcript()).not.toContain('may fall asleep');
  });

  test('and where that fails it is said', async ({ someone }) => {
    const { anna, env } = equipped(someone(), { 'systemd-inhibit': FAILS });
    const { terminal } = anna.sit(['ice'], { ownProcess: true, env, inShell: true });
    await terminal.waitFor('Get the ice ready');
    await onTheNextScreen(terminal, 'asleep');
    expect(terminal.screen()).toMatch(
      /Stop at once for[^]*This computer may go to sleep, and then the alarm won't\s+sound\.\s+Keep it awake\./,
    );
  });
});

describe.concurrent('sounds', () => {
  test('are played for steps and alarms, by a program where there is one', async ({ someone }) => {
    const { anna, env, log } = equipped(someone(), { aplay: PLAYER });
    const seat = anna.sit(['ice', '--no-keep-awake'], { ownProcess: true, env });
    await seat.terminal.waitFor('Get the ice ready');
    // One that hasn't ended yet when the clock is moved would be killed at its limit, and the bell ring in its place.
    const plays = async (...wanted: string[]) => {
      await eventually(
        () =>
          log()
            .map((line) => line.split(' ')[1])
            .join(' '),
        wanted.join(' '),
      );
      const pids = log().map((line) => line.split(' ')[2]!);
      await eventually(() => pids.some(isAlive), false);
    };
    await plays('step.wav');
    await seat.press('enter');
    await plays('step.wav', 'step.wav');
    await seat.clock.seconds(301);
    await plays('step.wav', 'step.wav', 'step.wav');
    await seat.clock.seconds(300);
    await seat.terminal.waitFor('TAKE THE ICE OFF NOW');
    await plays('step.wav', 'step.wav', 'step.wav', 'alarm.wav');
    // The bell rings all the same: it reaches somebody over ssh, and marks the window.
    await eventually(() => seat.bells(), 1);
  });

  test('need no place to write: an alarm sounds on a full disk, too', async ({ someone }) => {
    const anna = someone({ XDG_STATE_HOME: '/dev/full/none' });
    const { env, log } = equipped(anna, { aplay: 'echo "plays $(test -s "$2" && echo "${2##*/}")" >>"$LOG"' });
    // Nothing is remembered there, so the cautions would be asked about again.
    const seat = anna.sit(['walk', '--minutes', '5', '--no-keep-awake'], { ownProcess: true, env });
    await seat.terminal.waitFor('Get ready to walk');
    await eventually(() => log()[0], 'plays step.wav');
    await seat.press('q');
  });

  test('are none with --quiet, nor is anything else started', async ({ someone }) => {
    const { anna, env, log } = equipped(someone(), { aplay: PLAYER, 'spd-say': SPEAKER });
    const seat = anna.sit(['ice', '--quiet', '--speak', '--no-keep-awake'], {
      ownProcess: true,
      env,
    });
    await seat.terminal.waitFor('Get the ice ready');
    await seat.press('space');
    await seat.clock.minutes(12);
    await seat.terminal.waitFor('TAKE THE ICE OFF NOW');
    expect(seat.bells()).toBe(0);
    expect(log()).toEqual([]);
  });
});

/** Says which text it shows, as the last of its arguments, and gives it an id. */
const NOTIFIER = 'for text in "$@"; do :; done\necho "shows $text" >>"$LOG"\necho 7';
const DESKTOP = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' };
const TAKE_OFF = /Take the ice off now/;
const TAKE_OFF_BY_KITTY = /\]99;i=unspasm:p=body;Take the ice off now/;

/** Somebody with ice in kitty, whose alarm sounds for the first time. */
async function alarmed(person: Someone, programs: Readonly<Record<string, string>>) {
  const { anna, env, log } = equipped(person, programs);
  const args = ['ice', '--minutes', '10', '--no-speak', '--no-keep-awake'];
  const seat = anna.sit(args, { ownProcess: true, env: { ...env, ...DESKTOP, TERM: 'xterm-kitty' } });
  await seat.terminal.waitFor('Get the ice ready');
  await seat.press('enter');
  await seat.clock.seconds(601);
  await seat.terminal.waitFor('TAKE THE ICE OFF NOW');
  return { seat, log, hasCodes: () => TAKE_OFF_BY_KITTY.test(seat.terminal.output()) };
}

describe.concurrent('the notification of an alarm', () => {
  test('is that of the desktop, alone, has a button, and goes when the alarm is answered', async ({ someone }) => {
    const gdbus = 'echo "takes $6 away" >>"$LOG"';
    const { seat, log, hasCodes } = await alarmed(someone(), { 'notify-send': NOTIFIER, gdbus });
    // It is shown first, and gets its button as soon as it is there.
    await eventually(() => log().length, 2);
    for (const line of log()) expect(line).toMatch(TAKE_OFF);
    await seat.press('enter');
    await eventually(() => log()[2], 'takes 7 away');
    expect(hasCodes()).toBe(false);
  });

  test('is that of the terminal where the desktop shows none', async ({ someone }) => {
    const { hasCodes } = await alarmed(someone(), { 'notify-send': FAILS });
    await eventually(hasCodes, true);
  });

  test('is none where that is set', async ({ someone }) => {
    const anna = someone();
    writeFileSync(anna.settings, '{"notifications":false}');
    const { seat, log, hasCodes } = await alarmed(anna, { 'notify-send': NOTIFIER });
    await seat.settled();
    expect([log(), hasCodes()]).toEqual([[], false]);
  });
});
