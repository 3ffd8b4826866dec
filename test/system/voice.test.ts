import { execFileSync } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { unlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { findVoice, phrasesOf, type Voice } from '../../src/system/voice.ts';
import { isAlive } from '../e2e/harness/process-state.ts';
import { toolPath } from '../e2e/harness/tools.ts';
import { fakeComputer, pause, runNode, until } from './fake-programs.ts';
import { removeFolders } from './places.ts';

const LOGS = 'echo "$*" >> "$LOG"';
/** Takes a while for it, as a voice does: nobody's is too quick for a short phrase. */
const SPEAKS = 'phrase=$(cat); echo "${0##*/}: $phrase" >> "$LOG"; sleep 0.3';
const HANGS = 'echo "$$" >> "$LOG"; exec sleep 60';
/** Three phrases. */
const LONG = 'Lie down on your back, and bring one knee to your chest';

/** What a program spoke. */
function saidBy(name: string, log: readonly string[]): string[] {
  return log.filter((line) => line.startsWith(`${name}: `)).map((line) => line.slice(name.length + 2));
}

function processGroup(pid: string): string {
  return execFileSync('/bin/ps', ['-o', 'pgid=', '-p', pid], { encoding: 'utf8' }).trim();
}

/** What speaks on a computer that has something that can. */
function voiceOn(platform: string, env: Readonly<Record<string, string>>): Voice {
  const voice = findVoice(env, platform);
  if (typeof voice === 'string') throw new Error(voice);
  return voice;
}

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
    void voiceOn(platform, env).say('-5 degrees');
    expect((await lines(2)).slice(0, 2)).toEqual([options, '-5 degrees']);
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
    const { env, log } = fakeComputer({ [name]: shows, tr: `exec ${toolPath('tr')} "$@"` });
    void voiceOn(platform, env).say('Numbness noticed');
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
    void voiceOn('win32', env).say('5"; $exit');
    const [script, phrase] = await lines(2);
    expect(script).toMatch(/^4 \$bytes = .*OpenStandardInput.*SAPI/);
    expect(phrase).toBe('5"; $exit');
  });

  it('speaks one phrase after the other', async () => {
    const { env, lines } = fakeComputer({ 'spd-say': 'cat >> "$LOG"; sleep 0.03; echo end >> "$LOG"' });
    void voiceOn('linux', env).say(LONG);
    const [first, second, third] = phrasesOf(LONG);
    expect(await lines(6)).toEqual([first, 'end', second, 'end', third, 'end']);
  });

  it('leaves the rest of a text for the next one, and ends its process', async () => {
    const { env, lines, log } = fakeComputer({ say: HANGS });
    const voice = voiceOn('darwin', env);
    void voice.say(LONG);
    const [first] = await lines(1);
    void voice.say('Stop');
    const [, second] = await lines(2);
    await until(() => !isAlive(first!));
    expect(isAlive(second!)).toBe(true);
    voice.stop();
    voice.stop();
    await until(() => !isAlive(second!));
    await pause(50);
    expect(log()).toHaveLength(2);
  });

  it('takes the program that starts at once before the one whose server takes seconds', async () => {
    const { env, lines, log } = fakeComputer({ 'spd-say': LOGS, 'espeak-ng': SPEAKS });
    await voiceOn('linux', env).say('Rest.');
    expect(await lines(1)).toEqual(['espeak-ng: Rest.']);
    expect(log()).toHaveLength(1);
  });

  it.each<[string, number]>([
    ['espeak-ng', 5_000],
    ['spd-say', 10_000],
  ])('leaves it to the next program where %s hangs', async (name, limit) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const next = name === 'spd-say' ? 'none' : 'spd-say';
    const { env, lines, log } = fakeComputer({ [name]: `trap '' TERM; ${HANGS}`, [next]: SPEAKS });
    const voice = voiceOn('linux', env);
    const spoken = voice.say(LONG);
    const [pid] = await lines(1);
    vi.advanceTimersByTime(limit - 100);
    await pause(30);
    expect([isAlive(pid!), log().length]).toEqual([true, 1]);
    vi.advanceTimersByTime(200);
    expect(await spoken).toBe(next === 'spd-say');
    expect(isAlive(pid!)).toBe(false);
    // Nothing of it is lost.
    if (next === 'spd-say') expect(saidBy('spd-say', log())).toEqual(phrasesOf(LONG));
  });

  it.each([
    ['fails', 'espeak-ng', 'exit 1'],
    ['is broken', 'espeak-ng', '#!/nowhere/at/all'],
    ['claims to have spoken, but was too quick', 'espeak', 'exit 0'],
  ])('leaves it to the next program where one %s, and all later texts as well', async (_, name, script) => {
    const { env, log } = fakeComputer({ [name]: script, 'spd-say': SPEAKS });
    const voice = voiceOn('linux', env);
    // Nobody could speak the first word within a minute, so that even a slow start is too quick for it.
    const long = 'a'.repeat(6000);
    expect(await voice.say(`${long}. Rest.`)).toBe(true);
    expect(saidBy('spd-say', log())).toEqual([`${long}.`, 'Rest.']);
    unlinkSync(join(env['PATH']!, name));
    expect(await voice.say('Three.')).toBe(true);
    expect(saidBy('spd-say', log()).at(-1)).toBe('Three.');
  });

  it('tries each program once for a text that none can speak, and again for the next one', async () => {
    const { env, log } = fakeComputer({ 'espeak-ng': `${LOGS}; exit 1`, 'spd-say': `${LOGS}; exit 1` });
    const voice = voiceOn('linux', env);
    expect(await voice.say(LONG)).toBe(false);
    expect(log()).toEqual(['-v en --stdin', '-w -l en -P text -e']);
    expect(await voice.say('Perhaps it works now')).toBe(false);
    expect(log()).toHaveLength(4);
  });

  it('says of a text that another one replaced nothing bad', async () => {
    const { env, lines } = fakeComputer({ say: HANGS });
    const voice = voiceOn('darwin', env);
    const first = voice.say(LONG);
    await lines(1);
    const second = voice.say('Stop');
    expect(await first).toBe(true);
    voice.stop();
    expect(await second).toBe(true);
  });

  it('begins when the sound before it has ended', async () => {
    const { env, lines, log } = fakeComputer({ say: SPEAKS });
    const sound = new EventEmitter();
    const spoken = voiceOn('darwin', env).say('Take the ice off now.', { after: once(sound, 'ended') });
    await pause(50);
    expect(log()).toEqual([]);
    sound.emit('ended');
    await spoken;
    expect(await lines(1)).toEqual(['say: Take the ice off now.']);
  });

  it('ends the text before at once, even where it has to wait itself; what waited and was replaced is not spoken', async () => {
    const { env, lines, log } = fakeComputer({ say: HANGS });
    const voice = voiceOn('darwin', env);
    void voice.say('Halfway.');
    const [pid] = await lines(1);
    const sound = new EventEmitter();
    const waiting = voice.say('One minute left.', { after: once(sound, 'ended') });
    await until(() => !isAlive(pid!));
    void voice.say('Stop');
    await lines(2);
    sound.emit('ended');
    expect(await waiting).toBe(true);
    await pause(50);
    expect(log()).toHaveLength(2);
    voice.stop();
  });

  it('waits two seconds for a sound at most', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { env, lines, log } = fakeComputer({ say: SPEAKS });
    void voiceOn('darwin', env).say('Rest.', { after: new Promise(() => {}) });
    vi.advanceTimersByTime(1_900);
    await pause(30);
    expect(log()).toEqual([]);
    vi.advanceTimersByTime(200);
    await lines(1);
  });

  it('leaves a countdown out on Windows, where it came too late, and ends nothing for it', async () => {
    const { env, lines, log } = fakeComputer({ powershell: HANGS });
    const voice = voiceOn('win32', env);
    void voice.say('Hold');
    const [pid] = await lines(1);
    for (const left of ['3', '2', '1']) expect(await voice.say(left, { isCountdown: true })).toBe(true);
    await pause(30);
    expect(isAlive(pid!)).toBe(true);
    expect(log()).toHaveLength(1);
    voice.stop();
  });

  it.each(['espeak-ng', 'spd-say'])('speaks a countdown with %s', async (name) => {
    const { env, log } = fakeComputer({ [name]: SPEAKS });
    const voice = voiceOn('linux', env);
    for (const left of ['3', '2']) await voice.say(left, { isCountdown: true });
    expect(saidBy(name, log())).toEqual(['3', '2']);
  });

  it('is silent where the program is broken', async () => {
    const { env } = fakeComputer({ 'spd-say': '#!/nowhere/at/all' });
    const voice = voiceOn('linux', env);
    void voice.say(LONG);
    await pause(50);
    voice.stop();
  });

  it('does not keep the process alive', async () => {
    const { env, lines } = fakeComputer({ 'spd-say': HANGS });
    const speaker = await runNode('voice.ts', `void edge.findVoice(env, 'linux').say('Rest');`, env);
    expect(await once(speaker, 'exit')).toEqual([0, null]);
    const [spoken] = await lines(1);
    expect(isAlive(spoken!)).toBe(true);
    process.kill(Number(spoken));
  });

  it.each<[string, Record<string, string>, Record<string, string>, string]>([
    ['no program', {}, {}, 'none of espeak-ng, espeak, spd-say is installed on this computer'],
    [
      'another platform’s program',
      { say: LOGS },
      {},
      'none of espeak-ng, espeak, spd-say is installed on this computer',
    ],
    [
      'the user elsewhere',
      { espeak: LOGS },
      { SSH_TTY: '/dev/pts/1' },
      'over ssh, the other computer would speak them',
    ],
  ])('is none with %s, and it is said why', (_, scripts, more, why) => {
    expect(findVoice({ ...fakeComputer(scripts).env, ...more }, 'linux')).toBe(why);
  });
});

