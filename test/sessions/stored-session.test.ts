import { describe, expect, it } from 'vitest';
import {
  interruptionState,
  type StoredSession,
  leftOfStep,
  resumeInterrupted,
} from '../../src/sessions/core/stored-session.ts';
import { readingSeconds } from '../../src/sessions/core/script.ts';
import { currentStep, elapsed, type Session, stepLeft } from '../../src/sessions/core/state.ts';
import { routineScript, stretchScript, therapyScript } from './scripts.ts';
import { HOUR, MINUTE, Run, SECOND } from './stepping.ts';

const ice = () => new Run(therapyScript('ice')).ready();
const knee = () => new Run(stretchScript(['knee-to-chest'])).ready();

function kept(session: Session, cutAt?: number): StoredSession {
  return { v: 1, pid: 1, process: 'this one', session, planned: 0, ...(cutAt !== undefined && { cutAt }) };
}

describe('a session of ice that was interrupted', () => {
  it('is resumed while it would still last', () => {
    const { session, now } = ice().lives(MINUTE);
    expect(interruptionState(kept(session), now + 13 * MINUTE)).toBe('resume');
    expect(interruptionState(kept(session), now + 14 * MINUTE)).toBe('ask');
  });

  it('is resumed in any of its steps, while those after it would still last', () => {
    const { session, now } = new Run(therapyScript('contrast', { rounds: 3 })).ready().lives(MINUTE);
    const left = (3 * 240 + 5 * 15 - 60) * SECOND;
    expect(interruptionState(kept(session), now + left - 1)).toBe('resume');
    expect(interruptionState(kept(session), now + left)).toBe('ask');
  });

  it('is asked about for a day, and then is of no use', () => {
    const { session, now } = ice().lives(MINUTE);
    expect(interruptionState(kept(session), now + 24 * HOUR)).toBe('ask');
    expect(interruptionState(kept(session), now + 24 * HOUR + 1)).toBe('forget');
  });

  it('counts from the signal that ended it, where there was one', () => {
    const { session, now } = ice().lives(MINUTE);
    expect(interruptionState(kept(session, now + HOUR), now + 25 * HOUR)).toBe('ask');
  });

  it('is only asked about when it was paused: it may have lain there', () => {
    const { session, now } = ice().does('pause');
    expect(interruptionState(kept(session), now + SECOND)).toBe('ask');
    expect(interruptionState(kept(session), now + 23 * HOUR)).toBe('ask');
    expect(interruptionState(kept(session), now + 24 * HOUR + 1)).toBe('forget');
  });
});

describe('a session that was interrupted while it waited for somebody to begin', () => {
  it.each([therapyScript('ice'), stretchScript(['knee-to-chest'])])('leaves nothing to ask about', (script) => {
    const { session, now } = new Run(script).waits().lives(MINUTE);
    expect(interruptionState(kept(session), now + SECOND)).toBe('forget');
  });
});

describe('interrupted stretches', () => {
  it('are resumed within an hour', () => {
    const { session, now } = knee();
    expect(interruptionState(kept(session), now + HOUR - 1)).toBe('resume');
    expect(interruptionState(kept(session), now + HOUR)).toBe('ask');
    expect(interruptionState(kept(session), now + 25 * HOUR)).toBe('forget');
  });
});

describe('a session that is over, and was interrupted before that was saved', () => {
  it('is asked about, for a day', () => {
    const { session, now } = ice().lives(20 * MINUTE);
    expect(interruptionState(kept(session), now + HOUR)).toBe('ask');
    expect(interruptionState(kept(session), now + 25 * HOUR)).toBe('forget');
  });

  it('is only asked about, though a stretch of an hour ago could go on', () => {
    const { session, now } = knee().lives(HOUR);
    expect(session.ended?.why).toBe('done');
    expect(interruptionState(kept(session), now + MINUTE)).toBe('ask');
  });
});

describe('resumed ice', () => {
  it('has lain there meanwhile', () => {
    const { session, now } = ice().lives(MINUTE);
    const { session: up, signals } = resumeInterrupted(kept(session, now), now + 5 * MINUTE);
    expect(stepLeft(up, now + 5 * MINUTE)).toBe(9 * MINUTE);
    expect(leftOfStep(kept(session, now), now + 5 * MINUTE)).toBe(9 * MINUTE);
    expect(signals[0]).toMatchObject({ kind: 'slept', onFor: 6 * MINUTE });
  });

  it('is still paused when it was', () => {
    const { session, now } = ice().lives(MINUTE).does('pause');
    const { session: up } = resumeInterrupted(kept(session, now), now + HOUR);
    expect(up.paused?.why).toBe('asked');
    expect(stepLeft(up, now + HOUR)).toBe(14 * MINUTE);
    expect(leftOfStep(kept(session, now), now + HOUR)).toBe(14 * MINUTE);
  });
});

