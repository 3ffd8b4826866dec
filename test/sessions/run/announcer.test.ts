import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createAnnouncer } from '../../../src/sessions/run/announcer.ts';
import type { NativeHelpers } from '../../../src/sessions/ports.ts';
import type { SessionRun } from '../../../src/sessions/run/session-run.ts';
import type { Settings } from '../../../src/settings/settings.ts';
import type { Session, Signal } from '../../../src/sessions/core/state.ts';
import type { NoticeAction } from '../../../src/system/notice.ts';
import { therapyScript, WORDS } from '../scripts.ts';
import { MINUTE, Run, START } from '../stepping.ts';

const HALF: Signal = { kind: 'half' };
const THREE: Signal = { kind: 'count', left: 3 };
const ALARM = { kind: 'alarm', cue: 'Take the ice off now.' } as const;

interface Surroundings extends Settings {
  readonly hasBegun?: boolean;
  readonly canAnswer?: boolean;
  readonly quiet?: boolean;
  readonly background?: boolean;
}

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
  showsNotices = true;
  buttons: readonly NoticeAction[] = [];
  readonly notifier: NativeHelpers['notifier'] = {
    show: ({ body, urgent, actions = [] }) => {
      this.asked.push(`show ${body}${urgent ? ', urgent' : ''}`);
      this.buttons = actions;
      return Promise.resolve(this.showsNotices);
    },
    withdraw: () => this.asked.push('withdraw'),
    stop: () => {},
  };

  /** Announces a session of ice on this computer. @param more what is different about it */
  announcer(
    more: Partial<NativeHelpers> = {},
    { hasBegun = false, canAnswer = true, quiet = false, background = false, ...set }: Surroundings = {},
  ) {
    const nativeHelpers: NativeHelpers = {
      voice: this.voice,
      sound: this.sound,
      notifier: 'nothing is installed on this computer',
      noteNotifier: 'nothing is installed on this computer',
      keepAwake: () => ({ release: () => {} }),
      ...more,
    };
    const ports = { nativeHelpers: () => Promise.resolve(nativeHelpers), bell: () => this.asked.push('bell') };
    const context = {
      content: { sessions: () => WORDS },
      settings: { speech: true, ...set },
      now: () => new Date(START),
    };
    const flags = { quiet, keepAwake: false, save: false, motion: false, background };
    const run = { context, ports, flags } as unknown as SessionRun;
    const announcer = createAnnouncer(run, (text) => void this.notes.push(text), canAnswer);
    const ice = new Run(therapyScript('ice', { minutes: 20 }));
    const { session } = hasBegun ? ice.lives(2 * MINUTE) : ice;
    const stage = {
      show: () => {},
      changesAt: () => undefined,
      ring: () => this.asked.push('ring'),
      notify: (text: string) => this.asked.push(`terminal shows ${text}`),
      close: () => {},
    };
    const announceIn = async (state: Session, ...signals: Signal[]) => {
      announcer.announce(signals, state, stage, (press) => this.asked.push(`press ${press}`));
      await settle();
    };
    const announce = (...signals: Signal[]) => {
      const alarm = { since: START, cue: '' };
      return announceIn(signals.includes(ALARM) ? { ...session, alarm } : session, ...signals);
    };
    const withdraw = async () => {
      announcer.withdraw();
      await settle();
    };
    return Object.assign(announce, { hasSpoken: announcer.hasSpoken, withdraw, announceIn, session });
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
    expect(computer.asked.filter((asked) => !asked.startsWith('terminal'))).toEqual(['ring', 'play alarm', said]);
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
    ['rang for the alarm already', ALARM, { sound: undefined }, ['ring', `terminal shows ${ALARM.cue}`]],
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

describe('a sound that no program can play', () => {
  const TEXT = "Sounds can't be played: no sound program on this computer works.";

  it('is noted once', async () => {
    const computer = new Computer();
    const announce = computer.announcer({}, { speech: false, hasBegun: true });
    await announce({ kind: 'paused' });
    expect(computer.notes).toEqual([]);
    for (const signal of [ALARM, { kind: 'paused' }] as const) {
      computer.endSound(false);
      await announce(signal);
      expect(computer.notes).toEqual([TEXT]);
    }
  });

  it('is no matter where there is none, and only the bell was to be expected', async () => {
    const computer = new Computer();
    await computer.announcer({ sound: undefined }, { speech: false })(ALARM);
    expect(computer.notes).toEqual([]);
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

describe('the notification of an alarm', () => {
  const SHOWN = `show ${ALARM.cue}, urgent`;
  const IN_TERMINAL = `terminal shows ${ALARM.cue}`;
  const muted = { speech: false, sound: false };

  it('is that of the desktop, and not that of the terminal as well', async () => {
    const computer = new Computer();
    await computer.announcer({ notifier: computer.notifier }, muted)(ALARM);
    expect(computer.asked).toEqual([SHOWN]);
  });

  it('is that of the terminal where the desktop shows none, or there is none', async () => {
    const computer = new Computer();
    computer.showsNotices = false;
    await computer.announcer({ notifier: computer.notifier }, muted)(ALARM);
    await computer.announcer({}, muted)(ALARM);
    expect(computer.asked).toEqual([SHOWN, IN_TERMINAL, IN_TERMINAL]);
  });

  it('comes without sounds, and neither with --quiet nor with the setting', async () => {
    const computer = new Computer();
    const desktop = { notifier: computer.notifier };
    await computer.announcer(desktop, { ...muted, quiet: true })(ALARM);
    await computer.announcer(desktop, { ...muted, notifications: false })(ALARM);
    expect(computer.asked).toEqual([]);
  });

  it('comes with nothing else that happens', async () => {
    const computer = new Computer();
    await computer.announcer({ notifier: computer.notifier }, muted)(HALF, THREE);
    expect(computer.asked).toEqual([]);
  });

  it('is taken away once the alarm was answered', async () => {
    const computer = new Computer();
    const announce = computer.announcer({ notifier: computer.notifier }, muted);
    await announce(HALF);
    await announce(ALARM);
    await announce(ALARM);
    await announce(HALF);
    await announce(HALF);
    expect(computer.asked).toEqual([SHOWN, SHOWN, 'withdraw']);
    await announce.withdraw();
    expect(computer.asked).toHaveLength(3);
    await announce(ALARM);
    await announce.withdraw();
    expect(computer.asked.slice(3)).toEqual([SHOWN, 'withdraw']);
  });

  it('stays where nobody can answer the alarm', async () => {
    const computer = new Computer();
    const announce = computer.announcer({ notifier: computer.notifier }, { ...muted, canAnswer: false });
    await announce(ALARM);
    await announce(HALF);
    await announce.withdraw();
    expect(computer.asked).toEqual([SHOWN]);
  });
});

describe('a notification in the background', () => {
  const muted = { speech: false, sound: false, background: true, hasBegun: true };
  const ENDED = { at: START, why: 'done' } as const;
  const LOOK = {
    kind: 'check',
    cue: 'Look at your skin.',
    asks: { large: 'Look', well: 'normal', unwell: "it isn't" },
  } as const;
  const CHECK = { since: START, cue: LOOK.cue, ...LOOK.asks };
  const equipped = () => {
    const computer = new Computer();
    const announce = computer.announcer({ notifier: computer.notifier }, muted);
    const press = () => computer.buttons.forEach(({ chosen }) => chosen());
    return { computer, announce, press, labels: () => computer.buttons.map(({ label }) => label) };
  };

  it('of the alarm says how to answer, and has a button for it', async () => {
    const { computer, announce, press, labels } = equipped();
    const alarm = { since: START, cue: ALARM.cue };
    await announce.announceIn({ ...announce.session, ended: ENDED, alarm }, ALARM);
    expect(computer.asked).toEqual(['show Take the ice off now. When it is off, run: unspasm done., urgent']);
    expect(labels()).toEqual(["it's off"]);
    press();
    expect(computer.asked.at(-1)).toBe('press enter');
  });

  it('of a check that needs an answer has its words', async () => {
    const { computer, announce, labels } = equipped();
    const awake = { kind: 'check', cue: 'Are you awake?', answer: "I'm awake" } as const;
    await announce.announceIn({ ...announce.session, alarm: { since: START, ...awake } }, awake);
    expect(computer.asked).toEqual(['show Are you awake? To answer, run: unspasm done., urgent']);
    expect(labels()).toEqual(["I'm awake"]);
  });

  it('of a look at the skin has a button for each answer, and goes once it is answered', async () => {
    const { computer, announce, press, labels } = equipped();
    await announce.announceIn({ ...announce.session, check: CHECK }, LOOK);
    expect(computer.asked).toEqual(['show Look at your skin.']);
    expect(labels()).toEqual(['normal', "it isn't"]);
    press();
    await announce({ kind: 'confirmed' });
    expect(computer.asked.slice(1)).toEqual(['press enter', 'press h', 'withdraw']);
  });

  it('says what to do when it hurts, without keys that nothing there has', async () => {
    const { computer, announce, labels } = equipped();
    const paused = { left: MINUTE, since: START, why: 'hurt' } as const;
    await announce.announceIn({ ...announce.session, paused }, { kind: 'hurts', part: 'ice' });
    expect(computer.asked).toEqual([
      expect.stringMatching(/^show It hurts\. Take it off now.* unspasm triage\. .*, run: unspasm attach\.$/),
    ]);
    expect(labels()).toEqual([]);
  });
});