/** Speaks what it reads; with "-e" alone it reads until its input ends, as an idle client. */
const SPEECH_CLIENT = `case "$*" in -e) echo "idle $$" >> "$LOG"; cat; echo "gone" >> "$LOG";; *) ${SPEAKS};; esac`;

const idle = (log: readonly string[]) => log.filter((line) => line.startsWith('idle'));
const pidIn = (line: string) => line.replace('idle ', '');

describe.skipIf(process.platform === 'win32')('the server of spd-say', () => {
  it('is kept from ending between two phrases, by one client that is idle, until the voice stops', async () => {
    const { env, log } = fakeComputer({ 'spd-say': SPEECH_CLIENT });
    const voice = voiceOn('linux', env);
    await voice.say(LONG);
    await until(() => idle(log()).length > 0);
    await voice.say('Three.');
    await pause(50);
    const [client, ...others] = idle(log());
    expect(others).toEqual([]);
    expect(isAlive(pidIn(client!))).toBe(true);
    voice.stop();
    await until(() => log().includes('gone'));
  });

  it('gets another client where the first one has ended', async () => {
    const { env, log } = fakeComputer({ 'spd-say': SPEECH_CLIENT });
    const voice = voiceOn('linux', env);
    await voice.say('Rest.');
    await until(() => idle(log()).length > 0);
    process.kill(Number(pidIn(idle(log())[0]!)));
    await until(() => !isAlive(pidIn(idle(log())[0]!)));
    await voice.say('Rest.');
    await until(() => idle(log()).length > 1);
    voice.stop();
  });

  it('loses its client with this process, which is not kept alive by it', async () => {
    const { env, lines } = fakeComputer({ 'spd-say': SPEECH_CLIENT });
    const script = `const stay = setInterval(() => {}, 999);
      void edge.findVoice(env, 'linux').say('Rest.').then(() => clearInterval(stay));`;
    const speaker = await runNode('voice.ts', script, env);
    expect(await once(speaker, 'exit')).toEqual([0, null]);
    expect((await lines(3)).at(-1)).toBe('gone');
  });

  it('and its parts do not belong to our terminal, whose end would leave half of them', async () => {
    const { env, lines } = fakeComputer({ 'spd-say': `echo "$$" >> "$LOG"; ${SPEAKS}; sleep 60` });
    const voice = voiceOn('linux', env);
    void voice.say('Rest.');
    const [pid] = await lines(1);
    expect(processGroup(pid!)).toBe(pid);
    voice.stop();
  });
});
