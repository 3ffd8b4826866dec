import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currentStep, elapsed, stepLeft } from '../../src/sessions/core/state.ts';
import { stretchScript, therapyScript } from './scripts.ts';
import { HOUR, kindsOf, MINUTE, Run, SECOND, START } from './stepping.ts';
import { tries } from '../tries.ts';

const ice = (minutes = 10) => new Run(therapyScript('ice', { minutes })).ready();
const knee = () => new Run(stretchScript(['knee-to-chest'])).ready();

describe('a pause', () => {
  it('keeps the time left, for as long as it lasts', () => {
    const run = ice()
      .lives(3 * MINUTE)
      .does('pause')
      .lives(HOUR);
    expect(stepLeft(run.session, run.now)).toBe(7 * MINUTE);
    expect(elapsed(run.session, run.now)).toBe(3 * MINUTE);
    run.does('resume');
    expect(run.session.endsAt).toBe(run.now + 7 * MINUTE);
    expect(elapsed(run.session, run.now)).toBe(3 * MINUTE);
  });

  it('is announced once, and so is its end', () => {
    const run = ice();
    const from = run.now;
    run.does('pause').does('pause').does('resume').does('resume');
    expect(kindsOf(run.since(from).slice(1))).toEqual(['paused', 'resumed']);
  });

  it('repeats no check, and leaves none out', () => {
    const run = ice(20)
      .lives(5 * MINUTE)
      .does('pause')
      .lives(MINUTE)
      .does('resume')
      .lives(15 * MINUTE);
    expect(run.secondsOf('check')).toEqual([300, 660]);
    expect(run.secondsOf('last-minute')).toEqual([1200]);
    expect(run.session.ended!.at - run.session.begunAt!).toBe(21 * MINUTE);
  });

  it('while getting ready is none of the session', () => {
    const run = new Run(therapyScript('ice')).lives(SECOND).does('pause').lives(HOUR).does('resume').ready();
    run.lives(MINUTE);
    expect(run.session.pausedFor).toBe(0);
    expect(elapsed(run.session, run.now)).toBe(MINUTE + SECOND);
  });

  it('counts while the computer is asleep', () => {
    const run = ice().lives(MINUTE).does('pause');
    const from = run.now;
    // What may still lie there is said once, not sixty times.
    expect(run.jumps(HOUR).since(from + 1)).toEqual([{ kind: 'paused' }]);
    expect(stepLeft(run.session, run.now)).toBe(9 * MINUTE);
  });

  it('with something on the skin is announced again each minute, and no other', () => {
    const run = ice().lives(MINUTE).does('pause');
    const from = run.now;
    run.lives(3 * MINUTE + 30 * SECOND);
    expect(
      run.signalled.filter(({ at }) => at > from).map(({ at, signal }) => [(at - from) / SECOND, signal.kind]),
    ).toEqual([
      [60, 'paused'],
      [120, 'paused'],
      [180, 'paused'],
    ]);
    for (const quiet of [
      knee().lives(SECOND).does('pause'),
      new Run(therapyScript('ice')).does('pause'),
      ice().does('hurts'),
    ]) {
      const since = quiet.now + 1;
      expect(quiet.lives(3 * MINUTE).since(since)).toEqual([]);
    }
  });

  it('is said again a minute after it began, at whatever second that was', () => {
    const run = ice()
      .lives(30 * SECOND)
      .does('pause');
    const from = run.now;
    expect(run.lives(59 * SECOND).since(from + 1)).toEqual([]);
    expect(kindsOf(run.lives(SECOND).since(from + 1))).toEqual(['paused']);
  });

  it('loses no millisecond, however many there are', () => {
    const turns = fc.array(fc.tuple(fc.nat(2900), fc.nat(100_000)), { maxLength: 60 });
    const exact = fc.property(turns, (all) => {
      const run = ice(20);
      for (const [going, paused] of all) run.jumps(going).does('pause').jumps(paused).does('resume');
      const gone = all.reduce((sum, [going]) => sum + going, 0);
      const stood = all.reduce((sum, [, paused]) => sum + paused, 0);
      expect(stepLeft(run.session, run.now)).toBe(20 * MINUTE - gone);
      expect(elapsed(run.session, run.now)).toBe(gone);
      expect(run.lives(20 * MINUTE).session.ended!.at).toBe(run.session.begunAt! + 20 * MINUTE + stood);
      expect(elapsed(run.session, run.now)).toBe(20 * MINUTE);
    });
    fc.assert(exact, tries(15));
  });
});

