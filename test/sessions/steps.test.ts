import { describe, expect, it } from 'vitest';
import { currentStep, elapsed, hasFurtherPart, stepLeft } from '../../src/sessions/core/state.ts';
import { routineScript, stretchScript, therapyScript } from './scripts.ts';
import { kindsOf, MINUTE, Run, SECOND } from './stepping.ts';

const ice = (minutes: number) => new Run(therapyScript('ice', { minutes })).ready();
const knee = () => new Run(stretchScript(['knee-to-chest'])).ready();
const lastOf = (run: Run) => run.signalled.at(-1)!.signal;

describe('a step that is made longer', () => {
  it('has a minute more of ice each time, up to 20, and no more', () => {
    const run = ice(18).lives(MINUTE).does('extend');
    expect(lastOf(run)).toEqual({ kind: 'longer', seconds: 60 });
    expect(stepLeft(run.session, run.now)).toBe(18 * MINUTE);
    run.does('extend').does('extend');
    expect(lastOf(run)).toEqual({ kind: 'at-most', seconds: 1200 });
    expect(run.session.length).toBe(20 * MINUTE);
    expect(run.lives(19 * MINUTE).session.ended?.at).toBe(run.session.begunAt! + 20 * MINUTE);
  });

  it('may be longer while it is paused, by as much', () => {
    const run = ice(19).lives(MINUTE).does('pause').lives(MINUTE).does('extend');
    expect(stepLeft(run.session, run.now)).toBe(19 * MINUTE);
    expect(lastOf(run.does('extend'))).toEqual({ kind: 'at-most', seconds: 1200 });
    run.does('resume');
    expect(stepLeft(run.session, run.now)).toBe(19 * MINUTE);
  });

  it('has 15 seconds more to get ready, and 5 more of a hold', () => {
    const run = new Run(stretchScript(['knee-to-chest'])).does('extend');
    expect(lastOf(run)).toEqual({ kind: 'longer', seconds: 15 });
    run.lives(run.session.length).does('extend').does('extend').does('extend');
    expect(currentStep(run.session).kind).toBe('hold');
    expect(run.session.length).toBe(30 * SECOND);
    expect(lastOf(run)).toEqual({ kind: 'at-most', seconds: 30 });
  });

  it('has a minute more each time where it lasts two minutes or longer, and a few seconds where it is shorter', () => {
    expect(lastOf(new Run(therapyScript('walk')).ready().does('extend'))).toEqual({ kind: 'longer', seconds: 60 });
    const walk = therapyScript('walk');
    const lasting = (seconds: number) => ({
      ...walk,
      steps: walk.steps.map((step) => (step.kind === 'move' ? { ...step, seconds, most: 600 } : step)),
    });
    expect(lastOf(new Run(lasting(120)).ready().does('extend'))).toEqual({ kind: 'longer', seconds: 60 });
    expect(lastOf(new Run(lasting(119)).ready().does('extend'))).toEqual({ kind: 'longer', seconds: 5 });
  });

  it('grows only by what is left to its most', () => {
    const run = new Run(stretchScript(['spinal-rotations'])).ready().does('extend');
    expect(lastOf(run)).toEqual({ kind: 'longer', seconds: 2 });
  });

  it('announces its last minute by its new end', () => {
    const run = ice(10)
      .lives(9 * MINUTE - SECOND)
      .does('extend')
      .lives(2 * MINUTE + SECOND);
    expect(run.secondsOf('last-minute')).toEqual([600]);
    expect(run.secondsOf('check')).toEqual([300, 600]);
  });
});

describe('a step that is left', () => {
  it('is followed by the next one, from then', () => {
    const run = knee()
      .lives(5 * SECOND)
      .does('skip');
    expect(currentStep(run.session).title).toBe('Change legs');
    expect(stepLeft(run.session, run.now)).toBe(10 * SECOND);
  });

  it('resumes when it was paused', () => {
    const run = knee().does('pause').lives(MINUTE).does('skip');
    expect(run.session.paused).toBeUndefined();
    expect(elapsed(run.session, run.now)).toBe(0);
  });

  it('lets what was got ready begin at once', () => {
    const run = new Run(therapyScript('ice')).lives(3 * SECOND).does('skip');
    expect(run.session).toMatchObject({ at: 1, begunAt: run.now });
  });

  it('is never the last one: a key too many ends nothing', () => {
    const run = ice(10).lives(MINUTE).does('skip');
    expect(run.signalled.at(-1)!.signal).toEqual({ kind: 'nothing' });
    expect(run.session.ended).toBeUndefined();
    expect(stepLeft(run.session, run.now)).toBe(9 * MINUTE);
  });
});

