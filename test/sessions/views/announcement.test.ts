import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Script } from '../../../src/sessions/core/script.ts';
import { currentStep, type Signal } from '../../../src/sessions/core/state.ts';
import {
  stepTitle,
  type Announcement,
  repeatedText,
  announcementFor,
  timeLeftText,
} from '../../../src/sessions/views/announcement.ts';
import {
  clockTime,
  formatElapsed,
  inWords,
  leftInWords,
  minutesAndSeconds,
} from '../../../src/sessions/views/times.ts';
import { inZone } from '../../journal/zone.ts';
import { allScripts, routineScript, stretchScript, therapyScript, WORDS } from '../scripts.ts';
import { MINUTE, Run, SECOND, START } from '../stepping.ts';

inZone('UTC', { beforeAll, afterAll });

const ice = () => new Run(therapyScript('ice', { minutes: 20 })).ready().lives(5 * MINUTE);
const knee = () => new Run(stretchScript(['knee-to-chest'])).ready();
const telling = (signal: Signal, { session, now } = ice()): Announcement =>
  announcementFor(signal, session, WORDS, now);
const firstLine = (script: Script, run = new Run(script)) => telling(run.signalled[0]!.signal, run).line;

const slept = (onFor: number, isOver = false, isPaused = false) =>
  telling({ kind: 'slept', onFor, isOver, isPaused }).line;

/** One of each kind. */
const SIGNALS: Signal[] = [
  { kind: 'step', step: therapyScript('ice').steps[1]! },
  { kind: 'alarm', cue: 'Take it off.' },
  { kind: 'slept', onFor: 3 * MINUTE, isOver: false, isPaused: false },
  { kind: 'paused' },
  { kind: 'resumed' },
  { kind: 'hurts', part: 'ice' },
  { kind: 'longer', seconds: 60 },
  { kind: 'at-most', seconds: 1200 },
  { kind: 'no-way-back' },
  { kind: 'rated', pain: 6 },
  { kind: 'nothing' },
  { kind: 'over', why: 'done' },
  { kind: 'over', why: 'stopped' },
  { kind: 'over', why: 'hurt' },
  { kind: 'check', cue: 'Look.' },
  { kind: 'check', cue: 'Awake?', answer: 'yes' },
  { kind: 'half' },
  { kind: 'last-minute' },
  { kind: 'count', left: 3 },
];

describe('what has happened', () => {
  it('is announced in words, as a line and aloud', () => {
    const lines = SIGNALS.map((signal) => {
      const { line, aloud } = telling(signal);
      return `${signal.kind}: ${line}${aloud === line ? '' : ` | ${aloud}`}`;
    });
    expect(`\n${lines.join('\n')}`).toMatchInlineSnapshot(`
      "
      step: Ice on (15 minutes, until 14:20). Put the ice where it hurts, with the cloth against your skin. Stay awake. | Ice on
      alarm: Take it off.
      slept: The computer was asleep. Ice has lasted 3 minutes so far.
      paused: Paused. Keep it off your skin.
      resumed: Resumed: 15 minutes left. | Resumed.
      hurts: It hurts. Take it off now, and look at your skin. If a leg or the area between your legs is numb, tingling or weak, check the warning signs now: press w. If your skin is white, blotchy, very red, blistered or numb, leave it off for today. If the pain gets worse, leave it off too.
      longer: 1 minute added, until 14:20.
      at-most: The longest is 20 minutes.
      no-way-back: This step can't be restarted.
      rated: Pain now: 6. | 
      nothing: That key does nothing here.
      over: Done.
      over: Stopped.
      over: Stopped.
      check: Look.
      check: Awake?
      half: Halfway: 15 minutes left. | Halfway.
      last-minute: One minute left.
      count:  | 3"
    `);
  });

  it('always has something to hear that may interrupt, and a line, but for the countdown', () => {
    expect(SIGNALS.filter((signal) => telling(signal).aloud === '').map(({ kind }) => kind)).toEqual(['rated']);
    expect(SIGNALS.filter((signal) => telling(signal).line === '').map(({ kind }) => kind)).toEqual(['count']);
  });

  it('sounds for each step, and as an alarm where somebody has to act', () => {
    const sounding = (sound: string) => SIGNALS.filter((one) => telling(one).sound === sound).map(({ kind }) => kind);
    expect(sounding('step')).toEqual(['step', 'slept', 'paused', 'hurts', 'check']);
    expect(telling({ kind: 'paused' }, knee()).sound).toBeUndefined();
    expect(telling({ kind: 'over', why: 'done' }, knee()).sound).toBe('step');
    expect(telling({ kind: 'over', why: 'stopped' }, knee()).sound).toBeUndefined();
    expect(sounding('alarm')).toEqual(['alarm', 'check']);
    expect(telling({ kind: 'slept', onFor: MINUTE, isOver: true, isPaused: false }).sound).toBe('alarm');
  });

  it('is on the screen for long where the skin is to be looked at', () => {
    expect(telling({ kind: 'check', cue: 'Look.' }).shownFor).toBe(45);
    expect(telling({ kind: 'longer', seconds: 60 }).shownFor).toBe(6);
    expect(telling({ kind: 'count', left: 3 }).shownFor).toBeUndefined();
  });

  it('takes what stood there away, where the screen itself says it', () => {
    expect(telling({ kind: 'check', cue: 'Awake?', answer: 'yes' }).shownFor).toBe(0);
    for (const kind of ['step', 'paused', 'resumed', 'hurts', 'over']) {
      expect(telling(SIGNALS.find((signal) => signal.kind === kind)!).shownFor).toBe(0);
    }
  });
});

