import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { openSessionPorts } from '../../src/sessions/ports.ts';
import { thisProcess } from '../../src/runtime.ts';
import { decideCapabilities } from '../../src/terminal/capabilities.ts';
import { PLAIN } from '../../src/terminal/style.ts';
import { isAlive } from '../e2e/harness/process-state.ts';
import { fakeComputer, until } from '../system/fake-programs.ts';
import { makeFolder, removeFolders } from '../system/places.ts';

afterEach(() => {
  vi.useRealTimers();
  removeFolders();
});

it.skipIf(process.platform === 'win32')(
  'a speaker and a player that hang end before a signal ends the program',
  async () => {
    // The time limit of each, which would end it as well, never comes.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const hangs = 'echo "$$" >> "$LOG"; exec sleep 60';
    const { env, lines } = fakeComputer({ espeak: hangs, aplay: hangs });
    const acts: ((signal: NodeJS.Signals) => void)[] = [];
    const onExitSignal = (act: (signal: NodeJS.Signals) => void) => {
      acts.push(act);
      return () => {};
    };
    const folder = makeFolder();
    const ports = openSessionPorts({
      runtime: { ...thisProcess(), env, platform: 'linux', onExitSignal },
      places: { journal: folder, settings: folder, state: folder, stateFile: join(folder, 'session') },
      capabilities: decideCapabilities(env, {}, { stdin: false, stdout: false, stderr: false }, 'linux'),
      spell: (text) => text,
      style: PLAIN,
      root: folder,
    });
    const { voice, sound } = await ports.nativeHelpers();
    if (typeof voice === 'string') throw new Error(voice);
    void voice.say('Stopped.');
    void sound!.play('alarm');
    const pids = await lines(2);
    expect(pids.every(isAlive)).toBe(true);
    for (const act of acts) act('SIGHUP');
    await until(() => !pids.some(isAlive));
  },
);
