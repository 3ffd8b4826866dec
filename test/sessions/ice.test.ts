import { describe, expect, it } from 'vitest';
import { isMentioned } from '../../src/sessions/core/marks.ts';
import { currentStep, elapsed, sessionLeft, stepLeft } from '../../src/sessions/core/state.ts';
import { therapyScript } from './scripts.ts';
import { HOUR, kindsOf, MINUTE, Run, SECOND } from './stepping.ts';

const ice = (minutes = 20) => new Run(therapyScript('ice', { minutes })).ready();

const ended = () => ice().lives(20 * MINUTE);

const warm = () => new Run(therapyScript('heat', { form: 'pad', minutes: 20 })).ready();

describe('twenty minutes of ice', () => {
  it('begin when the ice is ready', () => {
    const fresh = new Run(therapyScript('ice'));
    expect(fresh.session.begunAt).toBeUndefined();
    expect(elapsed(fresh.session, fresh.now)).toBe(0);
    expect(sessionLeft(fresh.session, fresh.now)).toBe((30 + 15 * 60) * SECOND);
    expect(fresh.lives(29 * SECOND).session).toMatchObject({ at: 0 });
    expect(fresh.lives(SECOND).session).toMatchObject({ at: 1, begunAt: fresh.now });
    expect(fresh.signalled.map(({ signal }) => signal.kind)).toEqual(['step', 'count', 'count', 'count', 'step']);
  });

  it('tell of the skin at 5 and 10 minutes, of half of it, and of the last minute', () => {
    const run = ended();
    expect(run.secondsOf('check')).toEqual([300, 600]);
    expect(run.secondsOf('half')).toEqual([600]);
    expect(run.secondsOf('last-minute')).toEqual([1140]);
  });

  it('end at the deadline itself, with an alarm', () => {
    const run = ended();
    const { session, now } = run;
    expect(session.ended).toEqual({ at: session.begunAt! + 20 * MINUTE, why: 'done' });
    expect(now).toBe(session.ended!.at);
    expect(session.alarm).toEqual({ since: now, cue: session.script.end.cue, large: 'Take the ice off' });
    expect(kindsOf(run.since(now))).toEqual(['over', 'alarm']);
  });

  it('end at the deadline, too, when somebody looks a little later', () => {
    const late = ice().lives(20 * MINUTE - 400);
    late.jumps(1234);
    expect(late.session.ended!.at).toBe(late.session.begunAt! + 20 * MINUTE);
    expect(elapsed(late.session, late.now)).toBe(20 * MINUTE);
  });

  it('count down to nothing', () => {
    const going = ice().lives(90 * SECOND);
    expect(stepLeft(going.session, going.now)).toBe(18.5 * MINUTE);
    expect(sessionLeft(going.session, going.now)).toBe(18.5 * MINUTE);
    const over = ended();
    const stopped = ice().lives(MINUTE).does('stop');
    expect([stepLeft(stopped.session, stopped.now), sessionLeft(stopped.session, stopped.now)]).toEqual([0, 0]);
    expect([stepLeft(over.session, over.now), sessionLeft(over.session, over.now)]).toEqual([0, 0]);
  });

  it('of which ten are planned have no check at their end', () => {
    const short = ice(10).lives(10 * MINUTE);
    expect(short.secondsOf('check')).toEqual([300]);
    expect(short.session.ended?.why).toBe('done');
  });
});

describe('an alarm', () => {
  it('sounds at once, after 20 seconds, after 1 minute, then each minute up to ten', () => {
    const run = ended().lives(HOUR);
    const after = run.secondsOf('alarm').map((seconds) => seconds - 1200);
    expect(after).toEqual([0, 20, ...Array.from({ length: 10 }, (_, at) => (at + 1) * 60)]);
  });

  it('lasts until a key is pressed, however long it has been silent', () => {
    expect(ended().lives(HOUR).session.alarm).toBeDefined();
  });

  it('ends when somebody answers, and sounds no more', () => {
    const run = ended()
      .lives(30 * SECOND)
      .does('acknowledge');
    expect(run.session.alarm).toBeUndefined();
    const { now } = run;
    expect(run.lives(5 * MINUTE).since(now + 1)).toEqual([]);
  });

  it('sounds once for what was missed while the computer slept', () => {
    const run = ended();
    const from = run.now;
    expect(kindsOf(run.jumps(5 * MINUTE).since(from + 1))).toEqual(['alarm']);
  });

  it('is no alarm of a session that was stopped', () => {
    const run = ice().lives(MINUTE).does('stop');
    expect(run.session).toMatchObject({ ended: { at: run.now, why: 'stopped' } });
    expect(run.session.alarm).toBeUndefined();
  });

  it.each([
    [0, -1, 0, true],
    [0, 0, 19_999, false],
    [0, 19_999, 20_000, true],
    [0, 60_000, 119_999, false],
    [5000, 600_000, 605_000, true],
    [0, 600_000, 9_000_000, false],
  ])('that began at %i sounds between %i and %i: %s', (since, before, now, sounds) => {
    expect(isMentioned('alarm', since, before, now)).toBe(sounds);
  });
});

