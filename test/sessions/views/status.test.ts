import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoredSession } from '../../../src/sessions/core/stored-session.ts';
import { interruptedText, sessionStatusText, statusDocument } from '../../../src/sessions/views/status.ts';
import { leftInWords } from '../../../src/sessions/views/times.ts';
import { inZone } from '../../journal/zone.ts';
import { routineScript, therapyScript } from '../scripts.ts';
import { MINUTE, Run, SECOND } from '../stepping.ts';

inZone('UTC', { beforeAll, afterAll });

const ice = () => new Run(therapyScript('ice')).ready().lives(7 * MINUTE + 28 * SECOND);
const kept = ({ session }: Run, more: Partial<StoredSession> = {}): StoredSession => ({
  v: 1,
  pid: 7,
  process: 'this one',
  session,
  planned: 15 * MINUTE,
  ...more,
});
const status = (run: Run, after = 0) => sessionStatusText(kept(run), run.now + after);

const only = (run: Run) => (statusDocument([kept(run)], [], run.now) as { running: object[] }).running[0];

describe('the status of a session', () => {
  it('is what is left of it, and until when', () => {
    expect(status(ice())).toBe('Ice: 7:32 left, ends 14:15 (Ice on)');
    expect(sessionStatusText(kept(ice()), ice().now, leftInWords)).toBe(
      'Ice: 7 minutes 32 seconds left, ends 14:15 (Ice on)',
    );
    expect(status(new Run(routineScript('first-days')).ready())).toMatch(
      /^First days: \d:\d\d left, ends 14:0\d \(Hold, left side\)$/,
    );
  });

  it('goes by the clock, also where nobody has written since', () => {
    expect(status(ice(), MINUTE)).toBe('Ice: 6:32 left, ends 14:15 (Ice on)');
    expect(status(ice(), 10 * MINUTE)).toBe('Ice: 0:00 left, finished (Ice on)');
  });

  it('says that it is paused, or over', () => {
    expect(status(ice().does('pause'), MINUTE)).toBe('Ice: 7:32 left, paused (Ice on)');
    expect(status(ice().lives(20 * MINUTE))).toBe('Ice: finished at 14:15');
  });
});

describe('an interrupted session', () => {
  it('is named by when it began, and when it was interrupted, if that is known', () => {
    const run = ice();
    expect(interruptedText(kept(run))).toBe('The session you started at 14:00 (Ice) was interrupted.');
    expect(interruptedText(kept(run, { cutAt: run.now }))).toBe(
      'The session you started at 14:00 (Ice) was interrupted at 14:07.',
    );
  });
});

describe('the document of the status', () => {
  it('has what is in progress and what was interrupted', () => {
    const run = ice();
    expect(statusDocument([kept(run)], [kept(run, { cutAt: run.now })], run.now)).toEqual({
      running: [
        {
          pid: 7,
          therapy: 'ice',
          name: 'Ice',
          state: 'running',
          secondsLeft: 452,
          startedAt: '2026-11-18T14:00:00+00:00',
          endsAt: '2026-11-18T14:15:30+00:00',
          step: { number: 2, of: 2, kind: 'apply', title: 'Ice on' },
        },
      ],
      cutOff: [{ therapy: 'ice', startedAt: '2026-11-18T14:00:00+00:00', cutAt: '2026-11-18T14:07:58+00:00' }],
    });
  });

  it('has no end while it is paused, and its own end when it is over', () => {
    expect(only(ice().does('pause'))).toMatchObject({ state: 'paused', endsAt: null, secondsLeft: 452 });
    expect(only(ice().lives(20 * MINUTE))).toMatchObject({
      state: 'over',
      endsAt: '2026-11-18T14:15:30+00:00',
      secondsLeft: 0,
    });
  });

  it('names the side of a step', () => {
    const run = new Run(routineScript('first-days')).ready();
    expect(statusDocument([kept(run)], [], run.now)).toMatchObject({
      running: [{ step: { side: 'left', number: 2 } }],
    });
  });
});