describe('the way back', () => {
  it('leads to the beginning of the step, and right after that to the step before', () => {
    const run = knee()
      .lives(10 * SECOND)
      .does('back');
    expect(run.session.at).toBe(1);
    expect(stepLeft(run.session, run.now)).toBe(20 * SECOND);
    expect(run.lives(3001).does('back').session.at).toBe(1);
    expect(run.lives(3 * SECOND).does('back').session.at).toBe(0);
    expect(run.does('back').session).toMatchObject({ at: 0, length: run.session.script.steps[0]!.seconds * SECOND });
    expect(run.session.ended).toBeUndefined();
  });

  it('leads to the step before wherever that is', () => {
    expect(knee().reaches(3).does('back').session.at).toBe(2);
  });

  it('is closed for a pack on the skin', () => {
    const run = ice(10)
      .lives(5 * MINUTE)
      .does('back');
    expect(lastOf(run)).toEqual({ kind: 'no-way-back' });
    expect(stepLeft(run.session, run.now)).toBe(5 * MINUTE);
  });

  it('is closed at the beginning of it, and right after it, too', () => {
    expect(lastOf(ice(10).does('back'))).toEqual({ kind: 'no-way-back' });
    const turns = new Run(therapyScript('contrast')).ready().lives(180 * SECOND);
    expect(currentStep(turns.session).kind).toBe('switch');
    expect(lastOf(turns.lives(SECOND).does('back'))).toEqual({ kind: 'no-way-back' });
    expect(turns.session.at).toBe(2);
  });

  it('leaves a pause as it is where it is closed', () => {
    const run = ice(10).lives(MINUTE).does('pause').does('back');
    expect(run.session.paused?.why).toBe('asked');
  });

  it('takes a longer step for as long as it was at first', () => {
    const run = new Run(therapyScript('ice'))
      .does('extend')
      .lives(10 * SECOND)
      .does('back');
    expect(stepLeft(run.session, run.now)).toBe(30 * SECOND);
  });
});

describe('what hurts', () => {
  it('stops the clock, and is not resumed', () => {
    const run = knee()
      .lives(5 * SECOND)
      .does('hurts');
    expect(run.session).toMatchObject({ hurt: ['knee-to-chest'], paused: { why: 'hurt', left: 15 * SECOND } });
    expect(lastOf(run)).toEqual({ kind: 'hurts', part: 'knee-to-chest' });
    run.does('pause');
    for (const event of ['resume', 'extend', 'hurts'] as const)
      expect(lastOf(run.does(event)), event).toEqual({ kind: 'nothing' });
    expect(run.session).toMatchObject({ at: 1, length: 20 * SECOND, paused: { why: 'hurt' } });
  });

  it('is counted once', () => {
    const run = knee().does('hurts').does('hurts');
    expect(run.session.hurt).toEqual(['knee-to-chest']);
    expect(run.signalled.filter(({ signal }) => signal.kind === 'hurts')).toHaveLength(1);
  });

  it('is left out: the next part begins with getting ready', () => {
    const run = new Run(routineScript('first-days'))
      .ready()
      .lives(5 * SECOND)
      .does('hurts')
      .lives(MINUTE);
    expect(hasFurtherPart(run.session)).toBe(true);
    run.does('skip');
    expect(currentStep(run.session)).toMatchObject({ kind: 'ready', part: 1 });
    expect(run.session.paused).toBeUndefined();
    expect(elapsed(run.session, run.now)).toBe(5 * SECOND);
  });

  it('ends the session where no part is left, and notes why', () => {
    for (const event of ['skip', 'stop'] as const) {
      const run = knee()
        .lives(5 * SECOND)
        .does('hurts')
        .lives(MINUTE)
        .does(event);
      expect(run.session).toMatchObject({ ended: { at: run.now, why: 'hurt' }, hurt: ['knee-to-chest'] });
      expect(elapsed(run.session, run.now)).toBe(5 * SECOND);
    }
  });

  it('during a pause takes the place of it', () => {
    const run = knee()
      .lives(5 * SECOND)
      .does('pause')
      .lives(MINUTE)
      .does('hurts')
      .lives(MINUTE);
    expect(run.session.paused).toMatchObject({ why: 'hurt', left: 15 * SECOND });
    expect(elapsed(run.session, run.now)).toBe(5 * SECOND);
    expect(run.does('stop').session.pausedFor).toBe(2 * MINUTE);
  });

  it('is no end of a session that was only stopped', () => {
    const run = new Run(routineScript('first-days')).ready().does('hurts').does('skip').does('stop');
    expect(run.session.ended?.why).toBe('stopped');
  });
});

describe('a session that is over', () => {
  it('takes no event any more', () => {
    const run = knee().does('stop');
    const { length } = run.signalled;
    for (const event of ['pause', 'resume', 'skip', 'back', 'extend', 'hurts', 'acknowledge', 'stop', 'time'] as const)
      run.does(event);
    expect(run.signalled).toHaveLength(length);
    expect(run.session.ended).toEqual({ at: run.now, why: 'stopped' });
  });

  it('of stretches ends without an alarm', () => {
    const run = knee().lives(50 * SECOND);
    expect(kindsOf(run.since(run.now))).toEqual(['over']);
    expect(run.session).toMatchObject({ ended: { why: 'done' } });
    expect(run.session.alarm).toBeUndefined();
  });

  it('announces both sides on the way there, and counts the holds down', () => {
    const run = knee().lives(50 * SECOND);
    const begun = run.signalled.filter(({ at }) => at >= run.session.begunAt!).map(({ signal }) => signal.kind);
    const counted = ['count', 'count', 'count'];
    expect(begun).toEqual(['step', ...counted, 'step', ...counted, 'step', ...counted, 'over']);
  });
});