/** Cut off five seconds into its hold, and taken up ten minutes later. */
const cut = () => {
  const { session, now } = knee().lives(5 * SECOND);
  return { session, now, up: resumeInterrupted(kept(session, now), now + 10 * MINUTE).session };
};

describe('a resumed stretch', () => {
  it('leaves time to get down once more, and to hear what comes', () => {
    const { up } = cut();
    const step = currentStep(up);
    expect(step).toMatchObject({ kind: 'ready', coming: `Left side: ${up.script.steps[2]!.cue}` });
    expect(step.seconds).toBeGreaterThanOrEqual(Math.max(15, readingSeconds(step.says)));
  });

  it('names the side that comes, which need not be the first', () => {
    const { session, now } = knee().reaches(3);
    const { coming, says } = currentStep(resumeInterrupted(kept(session, now), now + MINUTE).session);
    expect(coming).toMatch(/^Right side: Pull the knee/);
    expect(says).toContain(coming);
  });

  it('then begins its step again, and continues as it would have', () => {
    const { session, up } = cut();
    expect(up.at).toBe(1);
    expect(up.script.steps.slice(2)).toEqual(session.script.steps.slice(1));
  });

  it('counts nothing of the time in between', () => {
    const { now, up } = cut();
    expect(elapsed(up, now + 10 * MINUTE)).toBe(5 * SECOND);
  });

  it('counts nothing either when no signal was left, or when it was paused', () => {
    const crashed = knee().lives(5 * SECOND);
    expect(elapsed(resumeInterrupted(kept(crashed.session), crashed.now + MINUTE).session, crashed.now + MINUTE)).toBe(
      5 * SECOND,
    );
    const paused = knee()
      .lives(5 * SECOND)
      .does('pause')
      .lives(MINUTE);
    const { session } = resumeInterrupted(kept(paused.session, paused.now), paused.now + MINUTE);
    expect(session.paused).toBeUndefined();
    expect(elapsed(session, paused.now + MINUTE)).toBe(5 * SECOND);
  });

  it('needs no second time to get down while it is still being got ready', () => {
    const { session, now } = new Run(stretchScript(['knee-to-chest'])).lives(5 * SECOND);
    const { session: up } = resumeInterrupted(kept(session, now), now + MINUTE);
    expect(up.script.steps).toEqual(session.script.steps);
    expect(stepLeft(up, now + MINUTE)).toBe(20 * SECOND);
  });

  it('counts nothing of the time in between where it had not begun', () => {
    const { session, now } = new Run(stretchScript(['knee-to-chest'])).lives(5 * SECOND);
    expect(resumeInterrupted(kept(session, now), now + 10 * MINUTE).session.pausedFor).toBe(0);
  });

  it('leaves time to get into its own position, not that of the first one', () => {
    const run = new Run(routineScript('first-days')).reaches(5);
    const { part } = currentStep(run.session);
    expect(part).toBe(1);
    const { session } = resumeInterrupted(kept(run.session, run.now), run.now + MINUTE);
    const own = run.session.script.steps.find((step) => step.part === part && step.kind === 'ready')!;
    expect(currentStep(session)).toMatchObject({ kind: 'ready', part, cue: own.cue });
  });

  it('has at least the time to get down that is usual, however little there is to hear', () => {
    const brief = stretchScript(['knee-to-chest']);
    const steps = brief.steps.map((step) => ({ ...step, cue: 'Now.' }));
    const { session, now } = new Run({ ...brief, steps }).reaches(1);
    const step = currentStep(resumeInterrupted(kept(session, now), now + MINUTE).session);
    expect(step.seconds).toBe(steps[0]!.seconds);
    expect(readingSeconds(step.says)).toBeLessThan(step.seconds);
  });

  it('is left out when it hurt: the next one is got ready for', () => {
    const { session, now } = new Run(routineScript('first-days')).ready().lives(SECOND).does('hurts');
    const { session: up } = resumeInterrupted(kept(session, now), now + MINUTE);
    expect(currentStep(up)).toMatchObject({ kind: 'ready', part: 1 });
    expect(up.script).toEqual(session.script);
    expect(up.hurt).toEqual(['knee-to-chest']);
  });

  it('says truly what was left of the step', () => {
    const { session, now } = cut();
    expect(leftOfStep(kept(session, now), now + 10 * MINUTE)).toBe(15 * SECOND);
    expect(leftOfStep(kept(session), now + 10 * MINUTE)).toBe(15 * SECOND);
  });
});