describe('what was made longer', () => {
  it('lasts until a time of the clock, unless it is over within the minute', () => {
    expect(telling({ kind: 'longer', seconds: 60 }).line).toBe('1 minute added, until 14:20.');
    expect(telling({ kind: 'longer', seconds: 5 }, knee()).line).toBe('5 seconds added.');
  });
});

describe('a step in a line', () => {
  it('says how long, until when, what to do, and what comes', () => {
    expect(firstLine(therapyScript('ice'))).toBe(
      "Get the ice ready (30 seconds). Wrap the ice in a thin, damp cloth. Lie on your side or your front, so that you don't lie on the ice. Then: Put the ice where it hurts, with the cloth against your skin. Stay awake.",
    );
    const { session, signalled, now } = new Run(therapyScript('ice', { minutes: 10 })).ready();
    expect(announcementFor(signalled.at(-1)!.signal, session, WORDS, now).line).toMatch(
      /^Ice on \(10 minutes, until 14:10\)\. Put/,
    );
  });

  it('names the stretch, and which of how many it is', () => {
    expect(firstLine(routineScript('first-days'))).toMatch(
      /^1 of 3: Knee to chest\. For 20 seconds: Lie on your back, /,
    );
    expect(firstLine(stretchScript(['childs-pose']))).toMatch(/^[^.]+ \(\d+ seconds\)\. /);
  });

  it('says nothing twice where the instruction begins with its name, nor when it is repeated', () => {
    const script = stretchScript(['knee-to-chest']);
    for (const text of [firstLine(script), repeatedText(new Run(script).session, WORDS)])
      expect(text.match(/Lie on your back/g)).toHaveLength(1);
  });

  it('has its side, and its round where there are several', () => {
    const titles = stretchScript(['bird-dog'], { rounds: 2 }).steps.map(stepTitle);
    expect(titles.slice(0, 4)).toEqual([
      'Onto hands and knees',
      'Hold, left side, 1 of 2',
      'Change sides, then right side',
      'Hold, right side, 1 of 2',
    ]);
    const [, , cold, , warm] = therapyScript('contrast').steps.map(stepTitle);
    expect([cold, warm]).toEqual(['Change to ice', 'Change to heat']);
    expect(stepTitle(currentStep(knee().session))).toBe('Hold, left side');
  });
});

describe('a pause', () => {
  it('of something on the skin says to keep it off', () => {
    expect(telling({ kind: 'paused' })).toMatchObject({ line: 'Paused. Keep it off your skin.', shownFor: 0 });
    expect(telling({ kind: 'paused' }, knee()).line).toBe('Paused.');
  });
});

