import { describe, expect, test } from 'vitest';
import { content, repeated } from './data-files.ts';

const { core, walking, cautions, tips } = content.plan();
const { stretches, routines } = content.stretches();
const stretch = (id: string) => stretches.find((one) => one.id === id)!;

describe('the levels of the core exercises', () => {
  const routine = routines.find(({ id }) => id === core.routine)!;

  test('are levels of a routine: the same exercises in the same order', () => {
    expect(routine.therapy).toBe(core.therapy);
    for (const { exercises } of core.levels) expect(exercises.map(({ stretch: id }) => id)).toEqual(routine.stretches);
    expect(repeated(core.levels.map(({ id }) => id))).toEqual([]);
  });

  test('rise from each to the next, and never in a leap', () => {
    for (const [at, { exercises }] of core.levels.entries()) {
      const before = core.levels[at - 1]?.exercises ?? exercises;
      for (const [nth, { rounds, seconds }] of exercises.entries()) {
        expect(rounds).toBeGreaterThanOrEqual(before[nth]!.rounds);
        expect(rounds).toBeLessThanOrEqual(before[nth]!.rounds * 1.6);
        expect(seconds).toBeGreaterThanOrEqual(before[nth]!.seconds);
        expect(seconds).toBeLessThanOrEqual(before[nth]!.seconds + 5);
      }
      expect(at === 0 || JSON.stringify(before) !== JSON.stringify(exercises)).toBe(true);
    }
  });

  test('begin with what the routine is by itself, and end with what the sources name', () => {
    const usual = routine.stretches.map(stretch).map(({ rounds, round }) => [rounds!.usual, round[0]!.seconds]);
    expect(core.levels[0]!.exercises.map(({ rounds, seconds }) => [rounds, seconds])).toEqual(usual);
    // Mayo Clinic: 30 bridges with three deep breaths; six bird-dogs on each side, up to ten seconds.
    expect(core.levels.at(-1)!.exercises.slice(0, 2)).toMatchObject([{ rounds: 30 }, { rounds: 6, seconds: 10 }]);
  });

  test('are never held longer than the exercise may be', () => {
    for (const { exercises } of core.levels)
      for (const { stretch: id, seconds } of exercises) {
        const [hold] = stretch(id).round;
        expect(seconds).toBeLessThanOrEqual(hold!.most ?? hold!.seconds!);
      }
  });
});

describe('walking', () => {
  test('is built up to 30 minutes on 5 days, in steps of at most a half', () => {
    const weekly = walking.stages.map(({ minutes, days }) => minutes * days);
    for (const [at, minutes] of weekly.entries())
      if (at > 1) expect(minutes).toBeLessThanOrEqual(weekly[at - 1]! * 1.5);
    for (const [at, minutes] of weekly.entries()) if (at > 0) expect(minutes).toBeGreaterThan(weekly[at - 1]!);
    expect(walking.stages.at(-1)).toMatchObject({ minutes: 30, days: 5 });
    expect(walking.goal.sources).toContain('walkback');
  });

  test('counts what exists', () => {
    const therapies = content.therapies().therapies.map(({ id }) => id);
    expect(therapies).toEqual(expect.arrayContaining([...walking.therapies]));
    expect(content.exercise().activities.map(({ id }) => id)).toEqual(expect.arrayContaining([...walking.activities]));
  });

  test('has stages that the command can run', () => {
    const { minutes } = content.therapies().therapies.find(({ id }) => id === 'walk')!;
    for (const stage of walking.stages) {
      expect(stage.minutes).toBeGreaterThanOrEqual(minutes!.min);
      expect(stage.minutes).toBeLessThanOrEqual(minutes!.max);
    }
  });
});

test('the cautions are about items of the profile, and about exercises of the routine', () => {
  const items = new Set(content.profile().items.map(({ id }) => id));
  expect(cautions.filter(({ id }) => !items.has(id))).toEqual([]);
  const exercises = new Set(core.levels[0]!.exercises.map(({ stretch: id }) => id));
  expect(cautions.flatMap(({ leavesOut = [] }) => leavesOut).filter((id) => !exercises.has(id))).toEqual([]);
  // Whoever has to ask before stretching has to ask before core exercises.
  const ask = content
    .profile()
    .items.filter(({ means }) => means.stretches === 'ask')
    .map(({ id }) => id);
  expect(cautions.filter((one) => one.ask).map(({ id }) => id)).toEqual(expect.arrayContaining(ask));
});

test('the tips are about triggers and marks that can be logged', () => {
  const trigger = content.triage().questions.find(({ id }) => id === 'trigger')!;
  const known = [...(trigger.type === 'choice' ? trigger.choices : []), ...content.checkIn().marks].map(({ id }) => id);
  expect(known).toEqual(expect.arrayContaining(tips.flatMap(({ triggers }) => [...triggers])));
});
