import { describe, expect, it } from 'vitest';
import { inMinutes, outcomeOf } from '../../src/sessions/core/outcome.ts';
import { resumeInterrupted } from '../../src/sessions/core/stored-session.ts';
import { wasDone } from '../../src/journal/core/done.ts';
import { routineScript, stretchScript, therapyScript } from './scripts.ts';
import { MINUTE, Run, SECOND } from './stepping.ts';

const KNOWN = { planned: 15 * MINUTE, namesParts: false };
const NAMED = { planned: 5 * MINUTE, namesParts: true };
const ice = () => new Run(therapyScript('ice')).ready();
const first = () => new Run(routineScript('first-days'));

describe('what a session came to', () => {
  it('is nothing before it began, or before it ended', () => {
    expect(outcomeOf(new Run(therapyScript('ice')).does('stop').session, KNOWN)).toBeUndefined();
    expect(outcomeOf(ice().lives(MINUTE).session, KNOWN)).toBeUndefined();
  });

  it('is its minutes without getting ready and pauses, beside those that were planned', () => {
    const run = ice()
      .lives(4 * MINUTE)
      .does('pause')
      .lives(MINUTE)
      .does('resume')
      .lives(11 * MINUTE);
    expect(outcomeOf(run.session, KNOWN)).toStrictEqual({
      therapy: 'ice',
      minutes: 15,
      took: 16,
      planned: 15,
      ended: 'done',
    });
  });

  it('says how long it took only where pauses made it longer', () => {
    expect(outcomeOf(ice().lives(15 * MINUTE).session, KNOWN)).not.toHaveProperty('took');
    const { session } = ice()
      .lives(4 * MINUTE)
      .does('pause')
      .lives(MINUTE)
      .does('resume')
      .lives(11 * MINUTE);
    expect(outcomeOf(session, KNOWN, session.ended!.at + 5 * MINUTE)).toMatchObject({ minutes: 20, took: 21 });
  });

  it('is given to a tenth of a minute', () => {
    expect(
      outcomeOf(
        ice()
          .lives(100 * SECOND)
          .does('stop').session,
        KNOWN,
      ),
    ).toMatchObject({ minutes: 1.7, ended: 'stopped' });
    expect([0, 2999, 3000, 90_000, 899_999].map(inMinutes)).toEqual([0, 0, 0.1, 1.5, 15]);
  });

  it('ends when a pause began that was never ended', () => {
    const run = ice()
      .lives(5 * MINUTE)
      .does('pause')
      .lives(10 * MINUTE)
      .does('stop');
    expect(outcomeOf(run.session, KNOWN)).toMatchObject({ minutes: 5 });
  });

  it('is as long as it was on, when it was taken off later', () => {
    const { session } = ice().lives(15 * MINUTE);
    expect(outcomeOf(session, KNOWN, session.ended!.at + 5 * MINUTE)).toMatchObject({ minutes: 20, ended: 'done' });
    expect(outcomeOf(session, KNOWN, session.ended!.at - MINUTE)).toMatchObject({ minutes: 15 });
  });

  it('holds the form and the pain before, where they are known', () => {
    const { session } = ice().lives(15 * MINUTE);
    expect(outcomeOf(session, { ...KNOWN, form: 'bath', painBefore: 0 })).toMatchObject({
      form: 'bath',
      painBefore: 0,
    });
  });

  it('names what hurt', () => {
    const { session } = ice().lives(MINUTE).does('hurts').does('stop');
    expect(outcomeOf(session, KNOWN)).toMatchObject({ ended: 'hurt', hurt: ['ice'] });
  });
});

describe('the stretches of an outcome', () => {
  it('are all of them when it was done', () => {
    const { session } = first()
      .ready()
      .lives(10 * MINUTE);
    expect(outcomeOf(session, NAMED)).toMatchObject({
      ended: 'done',
      stretches: ['knee-to-chest', 'spinal-rotations', 'childs-pose'],
    });
  });

  it('are those that were held for at least half of their time', () => {
    const atSecond = first().reaches(4);
    expect(outcomeOf(atSecond.does('stop').session, NAMED)).toMatchObject({ stretches: ['knee-to-chest'] });
    const doing = new Run(stretchScript(['cat-cow'])).session.script.steps
      .filter(({ kind }) => kind === 'move' || kind === 'hold')
      .reduce((sum, { seconds }) => sum + seconds * SECOND, 0);
    const half = new Run(stretchScript(['cat-cow'])).ready().lives(doing / 2);
    expect(outcomeOf(half.does('stop').session, NAMED)).toMatchObject({ stretches: ['cat-cow'] });
    const less = new Run(stretchScript(['cat-cow'])).ready().lives(doing / 2 - SECOND);
    expect(outcomeOf(less.does('stop').session, NAMED)).toMatchObject({ stretches: [] });
  });

  it('are only the last when every step before it was skipped, which is too short to count', () => {
    const run = first();
    while (!run.session.ended && run.session.at + 1 < run.session.script.steps.length) run.lives(SECOND).does('skip');
    const outcome = outcomeOf(run.lives(MINUTE).session, NAMED);
    expect(outcome).toMatchObject({ ended: 'done', stretches: ['childs-pose'] });
    expect(wasDone(outcome!)).toBe(false);
  });

  it('count what was done before and after a pause, and nothing of the pause', () => {
    const run = new Run(stretchScript(['cat-cow']))
      .ready()
      .lives(3 * SECOND)
      .does('pause')
      .lives(10 * MINUTE);
    expect(outcomeOf(run.does('stop').session, NAMED)).toMatchObject({ stretches: [] });
    expect(run.session.held).toEqual([3 * SECOND]);
    const slept = new Run(stretchScript(['cat-cow']))
      .ready()
      .lives(3 * SECOND)
      .jumps(10 * MINUTE)
      .does('stop');
    expect(slept.session.held).toEqual([3 * SECOND]);
  });

  it('count a step that was interrupted for as far as it had come', () => {
    const { session, now } = new Run(stretchScript(['cat-cow'])).ready().lives(3 * SECOND);
    const stored = { v: 1, pid: 1, process: '', session, planned: MINUTE, cutAt: now } as const;
    expect(resumeInterrupted(stored, now + 10 * MINUTE).session.held).toEqual([3 * SECOND]);
  });

  it('leave out the one that hurt before it was held, which says so itself', () => {
    const { session } = new Run(stretchScript(['cat-cow'])).ready().lives(SECOND).does('hurts').does('skip');
    expect(outcomeOf(session, NAMED)).toMatchObject({ stretches: [], hurt: ['cat-cow'], ended: 'hurt' });
  });

  it('are not named where the parts have no names worth keeping', () => {
    expect(outcomeOf(ice().does('stop').session, KNOWN)).not.toHaveProperty('stretches');
  });
});
