import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { findSound } from '../../src/system/sound.ts';
import { isAlive } from '../e2e/harness/process-state.ts';
import { fakeComputer, pause, until } from './fake-programs.ts';
import { makeFolder, removeFolders } from './places.ts';

const LOGS = 'echo "$0 $*" >> "$LOG"';
const HANGS = 'echo "$$" >> "$LOG"; exec sleep 60';

/** A sound on a computer with these programs, and the folder of its files. */
function soundWith(scripts: Record<string, string>, platform = 'linux') {
  const computer = fakeComputer(scripts);
  const sounds = join(makeFolder(), 'sounds');
  return { ...computer, sounds, sound: findSound(computer.env, platform, sounds)! };
}

afterEach(() => {
  vi.useRealTimers();
  removeFolders();
});

describe.skipIf(process.platform === 'win32')('a sound', () => {
  it.each([
    ['afplay', ''],
    ['paplay', ''],
    ['pw-play', ''],
    ['aplay', '-q '],
    ['ffplay', '-nodisp -autoexit -loglevel quiet '],
  ])('is played by %s', async (name, options) => {
    const { sound, sounds, folder, lines } = soundWith({ [name]: LOGS });
    void sound.play('alarm');
    expect(await lines(1)).toEqual([`${join(folder, name)} ${options}${join(sounds, 'alarm.wav')}`]);
  });

  it('is played by PowerShell on Windows, which gets the file apart from the script', async () => {
    const script = 'echo "$UNSPASM_SOUND" "$4" >> "$LOG"';
    const { sound, sounds, lines } = soundWith({ powershell: script, paplay: LOGS }, 'win32');
    void sound.play('step');
    const [line] = await lines(1);
    expect(line).toMatch(/step\.wav \(New-Object Media\.SoundPlayer \$env:UNSPASM_SOUND\)\.PlaySync\(\)$/);
    expect(line).toContain(sounds);
  });

  it('ends the one before, and can be stopped', async () => {
    const { sound, lines } = soundWith({ aplay: HANGS });
    void sound.play('step');
    const [first] = await lines(1);
    void sound.play('alarm');
    const [, second] = await lines(2);
    await until(() => !isAlive(first!));
    expect(isAlive(second!)).toBe(true);
    sound.stop();
    sound.stop();
    await until(() => !isAlive(second!));
  });

  it('is ended after three seconds where it hangs, and left to the next program, as are all later ones', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { sound, folder, lines } = soundWith({ paplay: HANGS, aplay: LOGS });
    void sound.play('step');
    const [pid] = await lines(1);
    vi.advanceTimersByTime(3_100);
    await until(() => !isAlive(pid!));
    const [, second] = await lines(2);
    expect(second).toContain(join(folder, 'aplay'));
    void sound.play('count');
    const [, , third] = await lines(3);
    expect(third).toContain(join(folder, 'aplay'));
  });

  it('has six seconds on Windows, where PowerShell takes long to start', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { sound, lines } = soundWith({ powershell: HANGS }, 'win32');
    void sound.play('alarm');
    const [pid] = await lines(1);
    vi.advanceTimersByTime(5_900);
    await pause(30);
    expect(isAlive(pid!)).toBe(true);
    vi.advanceTimersByTime(200);
    await until(() => !isAlive(pid!));
  });

  it('of a countdown is not played on Windows, where it came too late, and ends no other', async () => {
    const { sound, lines, log } = soundWith({ powershell: HANGS }, 'win32');
    void sound.play('step');
    const [pid] = await lines(1);
    for (let left = 3; left > 0; left -= 1) expect(await sound.play('count')).toBe(true);
    await pause(30);
    expect(isAlive(pid!)).toBe(true);
    expect(log()).toHaveLength(1);
    sound.stop();
  });

  it('is left to the next program where one fails, and silent where all do', async () => {
    const { sound, folder, lines, log } = soundWith({
      paplay: `${LOGS}; exit 1`,
      'pw-play': '#!/nowhere',
      aplay: LOGS,
    });
    void sound.play('step');
    const [first, second] = await lines(2);
    expect(first).toContain(join(folder, 'paplay'));
    expect(second).toContain(join(folder, 'aplay'));
    await pause(30);
    expect(log()).toHaveLength(2);
  });

  it('tells when it has ended, and whether it was heard', async () => {
    const { sound, log } = soundWith({ paplay: `sleep 0.1; ${LOGS}` });
    expect(await sound.play('alarm')).toBe(true);
    expect(log()).toHaveLength(1);
  });

  it('has ended, too, where another one takes its place', async () => {
    const { sound, lines } = soundWith({ paplay: HANGS });
    const first = sound.play('step');
    await lines(1);
    const second = sound.play('alarm');
    expect(await first).toBe(true);
    sound.stop();
    expect(await second).toBe(true);
  });

  it('is tried with every program for a step and an alarm, but not for each tick where all have failed', async () => {
    const { sound, log } = soundWith({ paplay: `${LOGS}; exit 1`, aplay: `${LOGS}; exit 1` });
    expect(await sound.play('step')).toBe(false);
    expect(log()).toHaveLength(2);
    for (let left = 3; left > 0; left -= 1) expect(await sound.play('count')).toBe(false);
    expect(log()).toHaveLength(2);
    expect(await sound.play('alarm')).toBe(false);
    expect(log()).toHaveLength(4);
  });

  it.each<[string, Record<string, string>, Record<string, string>]>([
    ['no program', {}, {}],
    ['a program that can’t play on this platform', { pwsh: LOGS }, {}],
    ['the user elsewhere', { paplay: LOGS }, { SSH_CLIENT: '10.0.0.1 1 22' }],
  ])('is none with %s', (_, scripts, more) => {
    expect(findSound({ ...fakeComputer(scripts).env, ...more }, 'linux', makeFolder())).toBeUndefined();
  });
});
