import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createAnnouncer } from '../../../src/sessions/run/announcer.ts';
import type { NativeHelpers } from '../../../src/sessions/ports.ts';
import type { SessionRun } from '../../../src/sessions/run/session-run.ts';
import type { Signal } from '../../../src/sessions/core/state.ts';
import { therapyScript, WORDS } from '../scripts.ts';
import { MINUTE, Run, START } from '../stepping.ts';

const HALF: Signal = { kind: 'half' };
const THREE: Signal = { kind: 'count', left: 3 };
const ALARM: Signal = { kind: 'alarm', cue: 'Take the ice off now.' };

/** Somebody's computer: what was asked of it, in order, and the ends of its sounds and of its voice. */
class Computer {
  readonly asked: string[] = [];
  readonly notes: string[] = [];
  endSound: (worked: boolean) => void = () => {};
  endVoice: (worked: boolean) => void = () => {};
  readonly voice: NativeHelpers['voice'] = {
    say: (text, { after, isCountdown = false } = {}) => {
      const how = [...(after ? ['after the sound'] : []), ...(isCountdown ? ['countdown'] : [])];
      this.asked.push([`say ${text}`, ...how].join(', '));
      void after?.then(() => this.asked.push('sound ended'));
      return new Promise((resolve) => {
        this.endVoice = resolve;
      });
    },
    stop: () => {},
  };
  readonly sound: NativeHelpers['sound'] = {
    play: (kind) => {
      this.asked.push(`play ${kind}`);
      return new Promise((resolve) => {
        this.endSound = resolve;
      });
    },
    stop: () => {},
  };

  /** Announces a session of ice on this computer. @param more what is different about it */
  announcer(more: Partial<NativeHelpers> = {}, { speech = true, hasBegun = false } = {}) {
    const nativeHelpers: NativeHelpers = {
      voice: this.voice,
      sound: this.sound,
      keepAwake: () => ({ release: () => {} }),
      ...more,
    };
    const ports = { nativeHelpers: () => Promise.resolve(nativeHelpers), bell: () => this.asked.push('bell') };
    const context = {
      content: { sessions: () => WORDS },
      settings: { speech },
      now: () => new Date(START),
    };
    const flags = { quiet: false, keepAwake: false, save: false, motion: false };
    const run = { context, ports, flags } as unknown as SessionRun;
    const announcer = createAnnouncer(run, (text) => void this.notes.push(text));
    const ice = new Run(therapyScript('ice', { minutes: 20 }));
    const { session } = hasBegun ? ice.lives(2 * MINUTE) : ice;
    const stage = { show: () => {}, changesAt: () => undefined, ring: () => this.asked.push('ring'), close: () => {} };
    const announce = async (...signals: Signal[]) => {
      announcer.announce(signals, session, stage);
      await settle();
    };
    return Object.assign(announce, { hasSpoken: announcer.hasSpoken });
  }
}

/** Lets what has no reason to wait happen. */
async function settle(): Promise<void> {
  for (let turns = 0; turns < 4; turns += 1) await turn();
}

async function hasEnded(ended: Promise<void>): Promise<boolean> {
  let isOver = false;
  void ended.then(() => (isOver = true));
  await settle();
  return isOver;
}

describe('the voice of a session', () => {
  it('waits for the alarm, which is louder than its first words', async () => {
    const computer = new Computer();
    await computer.announcer()(ALARM);
    const said = 'say Take the ice off now., after the sound';
    expect(computer.asked).toEqual(['ring', 'play alarm', said]);
    computer.endSound(true);
    await settle();
    expect(computer.asked.at(-1)).toBe('sound ended');
  });

  it('waits for no sound where none is played', async () => {
    const computer = new Computer();
    await computer.announcer()(HALF);
    expect(computer.asked).toEqual(['say Halfway.']);
  });

  it('speaks a number beside its tick, as the next one comes a second later', async () => {
    const computer = new Computer();
    await computer.announcer()(THREE);
    expect(computer.asked).toEqual(['play count', 'say 3, countdown']);
  });

  it('leaves out no words that come together with a number', async () => {
    const computer = new Computer();
    await computer.announcer()({ kind: 'last-minute' }, THREE);
    expect(computer.asked).toEqual(['play count', 'say One minute left. 3, after the sound']);
  });
});

describe('what was announced', () => {
  it('has been spoken once the voice has ended, whatever else is played then', async () => {
    const computer = new Computer();
    const announce = computer.announcer();
    expect(await hasEnded(announce.hasSpoken())).toBe(true);
    await announce(HALF);
    expect(await hasEnded(announce.hasSpoken())).toBe(false);
    computer.endVoice(true);
    expect(await hasEnded(announce.hasSpoken())).toBe(true);
  });

  it('is not waited for where nothing speaks', async () => {
    const announce = new Computer().announcer({ voice: 'nothing is installed on this computer' });
    await announce(ALARM);
    expect(await hasEnded(announce.hasSpoken())).toBe(true);
  });
});

describe('the bell', () => {
  it.each<[string, Signal, Partial<NativeHelpers>, string[]]>([
    ['rings for a step where nothing plays sounds', { kind: 'paused' }, { sound: undefined }, ['bell']],
    ['rings for no tick', THREE, { sound: undefined }, []],
    ['rang for the alarm already', ALARM, { sound: undefined }, ['ring']],
  ])('%s', async (_, signal, nativeHelpers, expected) => {
    const computer = new Computer();
    await computer.announcer(nativeHelpers, { speech: false, hasBegun: true })(signal);
    expect(computer.asked).toEqual(expected);
  });

  it('rings for a step that no player could play', async () => {
    const computer = new Computer();
    await computer.announcer({}, { speech: false, hasBegun: true })({ kind: 'paused' });
    expect(computer.asked).toEqual(['play step']);
    computer.endSound(false);
    await settle();
    expect(computer.asked).toEqual(['play step', 'bell']);
  });
});

describe('a voice that can’t speak', () => {
  const OVER_SSH = { voice: 'over ssh, the other computer would speak them' };
  const TEXT = "The instructions can't be read aloud: over ssh, the other computer would speak them.";

  it('is noted once', async () => {
    const computer = new Computer();
    const announce = computer.announcer(OVER_SSH);
    for (const signal of [HALF, THREE, ALARM]) await announce(signal);
    expect(computer.notes).toEqual([TEXT]);
  });

  it('is noted when every program has failed, and not before', async () => {
    const computer = new Computer();
    await computer.announcer()(HALF);
    expect(computer.notes).toEqual([]);
    computer.endVoice(false);
    await settle();
    expect(computer.notes).toEqual(["The instructions can't be read aloud: no speech program on this computer works."]);
  });

  it('is no matter to somebody who didn’t ask for it', async () => {
    const computer = new Computer();
    await computer.announcer(OVER_SSH, { speech: false })(ALARM);
    expect(computer.notes).toEqual([]);
  });
});
