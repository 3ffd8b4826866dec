import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventKind } from '../../src/sessions/core/machine.ts';
import { currentStep, elapsed, type Session, stepLeft } from '../../src/sessions/core/state.ts';
import { routineScript, therapyNamed, therapyScript } from './scripts.ts';
import { HOUR, MINUTE, Run, SECOND } from './stepping.ts';
import { tries } from '../tries.ts';

const MOST_ON_SKIN = 20 * MINUTE;
const EVENTS = ['time', 'pause', 'resume', 'skip', 'back', 'extend', 'hurts', 'acknowledge', 'stop'] as const;

/** Whatever a person, a lid and a clock can do, the likely things more often. */
const anyEvent = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<EventKind>('time', 'extend', 'back', 'pause', 'resume') },
  { weight: 1, arbitrary: fc.constantFrom<EventKind>(...EVENTS) },
);
const anyTime = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 90 * SECOND }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 3 * SECOND }) },
  { weight: 1, arbitrary: fc.integer({ min: -HOUR, max: 2 * HOUR }) },
);
const anyDays = fc.array(fc.record({ after: anyTime, event: anyEvent }), { minLength: 1, maxLength: 80 });
const anyTherapy = fc.oneof(
  fc.integer({ min: 10, max: 20 }).map((minutes) => therapyScript('ice', { minutes })),
  fc
    .record({ minutes: fc.integer({ min: 10, max: 20 }), form: fc.constantFrom('pad', 'bath', 'shower') })
    .map((wish) => therapyScript('heat', wish)),
  fc
    .integer({ min: 3, max: therapyNamed('contrast').rounds!.max })
    .map((rounds) => therapyScript('contrast', { rounds })),
);
const anyScript = fc.oneof(
  anyTherapy,
  fc.constantFrom('first-days', 'all', 'core').map((id) => routineScript(id)),
);

/** How long something lies on the skin while time goes by, worked out step by step from what is planned. */
function onSkin(session: Session, now: number, ms: number): number {
  if (session.paused || session.ended) return 0;
  const later = session.script.steps.slice(session.at + 1).map(({ kind, seconds }) => ({ kind, ms: seconds * SECOND }));
  const all = [{ kind: currentStep(session).kind, ms: stepLeft(session, now) }, ...later];
  let [left, on] = [Math.max(0, ms), 0];
  for (const step of all) {
    const spent = Math.min(left, step.ms);
    if (step.kind === 'apply') on += spent;
    left -= spent;
  }
  return on;
}

function expectSound({ session, now }: Run): void {
  const { at, script, length, endsAt, seen, paused, ended, begunAt, pausedFor } = session;
  const step = script.steps[at]!;
  expect(step).toBeDefined();
  expect([length, endsAt, seen, pausedFor].every(Number.isFinite)).toBe(true);
  expect(seen).toBe(now);
  expect(length).toBeLessThanOrEqual(Math.max(step.most, step.seconds) * SECOND);
  expect(length).toBeGreaterThanOrEqual(step.seconds * SECOND);
  expect(stepLeft(session, now)).toBeLessThanOrEqual(length);
  expect(pausedFor).toBeGreaterThanOrEqual(0);
  if (paused) expect(paused.left).toBeGreaterThan(0);
  if (paused) expect(ended).toBeUndefined();
  if (!paused && !ended) expect(endsAt).toBeGreaterThan(now);
  if (begunAt === undefined) expect(step.kind).toBe('ready');
  else expect(elapsed(session, now)).toBeLessThanOrEqual(Math.max(now, ended?.at ?? now) - begunAt);
}

describe('whatever happens', () => {
  it('nothing is on the skin for more than 20 minutes', () => {
    const capped = fc.property(anyTherapy, anyDays, (script, days) => {
      const run = new Run(script);
      let on = 0;
      for (const { after, event } of days) {
        on += onSkin(run.session, run.now, after);
        run.now += after;
        run.does(event);
      }
      on += onSkin(run.session, run.now, 24 * HOUR);
      expect(on).toBeLessThanOrEqual(MOST_ON_SKIN);
    });
    fc.assert(capped, tries(150));
  });

  it('a session makes sense', () => {
    const sound = fc.property(anyScript, anyDays, (script, days) => {
      const run = new Run(script);
      for (const { after, event } of days) {
        run.now += after;
        expectSound(run.does(event));
      }
    });
    fc.assert(sound, tries(80));
  });

  it('a session that is left alone comes to its end', () => {
    const ends = fc.property(anyScript, anyDays, (script, days) => {
      const run = new Run(script);
      for (const { after, event } of days) {
        run.now += after;
        run.does(event);
      }
      const isHurt = run.session.paused?.why === 'hurt';
      run.does('resume').lives(HOUR);
      expect(run.session.ended !== undefined).toBe(!isHurt);
    });
    fc.assert(ends, tries(10));
  });
});
