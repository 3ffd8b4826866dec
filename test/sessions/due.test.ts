import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueAt, leftAlone, LONGEST_LOOK_MS, nextLook } from '../../src/sessions/core/due.ts';
import { type EventKind, next } from '../../src/sessions/core/machine.ts';
import type { Session } from '../../src/sessions/core/state.ts';
import { therapyScript } from './scripts.ts';
import { kindsOf, MINUTE, Run, SECOND, START } from './stepping.ts';

/** A session that is looked at only when something may be due, as one without a screen is. */
function leftAloneFor(session: Session, from: number, until: number): { session: Session; signals: string[] } {
  const signals: string[] = [];
  for (let now = from; ;) {
    const due = nextLook(session, now);
    if (due > until) return { session, signals };
    now = due;
    const after = next(leftAlone(session, due, now), 'time', now);
    signals.push(...kindsOf(after.signals));
    session = after.session;
  }
}

/** The same, looked at once a second. */
function watchedFor(session: Session, from: number, until: number) {
  const signals: string[] = [];
  for (let now = from + SECOND; now <= until; now += SECOND) {
    const after = next(session, 'time', now);
    signals.push(...kindsOf(after.signals));
    session = after.session;
  }
  return { session, signals };
}

describe('a session that is looked at only when something is due', () => {
  const begun = ['ice', 'heat', 'contrast', 'walk'].map((id) => new Run(therapyScript(id)).session);

  it('signals what one signals that is looked at each second', () => {
    const events = fc.array(fc.constantFrom<EventKind>('pause', 'resume', 'extend', 'skip', 'hurts', 'acknowledge'), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(fc.constantFrom(...begun), events, fc.integer({ min: 1, max: 40 * 60 }), (first, does, seconds) => {
        const session = does.reduce((one, event) => next(one, event, START).session, first);
        const until = START + seconds * SECOND;
        const [alone, watched] = [leftAloneFor(session, START, until), watchedFor(session, START, until)];
        expect(alone.signals).toEqual(watched.signals);
        expect({ ...alone.session, seen: 0 }).toEqual({ ...watched.session, seen: 0 });
      }),
    );
  });

  it('is looked at less than once a second, but within seconds', () => {
    const { session, now } = new Run(therapyScript('ice')).ready();
    expect(nextLook(session, now)).toBe(now + LONGEST_LOOK_MS);
    expect(LONGEST_LOOK_MS).toBeGreaterThan(SECOND);
    let [at, looks] = [now, 0];
    while (at < now + 4 * MINUTE) [at, looks] = [nextLook({ ...session, seen: at }, at), looks + 1];
    expect(looks).toBeLessThanOrEqual(4 * 12 + 2);
  });

  it('has nothing due any more once its alarm has sounded often enough', () => {
    const { session, now } = new Run(therapyScript('ice')).ready().lives(40 * MINUTE);
    expect(session.alarm).toBeDefined();
    expect(dueAt(session, now)).toBe(Infinity);
  });

  it('has slept if it is looked at late, and only then', () => {
    const { session, now } = new Run(therapyScript('ice')).ready();
    const kinds = (late: number) => {
      const due = nextLook(session, now);
      return kindsOf(next(leftAlone(session, due, due + late), 'time', due + late).signals);
    };
    expect(kinds(2 * SECOND)).toEqual([]);
    expect(kinds(30 * SECOND)).toEqual(['slept']);
  });

  it('is left as it is by a clock that was set back', () => {
    const { session, now } = new Run(therapyScript('ice')).ready().lives(MINUTE);
    const set = now - 60 * MINUTE;
    const after = next(leftAlone(session, nextLook(session, now), set), 'time', set).session;
    expect(after.endsAt - set).toBe(session.endsAt - now);
  });
});