describe('a stretch, when the computer sleeps', () => {
  it('is paused with the time left, and resumes with that', () => {
    const run = knee()
      .lives(5 * SECOND)
      .jumps(HOUR);
    expect(run.session.paused).toMatchObject({ left: 15 * SECOND, why: 'slept' });
    expect(run.since(run.now)).toEqual([{ kind: 'slept', onFor: 5 * SECOND, isOver: false, isPaused: true }]);
    run.does('resume');
    expect(stepLeft(run.session, run.now)).toBe(15 * SECOND);
    expect(run.lives(14 * SECOND).session.at).toBe(1);
    expect(run.lives(SECOND).session.at).toBe(2);
    expect(elapsed(run.session, run.now)).toBe(20 * SECOND);
  });

  it('is paused while getting ready, too', () => {
    const run = new Run(stretchScript(['knee-to-chest'])).lives(SECOND).jumps(MINUTE);
    expect(currentStep(run.session).kind).toBe('ready');
    expect(run.session.paused?.why).toBe('slept');
  });
});

describe('a clock that is set', () => {
  it('back makes nothing longer', () => {
    const run = ice()
      .lives(4 * MINUTE)
      .jumps(-HOUR);
    expect(stepLeft(run.session, run.now)).toBe(6 * MINUTE);
    expect(elapsed(run.session, run.now)).toBe(4 * MINUTE);
    expect(run.lives(6 * MINUTE).session.ended?.why).toBe('done');
    expect(elapsed(run.session, run.now)).toBe(10 * MINUTE);
  });

  it('back repeats no check', () => {
    const run = ice(20)
      .lives(5 * MINUTE + 30 * SECOND)
      .jumps(-MINUTE);
    const { length } = run.signalled;
    const later = () => kindsOf(run.signalled.slice(length).map(({ signal }) => signal));
    run.lives(4 * MINUTE);
    expect(later()).toEqual([]);
    run.lives(MINUTE);
    expect(later()).toEqual(['check', 'half']);
  });

  it('back leaves a pause, and what was left of the step, as they were', () => {
    const run = ice()
      .lives(4 * MINUTE)
      .does('pause')
      .lives(MINUTE)
      .jumps(-HOUR)
      .lives(MINUTE)
      .does('resume');
    expect(run.session.pausedFor).toBe(2 * MINUTE);
    expect(stepLeft(run.session, run.now)).toBe(6 * MINUTE);
  });

  it('back leaves when it began and ended, and how long it was, as they were to each other', () => {
    const run = ice()
      .lives(10 * MINUTE + 30 * SECOND)
      .jumps(-HOUR);
    const { startedAt, begunAt, ended } = run.session;
    expect(ended!.at).toBe(begunAt! + 10 * MINUTE);
    expect(elapsed(run.session, run.now)).toBe(10 * MINUTE);
    // It was set back by the hour, and by no more than that.
    expect(startedAt).toBe(START - HOUR);
    expect(run.now - ended!.at).toBe(30 * SECOND);
  });

  it('back keeps the alarm to its ladder', () => {
    const run = ice()
      .lives(10 * MINUTE + 30 * SECOND)
      .jumps(-HOUR);
    const { length } = run.signalled;
    run.lives(MINUTE);
    expect(run.signalled.slice(length).map(({ signal }) => signal.kind)).toEqual(['alarm']);
  });

  it('forward is taken for sleep', () => {
    expect(
      kindsOf(
        ice()
          .lives(MINUTE)
          .jumps(2 * MINUTE)
          .signalled.slice(-1)
          .map(({ signal }) => signal),
      ),
    ).toEqual(['slept']);
    expect(knee().jumps(HOUR).session.paused?.why).toBe('slept');
  });
});