describe('what hurts', () => {
  it('is to be taken off the skin, or come out of', () => {
    expect(telling({ kind: 'hurts', part: 'ice' }).line).toBe(
      `It hurts. ${WORDS.hurts.onSkin.replace('{check}', 'press w')}`,
    );
    expect(telling({ kind: 'hurts', part: 'knee-to-chest' }, knee()).line).toBe(
      `It hurts. ${WORDS.hurts.text.replace('{check}', 'press w')}`,
    );
  });
});

describe('a computer that slept', () => {
  it('is announced with the minutes that ice has been on', () => {
    expect(slept(9 * MINUTE + 29 * SECOND)).toBe('The computer was asleep. Ice has lasted 9 minutes so far.');
    expect(slept(4 * SECOND)).toContain('lasted 1 minute so far.');
    expect(slept(41 * MINUTE, true)).toBe(
      'The computer was asleep. Ice has been on for 41 minutes. Take it off now, and look at your skin.',
    );
  });

  it('is announced for a stretch as a pause', () => {
    expect(slept(0, false, true)).toBe(WORDS.sleptPaused);
  });
});

describe('the end', () => {
  it('says what to do, unless an alarm says it', () => {
    const { session, now } = knee().lives(50 * SECOND);
    const end: Signal = { kind: 'over', why: 'done' };
    expect(announcementFor(end, session, WORDS, now).line).toMatch(/^Done\. Rest for a moment\./);
    expect(telling(end).line).toBe('Done.');
  });
});

describe('times', () => {
  it('that are left are rounded up, so that 0:00 is the end itself', () => {
    expect([0, 1, 1000, 59_001, 60_000, 452_000, 1_200_000].map(minutesAndSeconds)).toEqual([
      '0:00',
      '0:01',
      '0:01',
      '1:00',
      '1:00',
      '7:32',
      '20:00',
    ]);
  });

  it('that have gone by are rounded down', () => {
    expect([0, 999, 1000, 59_999, 60_000].map(formatElapsed)).toEqual(['0:00', '0:00', '0:01', '0:59', '1:00']);
  });

  it('in words are minutes where they are whole or half ones', () => {
    expect([1, 5, 45, 60, 90, 120, 75, 1200].map(inWords)).toEqual([
      '1 second',
      '5 seconds',
      '45 seconds',
      '1 minute',
      '1.5 minutes',
      '2 minutes',
      '75 seconds',
      '20 minutes',
    ]);
  });

  it('of the clock are those of the machine', () => {
    expect(clockTime(START + 59 * SECOND, {})).toBe('14:00');
    expect(clockTime(START + 59 * SECOND, { twelveHours: true })).toBe('2:00 pm');
  });
});

describe('every session of the data', () => {
  it('announces each of its steps', () => {
    for (const script of allScripts()) {
      for (const step of script.steps) {
        const { line, aloud } = telling({ kind: 'step', step }, new Run(script));
        expect(line).toContain(step.says.includes(step.cue) || step.seconds > 10 ? step.cue : stepTitle(step));
        expect(aloud).toBe(step.says);
        expect(line).not.toMatch(/undefined|NaN|\{/);
      }
    }
  });
});

describe('a breath', () => {
  it('is announced with its cue at first, and then by its name: there is no time for more', () => {
    const [, inOne, outOne, inTwo] = stretchScript(['cat-cow']).steps;
    const lines = [inOne!, outOne!, inTwo!].map((step) => telling({ kind: 'step', step }, knee()).line);
    expect(lines).toEqual([
      'Breathe in, 1 of 10 (5 seconds).',
      'Breathe out, 1 of 10 (5 seconds). Breathe out, and round your back slowly.',
      'Breathe in, 2 of 10 (5 seconds).',
    ]);
  });
});

describe('the time that is left', () => {
  it('is said in words', () => {
    const { session, now } = knee();
    expect(timeLeftText(session, now + 8 * SECOND)).toBe(
      'Hold, left side: 12 seconds left, 42 seconds in all, ends 14:01.',
    );
    expect(timeLeftText(ice().does('pause').session, now)).toBe('Ice on: 15 minutes left, paused.');
  });

  it.each([
    [0, '0 seconds'],
    [1000, '1 second'],
    [60_000, '1 minute'],
    [451_001, '7 minutes 32 seconds'],
  ])('of %i ms is %s', (ms, words) => {
    expect(leftInWords(ms)).toBe(words);
  });
});
