import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  announce,
  answer,
  beginBreaks,
  type Breaks,
  isDue,
  LOOK_MS,
  NATURAL_MS,
  passTime,
  snooze,
} from '../../src/breaks/core/breaks.ts';

const MINUTE = 60_000;
const EVERY = 30 * MINUTE;
const START = Date.UTC(2026, 10, 30, 9);
const FREE = { isSavingPower: false, move: 'steps' };

const begun = beginBreaks(EVERY, START);

/** Breaks that were looked after shortly before. */
function passed(
  breaks: Breaks,
  now: number,
  said: { idle?: number; isInSession?: boolean; isQuiet?: boolean; gap?: number } = {},
): Breaks {
  const { idle, isInSession = false, isQuiet = false, gap = LOOK_MS } = said;
  return passTime(breaks, now, { seenAt: now - gap, idle, isInSession, isQuiet });
}

/** Breaks with one that was announced when it was due. */
function announced(): Breaks {
  return announce(begun, START + EVERY, FREE);
}

describe('a break', () => {
  test('is due after the time of work, and not a moment before', () => {
    expect(isDue(begun, START + EVERY - 1)).toBe(false);
    expect(isDue(begun, START + EVERY)).toBe(true);
  });

  test('is announced once, with its move, and the next one comes after the same time', () => {
    const now = START + EVERY;
    expect(announced()).toEqual({
      every: EVERY,
      nextAt: now + EVERY,
      due: { move: 'steps', at: now },
      last: 'steps',
    });
    expect(isDue(announced(), now + MINUTE)).toBe(false);
  });

  test('that was taken or skipped starts the time over, and is never mentioned again', () => {
    const now = START + EVERY + 4 * MINUTE;
    expect(answer(announced(), now)).toEqual({ every: EVERY, nextAt: now + EVERY, last: 'steps' });
  });

  test('that nobody answers gives way to the next one', () => {
    const next = announce(announced(), START + 2 * EVERY, { ...FREE, move: 'march' });
    expect(next.due).toEqual({ move: 'march', at: START + 2 * EVERY });
  });

  test('is later by a length from now on; one that is not due yet by that much more', () => {
    const now = START + EVERY + MINUTE;
    const later = snooze(announced(), 5 * MINUTE, now);
    expect([later.nextAt, later.due]).toEqual([now + 5 * MINUTE, undefined]);
    expect(snooze(begun, 5 * MINUTE, START).nextAt).toBe(START + EVERY + 5 * MINUTE);
    // Kept back by the power saver, it is due already.
    const kept = announce(begun, START + EVERY, { ...FREE, isSavingPower: true });
    expect(snooze(kept, 5 * MINUTE, START + EVERY + MINUTE).nextAt).toBe(START + EVERY + 6 * MINUTE);
  });
});

describe('the time starts over', () => {
  const now = START + 20 * MINUTE;

  test('when nobody has touched the keyboard for five minutes', () => {
    expect(passed(begun, now, { idle: NATURAL_MS })).toMatchObject({ nextAt: now + EVERY, pause: 'away' });
    expect(passed(begun, now, { idle: NATURAL_MS - 1 })).toEqual(begun);
  });

  test('while a session is in progress', () => {
    expect(passed(begun, now, { isInSession: true })).toMatchObject({ nextAt: now + EVERY, pause: 'session' });
  });

  test('when the computer was asleep, or its clock was set', () => {
    expect(passed(begun, now, { gap: NATURAL_MS }).nextAt).toBe(now + EVERY);
    expect(passed(begun, now, { gap: NATURAL_MS - 1 }).nextAt).toBe(begun.nextAt);
    const back = START - 3 * 60 * MINUTE;
    expect(passTime(begun, back, { seenAt: START + MINUTE, isInSession: false, isQuiet: false }).nextAt).toBe(
      back + EVERY,
    );
  });

  test('and what was due is no longer shown, but can still be answered', () => {
    const later = START + EVERY + 10 * MINUTE;
    expect(passed(announced(), later, { idle: NATURAL_MS }).due).toEqual({
      move: 'steps',
      at: START + EVERY,
      isPast: true,
    });
  });
});

