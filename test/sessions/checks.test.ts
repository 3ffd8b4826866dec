import { describe, expect, it } from 'vitest';
import { currentStep, stepLeft } from '../../src/sessions/core/state.ts';
import { sessionFileText, readSessionFile } from '../../src/sessions/core/session-file.ts';
import { routineScript, therapyScript } from './scripts.ts';
import { kindsOf, MINUTE, Run, SECOND, START } from './stepping.ts';

const ice = () => new Run(therapyScript('ice', { minutes: 20 })).ready();
const checked = () => ice().lives(5 * MINUTE);
const knee = () => new Run(routineScript('first-days')).ready();

describe('a skin check', () => {
  it('waits for an answer, and the clock runs on', () => {
    const run = checked();
    expect(run.session.check).toMatchObject({ large: 'Look at your skin', well: 'skin looks normal', since: run.now });
    expect(run.session.alarm).toBeUndefined();
    run.lives(2 * MINUTE);
    expect(run.session.check).toBeDefined();
    expect(stepLeft(run.session, run.now)).toBe(13 * MINUTE);
  });

  it('is answered once, and the next one asks again', () => {
    const run = checked().does('confirm');
    expect(run.session.check).toBeUndefined();
    expect(kindsOf(run.since(run.now))).toContain('confirmed');
    const { length } = run.signalled;
    expect(run.does('confirm').signalled).toHaveLength(length);
    expect(run.lives(5 * MINUTE).session.check?.cue).toMatch(/^Look at your skin again/);
  });

  it.each(['pause', 'hurts', 'stop'] as const)('is over when the pack comes off: %s', (event) => {
    expect(checked().does(event).session.check).toBeUndefined();
  });

  it('gives way to the alarm at the end', () => {
    const { session } = checked().lives(15 * MINUTE);
    expect(session.check).toBeUndefined();
    expect(session.alarm?.large).toBe('Take the ice off');
  });

  it('moves with a clock that is set back', () => {
    const run = checked();
    const since = run.session.check!.since;
    expect(run.jumps(-MINUTE).session.check!.since).toBe(since - MINUTE);
  });

  it('is in the file of the session, which an interrupted one is resumed from', () => {
    const { session } = checked();
    const stored = { v: 1, pid: 1, process: 'x', planned: 1, session } as const;
    expect(readSessionFile(JSON.parse(sessionFileText(stored)), 1)?.session.check).toEqual(session.check);
  });
});

describe('"it hurts", pressed by mistake', () => {
  it('goes back to a stretch that waits until somebody is in position again', () => {
    const run = knee().lives(5 * SECOND);
    const left = stepLeft(run.session, run.now);
    run.does('hurts').lives(MINUTE).does('back');
    expect(run.session).toMatchObject({ hurt: [], paused: { why: 'asked', left } });
    expect(stepLeft(run.does('resume').session, run.now)).toBe(left);
  });

  it('counts the time as time on the skin, because the pack may have stayed there', () => {
    const run = ice().lives(MINUTE).does('hurts').lives(MINUTE).does('back');
    expect(run.session.paused).toBeUndefined();
    expect(stepLeft(run.session, run.now)).toBe(18 * MINUTE);
    expect(run.lives(18 * MINUTE).session.alarm).toBeDefined();
  });

  it('asks again what nobody has answered', () => {
    const run = checked();
    const { check } = run.session;
    expect(run.does('hurts').session.check).toBeUndefined();
    expect(run.does('back').session.check).toEqual(check);
  });

  it('still asks what came due meanwhile', () => {
    const run = ice()
      .lives(4 * MINUTE)
      .does('hurts')
      .lives(2 * MINUTE)
      .does('back');
    expect(run.session.check).toMatchObject({ large: 'Look at your skin' });
    expect(run.signalled.filter(({ signal }) => signal.kind === 'check')).toHaveLength(1);
  });

  it('ends at once if the time was up meanwhile', () => {
    const run = ice()
      .lives(19 * MINUTE)
      .does('hurts')
      .lives(3 * MINUTE)
      .does('back')
      .lives(SECOND);
    expect(run.session.ended).toMatchObject({ why: 'done' });
    expect(run.session.alarm).toBeDefined();
  });

  it('goes back to the pause that it was pressed in', () => {
    const run = ice().lives(MINUTE).does('pause').lives(MINUTE).does('hurts').lives(MINUTE).does('back');
    expect(run.session.paused).toMatchObject({ why: 'asked', left: 19 * MINUTE });
  });

  it('keeps what hurt before', () => {
    const run = knee().does('hurts').does('skip');
    run
      .reaches(run.session.at + 1)
      .does('hurts')
      .does('back');
    expect(run.session.hurt).toEqual(['knee-to-chest']);
  });
});

describe('getting ready', () => {
  it('waits for as long as somebody needs, and reminds them less and less, up to an hour', () => {
    const run = new Run(therapyScript('ice')).waits().lives(5 * 60 * MINUTE);
    expect(run.session.begunAt).toBeUndefined();
    expect(run.session.paused?.waits).toBe(true);
    const waiting = run.signalled.filter(({ signal }) => signal.kind === 'waiting');
    const minutes = waiting.map(({ at }) => (at - START) / MINUTE);
    expect(minutes).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 30, 40, 50, 60]);
  });

  it('is over with one key, or begins its countdown with another', () => {
    expect(currentStep(new Run(therapyScript('ice')).waits().lives(MINUTE).does('skip').session).kind).toBe('apply');
    const run = new Run(therapyScript('ice')).waits().lives(MINUTE).does('resume');
    expect(stepLeft(run.session, run.now)).toBe(30 * SECOND);
    expect(currentStep(run.lives(30 * SECOND).session).kind).toBe('apply');
    expect(run.session.begunAt).toBe(run.now);
  });

  it('waits for nobody between two stretches', () => {
    const run = new Run(routineScript('first-days')).waits().does('skip');
    const next = run.session.script.steps.findIndex(({ kind, part }) => kind === 'ready' && part === 1);
    expect(run.reaches(next + 1).session.at).toBe(next + 1);
  });
});
