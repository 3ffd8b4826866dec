import { once } from 'node:events';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { findVoice, phrasesOf } from '../../src/system/voice.ts';
import { isAlive } from '../e2e/harness/process-state.ts';
import { fakeComputer, pause, runNode, until } from './fake-programs.ts';
import { removeFolders } from './places.ts';

const LOGS = 'echo "$*" >> "$LOG"';
const HANGS = 'echo "$$" >> "$LOG"; exec sleep 60';
/** Three phrases. */
const LONG = 'Lie down on your back, and bring one knee to your chest';

afterEach(() => {
  vi.useRealTimers();
  removeFolders();
});

describe('the phrases of a text', () => {
  it.each<[string, string[]]>([
    ['', []],
    [' – \n', []],
    ['Rest.', ['Rest.']],
    ['Left, then right.', ['Left, then right.']],
    ['Three. Two! “One.”', ['Three.', 'Two!', '“One.”']],
    ['Cat and cow. Ten times, slowly and gently.', ['Cat and cow.', 'Ten times, slowly and gently.']],
    ['Bring your right knee to your chest', ['Bring your right knee', 'to your chest']],
    [LONG, ['Lie down on your back,', 'and bring one knee', 'to your chest']],
    ['Take the ice off now – your 20 minutes are over!', ['Take the ice off now', 'your 20 minutes are over!']],
    ['10\nminutes\tleft\u0007', ['10 minutes left']],
  ])('"%s": %j', (text, phrases) => {
    expect(phrasesOf(text)).toEqual(phrases);
  });

  it('have at most six words, and together all of them', () => {
    const word = fc.constantFrom('knee', 'back,', 'rest.', '20', '“now”', 'left:', 'self-care');
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const phrases = phrasesOf(words.join(' '));
        expect(phrases.join(' ')).toBe(words.join(' '));
        expect(phrases.every((phrase) => phrase.split(' ').length <= 6)).toBe(true);
      }),
    );
  });
});

describe.skipIf(process.platform === 'win32')('the voice', () => {
  it.each([
    ['darwin', 'say', '-f -'],
    ['linux', 'spd-say', '-w -l en -P text -e'],
    ['linux', 'espeak-ng', '-v en --stdin'],
    ['linux', 'espeak', '-v en --stdin'],
  ])('is, on %s, that of %s, which reads the text', async (platform, name, options) => {
    const { env, lines } = fakeComputer({ [name]: `${LOGS}; cat >> "$LOG"` });
    findVoice(env, platform)!.say('-5 degrees');
    expect(await lines(2)).toEqual([options, '-5 degrees']);
  });

  it.each([
    ['darwin', 'say'],
    ['linux', 'spd-say'],
    ['linux', 'espeak-ng'],
    ['linux', 'espeak'],
    ['win32', 'powershell'],
  ])('tells no list of processes what it says: %s, %s', async (platform, name) => {
    const shows =
      'echo "$*" >> "$LOG"; cat /proc/$$/cmdline /proc/$$/environ | tr "\\0" "\\n" >> "$LOG"; echo over >> "$LOG"';
    const { env, log } = fakeComputer({ [name]: shows, tr: '#!/bin/sh\nexec /usr/bin/tr "$@"' });
    findVoice(env, platform)!.say('Numbness noticed');
    await until(() => log().includes('over'));
    expect(log().length).toBeGreaterThan(3);
    expect(log().join('\n')).not.toContain('Numbness');
  });

  it('gives Speech Dispatcher no line that it would take for a command', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('!-!', '!', '-', 'a', ' ', '. ', '"'), maxLength: 30 }), (text) => {
        for (const phrase of phrasesOf(text)) expect(phrase.startsWith('!-!')).toBe(false);
      }),
    );
  });

  it('is that of PowerShell on Windows, which gets the text apart from the script', async () => {
    const { env, lines } = fakeComputer({ powershell: 'echo "$#" "$4" >> "$LOG"; cat >> "$LOG"' });
    findVoice(env, 'win32')!.say('5"; $exit');
    const [script, phrase] = await lines(2);
    expect(script).toMatch(/^4 \$bytes = .*OpenStandardInput.*SAPI/);
    expect(phrase).toBe('5"; $exit');
  });

  it('speaks one phrase after the other', async () => {
    const { env, lines } = fakeComputer({ 'spd-say': 'cat >> "$LOG"; sleep 0.03; echo end >> "$LOG"' });
    findVoice(env, 'linux')!.say(LONG);
    const [first, second, third] = phrasesOf(LONG);
    expect(await lines(6)).toEqual([first, 'end', second, 'end', third, 'end']);
  });

  it('leaves the rest of a text for the next one, and ends its process', async () => {
    const { env, lines, log } = fakeComputer({ say: HANGS });
    const voice = findVoice(env, 'darwin')!;
    voice.say(LONG);
    const [first] = await lines(1);
    voice.say('Stop');
    const [, second] = await lines(2);
    await until(() => !isAlive(first!));
    expect(isAlive(second!)).toBe(true);
    voice.stop();
    voice.stop();
    await until(() => !isAlive(second!));
    await pause(50);
    expect(log()).toHaveLength(2);
  });

  it('ends a process that hangs after three seconds, and goes on', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { env, lines, log } = fakeComputer({ 'spd-say': `trap '' TERM; ${HANGS}` });
    const voice = findVoice(env, 'linux')!;
    voice.say(LONG);
    const [first] = await lines(1);
    vi.advanceTimersByTime(2_900);
    await pause(30);
    expect(log()).toHaveLength(1);
    vi.advanceTimersByTime(200);
    const [, second] = await lines(2);
    expect(isAlive(first!)).toBe(false);
    voice.stop();
    vi.advanceTimersByTime(3_100);
    await until(() => !isAlive(second!));
  });

  it.each([
    ['fails', 'spd-say', `${LOGS}; exit 1`],
    ['claims to have spoken, but was too quick', 'espeak-ng', LOGS],
  ])('tries only once where the program %s', async (_, name, script) => {
    const { env, lines, log } = fakeComputer({ [name]: script });
    const voice = findVoice(env, 'linux')!;
    // Nobody could speak the first word within a minute, so that even a slow start is too quick for it.
    voice.say(`${'a'.repeat(6000)}. Rest.`);
    await lines(1);
    await pause(100);
    expect(log()).toHaveLength(1);
    voice.say('Perhaps it works now');
    await lines(2);
  });

  it('is silent where the program is broken', async () => {
    const { env } = fakeComputer({ 'spd-say': '#!/nowhere/at/all' });
    const voice = findVoice(env, 'linux')!;
    voice.say(LONG);
    await pause(50);
    voice.stop();
  });

  it('does not keep the process alive', async () => {
    const { env, lines } = fakeComputer({ 'spd-say': HANGS });
    const speaker = await runNode('voice.ts', `edge.findVoice(env, 'linux').say('Rest');`, env);
    expect(await once(speaker, 'exit')).toEqual([0, null]);
    const [spoken] = await lines(1);
    expect(isAlive(spoken!)).toBe(true);
    process.kill(Number(spoken));
  });

  it.each<[string, Record<string, string>, Record<string, string>]>([
    ['no program', {}, {}],
    ['another platform’s program', { say: LOGS }, {}],
    ['the user elsewhere', { espeak: LOGS }, { SSH_TTY: '/dev/pts/1' }],
  ])('is none with %s', (_, scripts, more) => {
    expect(findVoice({ ...fakeComputer(scripts).env, ...more }, 'linux')).toBeUndefined();
  });
});
