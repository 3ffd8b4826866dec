import { describe, expect, it } from 'vitest';
import { cutOffState, type KeptSession, plannedEnd } from '../../src/session/kept.ts';
import type { Session } from '../../src/session/state.ts';
import { stretchScript, therapyScript } from './scripts.ts';
import { HOUR, MINUTE, Run, SECOND } from './stepping.ts';

const ice = () => new Run(therapyScript('ice')).ready();
const knee = () => new Run(stretchScript(['knee-to-chest'])).ready();

function kept(session: Session, cutAt?: number): KeptSession {
  return { v: 1, pid: 1, host: 'here', session, planned: 0, ...(cutAt !== undefined && { cutAt }) };
}

describe('a session of ice that was cut off', () => {
  it('is taken up again while it would still go on', () => {
    const { session, now } = ice().lives(MINUTE);
    expect(cutOffState(kept(session), now + 13 * MINUTE)).toBe('take-up');
    expect(cutOffState(kept(session), now + 14 * MINUTE)).toBe('ask');
  });

  it('is asked about for a day, and then is of no use', () => {
    const { session, now } = ice().lives(MINUTE);
    expect(cutOffState(kept(session), now + 24 * HOUR)).toBe('ask');
    expect(cutOffState(kept(session), now + 24 * HOUR + 1)).toBe('too-old');
  });

  it('counts from the signal that ended it, where there was one', () => {
    const { session, now } = ice().lives(MINUTE);
    expect(cutOffState(kept(session, now + HOUR), now + 25 * HOUR)).toBe('ask');
  });

  it('can be taken up for as long as it is asked about, when it was paused', () => {
    const { session, now } = ice().does('pause');
    expect(cutOffState(kept(session), now + 23 * HOUR)).toBe('take-up');
  });
});

describe('stretches that were cut off', () => {
  it('are taken up again within an hour', () => {
    const { session, now } = knee();
    expect(cutOffState(kept(session), now + HOUR - 1)).toBe('take-up');
    expect(cutOffState(kept(session), now + HOUR)).toBe('ask');
    expect(cutOffState(kept(session), now + 25 * HOUR)).toBe('too-old');
  });
});

describe('the end that was planned', () => {
  it('is that of the last step', () => {
    const run = knee().lives(5 * SECOND);
    expect(plannedEnd(run.session)).toBe(run.now + 45 * SECOND);
    expect(plannedEnd(ice().session)).toBe(ice().session.endsAt);
  });

  it('is never while the clock stands still', () => {
    expect(plannedEnd(ice().does('pause').session)).toBe(Infinity);
  });
});