describe('a computer that sleeps while ice is on', () => {
  it('counts that time, and says for how long the ice has been on', () => {
    const run = ice()
      .lives(MINUTE)
      .jumps(8 * MINUTE);
    expect(stepLeft(run.session, run.now)).toBe(11 * MINUTE);
    expect(run.since(run.now)).toEqual([
      { kind: 'slept', onFor: 9 * MINUTE, isOver: false, isPaused: false },
      expect.objectContaining({ kind: 'check', cue: expect.stringMatching(/^Look at your skin\./) as string }),
    ]);
  });

  it('says that it is over when it slept past the end, from which it really was', () => {
    const run = ice()
      .lives(MINUTE)
      .jumps(40 * MINUTE);
    expect(run.session.ended).toEqual({ at: run.session.begunAt! + 20 * MINUTE, why: 'done' });
    expect(run.since(run.now)).toEqual([
      { kind: 'slept', onFor: 41 * MINUTE, isOver: true, isPaused: false },
      { kind: 'over', why: 'done' },
      { kind: 'alarm', cue: run.session.script.end.cue },
    ]);
  });

  it('says only the last of what it has slept through', () => {
    const run = ice().jumps(12 * MINUTE);
    expect(kindsOf(run.since(run.now))).toEqual(['slept', 'half']);
  });

  it('leaves no pause out of what it says', () => {
    const run = ice()
      .lives(MINUTE)
      .does('pause')
      .lives(3 * MINUTE)
      .does('resume')
      .jumps(2 * MINUTE);
    expect(run.since(run.now)[0]).toMatchObject({ kind: 'slept', onFor: 3 * MINUTE });
  });

  it('is not said to have slept for a look that came a little late', () => {
    const run = ice()
      .lives(MINUTE)
      .jumps(3 * SECOND);
    expect(run.since(run.now)).toEqual([]);
    expect(kindsOf(run.jumps(3001).since(run.now))).toEqual(['slept']);
  });

  it('announces no sleep while nothing is on yet', () => {
    const run = new Run(therapyScript('ice')).lives(SECOND);
    expect(kindsOf(run.jumps(10 * SECOND).since(run.now))).toEqual([]);
    expect(currentStep(run.session).kind).toBe('ready');
  });

  it('may sleep while it is still being got ready', () => {
    const run = new Run(therapyScript('ice', { minutes: 20 })).jumps(5 * MINUTE + 30 * SECOND);
    expect(currentStep(run.session).kind).toBe('apply');
    expect(stepLeft(run.session, run.now)).toBe(15 * MINUTE);
    expect(run.since(run.now)[0]).toMatchObject({ kind: 'slept', onFor: 5 * MINUTE });
  });

  it('passes several steps, each from the deadline of the one before', () => {
    const run = new Run(therapyScript('contrast', { rounds: 4 })).ready();
    // Warm 180, change 15, cold 60, change 15, then 40 seconds of the second warm.
    run.jumps(310 * SECOND);
    expect(run.session).toMatchObject({ at: 5, length: 180 * SECOND });
    expect(stepLeft(run.session, run.now)).toBe(140 * SECOND);
    expect(kindsOf(run.since(run.now))).toEqual(['slept', 'step']);
    expect(run.jumps(HOUR).session.ended!.at - run.session.begunAt!).toBe((4 * 240 + 7 * 15) * SECOND);
  });
});

describe('a check that asks whether somebody is awake', () => {
  it('sounds until somebody answers, and the time goes on meanwhile', () => {
    const run = warm().lives(10 * MINUTE);
    const asked = run.now;
    expect(run.session.alarm).toMatchObject({ since: asked, answer: "I'm awake" });
    run.lives(3 * MINUTE);
    expect(run.secondsOf('alarm')).toEqual([620, 660, 720, 780]);
    expect(stepLeft(run.session, run.now)).toBe(7 * MINUTE);
    expect(run.does('acknowledge').session.alarm).toBeUndefined();
    expect(run.session.ended).toBeUndefined();
  });

  it('is not answered by a key in the very moment in which it begins', () => {
    const run = warm().lives(10 * MINUTE - 400);
    run.now += 400;
    expect(run.does('acknowledge').session.alarm).toMatchObject({ answer: "I'm awake" });
    run.now += 400;
    expect(run.does('acknowledge').session.alarm).toBeUndefined();
  });

  it('ends with the session, when that is stopped', () => {
    const run = warm()
      .lives(10 * MINUTE)
      .does('stop');
    expect(run.session.alarm).toBeUndefined();
    const { now } = run;
    expect(run.lives(5 * MINUTE).since(now + 1)).toEqual([]);
  });

  it('is not forgotten when the computer sleeps from getting ready until after it', () => {
    const run = new Run(therapyScript('heat', { form: 'pad', minutes: 20 })).lives(SECOND).jumps(12 * MINUTE);
    expect(run.session.alarm).toMatchObject({ since: run.now, answer: "I'm awake" });
  });

  it('gives way to the alarm at the end', () => {
    const run = warm().lives(20 * MINUTE);
    expect(run.session.alarm).toEqual({ since: run.now, cue: run.session.script.end.cue, large: 'Take the heat off' });
  });

  it('is not forgotten when the computer sleeps through it', () => {
    const run = warm()
      .lives(MINUTE)
      .jumps(11 * MINUTE);
    expect(run.session.alarm).toMatchObject({ since: run.now, answer: "I'm awake" });
    const { now } = run;
    expect(kindsOf(run.lives(20 * SECOND).since(now + 1))).toEqual(['alarm']);
  });
});