describe('a pause', () => {
  const now = START + EVERY;

  test('ends as soon as somebody touches a key, and stays while the computer was not asked again', () => {
    const away = passed(begun, START + 6 * MINUTE, { idle: NATURAL_MS });
    expect(passed(away, START + 7 * MINUTE).pause).toBe('away');
    expect(passed(away, START + 7 * MINUTE).nextAt).toBe(away.nextAt);
    expect(passed(away, START + 8 * MINUTE, { idle: 0 }).pause).toBeUndefined();
  });

  test('ends with the session', () => {
    const paused = passed(begun, START + MINUTE, { isInSession: true });
    expect(passed(paused, START + 2 * MINUTE)).toEqual({ ...begun, nextAt: START + MINUTE + EVERY });
  });

  test('of the power saver keeps a break due until it is over', () => {
    const kept = announce(begun, now, { ...FREE, isSavingPower: true });
    expect(kept).toEqual({ ...begun, pause: 'power-saver' });
    expect(passed(kept, now + MINUTE)).toEqual(kept);
    expect(announce(kept, now + MINUTE, FREE)).toMatchObject({ due: { move: 'steps' } });
    expect(announce(kept, now + MINUTE, FREE).pause).toBeUndefined();
  });

  test('of quiet hours lasts until they end; then the time starts over', () => {
    const quietUntil = now + 60 * MINUTE;
    const quiet = announce(begun, now, { ...FREE, quietUntil });
    expect(quiet).toEqual({ ...begun, nextAt: quietUntil + EVERY, pause: 'quiet-hours' });
    expect(passed(quiet, quietUntil - 1, { isQuiet: true })).toEqual(quiet);
    expect(passed(quiet, quietUntil)).toEqual({ ...begun, nextAt: quietUntil + EVERY });
    // Somebody has changed them.
    expect(passed(quiet, now + MINUTE)).toEqual({ ...begun, nextAt: now + MINUTE + EVERY });
    expect(passed(quiet, quietUntil + MINUTE, { isQuiet: true })).toEqual(quiet);
  });

  test('of quiet hours is over for a break that is put off until a later time', () => {
    const quietUntil = now + 60 * MINUTE;
    const later = snooze(announce(begun, now, { ...FREE, quietUntil }), 5 * MINUTE, now + MINUTE);
    expect(passed(later, quietUntil)).toEqual({ ...begun, nextAt: quietUntil + EVERY + 5 * MINUTE });
  });

  test('for warning signs announces nothing', () => {
    const paused = announce(begun, now, { isSavingPower: false });
    expect(paused).toEqual({ ...begun, nextAt: now + EVERY, pause: 'warning-signs' });
    expect(passed(paused, now + MINUTE).pause).toBe('warning-signs');
  });
});

test('whatever happens, the next break is never further away than the time of work, but for quiet hours and snoozes', () => {
  const step = fc.record({
    after: fc.integer({ min: -60 * MINUTE, max: 90 * MINUTE }),
    idle: fc.option(fc.integer({ min: 0, max: 20 * MINUTE }), { nil: undefined }),
    isInSession: fc.boolean(),
    isQuiet: fc.boolean(),
    answers: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let [breaks, now] = [begun, START];
      for (const { after, idle, isInSession, isQuiet, answers } of steps) {
        const seenAt = now;
        now += after;
        breaks = passTime(breaks, now, { seenAt, idle, isInSession, isQuiet });
        if (isDue(breaks, now)) breaks = announce(breaks, now, FREE);
        if (answers) breaks = answer(breaks, now);
        expect(breaks.nextAt).toBeLessThanOrEqual(now + EVERY + LOOK_MS);
        expect(breaks.nextAt).toBeGreaterThan(now);
      }
    }),
  );
});
