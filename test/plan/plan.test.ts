import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Entry } from '../../src/journal/core/records.ts';
import { type PlanFacts, planFrom } from '../../src/plan/core/plan.ts';
import { entry, THERAPIES } from '../journal/lines.ts';
import { inZone } from '../journal/zone.ts';
import { at, core, day, PLAN, walk } from './entries.ts';

inZone('UTC', { beforeAll, afterAll });

const FACTS: PlanFacts = { content: PLAN, therapies: THERAPIES, episodes: [], pains: [], profile: [], against: [] };

const plan = (entries: readonly Entry[], days: number, facts: Partial<PlanFacts> = {}) =>
  planFrom(entries, { ...FACTS, ...facts }, new Date(day(days)));
const rated = (pain: number) => [{ at: at(0), pain }];

describe('what comes next', () => {
  const core1 = { id: 'core' };
  const walk5 = { id: 'walk', minutes: 5 };

  it('is core exercises at first, and then the one of the two that was done longer ago', () => {
    expect(plan([], 0).next).toEqual(core1);
    expect(plan([core(0, '1')], 2).next).toEqual(walk5);
    expect(plan([core(0, '1'), walk(2, 5)], 3).next).toEqual(core1);
    expect(plan([walk(0, 5)], 1).next).toEqual(core1);
  });

  it('is a walk on the day after core exercises, and for three days after some that hurt', () => {
    expect(plan([walk(-1, 5), core(0, '1')], 1).next).toEqual(walk5);
    const hurt = [core(0, '1', { hurt: ['plank'] }), walk(0.1, 5)];
    expect(plan(hurt, 3).next).toEqual(walk5);
    expect(plan(hurt, 4).next).toEqual(core1);
  });

  it('is nothing when both were done', () => {
    expect(plan([core(0, '1'), walk(0, 5)], 0.3)).toMatchObject({ waits: 'done' });
    expect(plan([core(0, '1'), walk(0, 5)], 0.3).next).toBeUndefined();
    expect(plan([core(0, '1'), walk(0, 3)], 0.3).next).toEqual(walk5);
  });

  it('is nothing in the first days of an episode', () => {
    const early = plan([core(-9, '1')], 0, { phase: 'early', pains: rated(1) });
    expect(early).toMatchObject({ waits: 'early' });
    expect(early.next).toBeUndefined();
  });

  it('is no core exercise after them, until pain is little', () => {
    const sore = plan([], 0, { phase: 'later', pains: rated(4) });
    expect(sore).toMatchObject({ next: walk5, core: { waitsForPain: 3 } });
    expect(plan([], 0, { phase: 'later', pains: rated(3) }).next).toEqual(core1);
    expect(plan([], 0, { phase: 'later', pains: [] }).next).toEqual(core1);
  });

  it('is nothing that a check of the warning signs advises against', () => {
    expect(plan([], 0, { against: ['stretch', 'core'] }).next).toEqual(walk5);
    expect(plan([], 0, { against: ['core', 'walk'] })).toMatchObject({ waits: 'check' });
    expect(plan([], 0, { against: ['core', 'walk'] }).next).toBeUndefined();
  });
});

describe('the next level', () => {
  it('is announced with the sessions that it takes, and the first day on which it may come', () => {
    expect(plan([], 0).core.up).toMatchObject({ level: { id: '2' }, sessions: 3, from: at(7) });
    expect(plan([core(0, '1')], 5).core.up).toMatchObject({ sessions: 2, from: at(7) });
    const often = [0, 1, 2, 3].map((days) => core(days, '1'));
    expect(plan(often, 4).core.up).toMatchObject({ sessions: 1, from: at(7) });
    expect(plan(often, 8).core.up).toEqual({ level: PLAN.core.levels[1], sessions: 1 });
  });

  it('does not come where an exercise is left out', () => {
    const { core: step, cautions } = plan([], 0, { profile: ['pregnancy', 'sixty', 'asthma'] });
    expect(step.level.exercises.map(({ stretch }) => stretch)).toEqual(['bridge', 'bird-dog']);
    expect(step.up).toBeUndefined();
    expect(cautions.map(({ id }) => id)).toEqual(['pregnancy', 'sixty']);
  });
});

describe('the weeks', () => {
  it('are this one and up to four before it, the latest first, none from before the journal began', () => {
    expect(plan([], 9).weeks.map(({ from }) => from)).toEqual(['2026-06-08']);
    const long = [entry(at(-60)), core(0, '1'), walk(1, 5), walk(8, 5)];
    expect(plan(long, 9).weeks.map(({ from, done, minutes }) => [from, done, minutes])).toEqual([
      ['2026-06-08', 1, 5],
      ['2026-06-01', 2, 11],
      ['2026-05-25', 0, 0],
      ['2026-05-18', 0, 0],
      ['2026-05-11', 0, 0],
    ]);
    expect(plan([walk(0, 5), core(1, '1')], 9).weeks).toHaveLength(2);
  });

  it('have the sessions that were really done', () => {
    const skipped = core(0, '1', { minutes: 0.5, stretches: [] });
    expect(plan([skipped, core(1, '1')], 2).weeks).toMatchObject([{ done: 1, goal: 3 }]);
  });
});

const tip = (...entries: Entry[]) => plan(entries, 9).tip.id;

describe('the tip', () => {
  it('fits the trigger that the journal names most often', () => {
    expect(tip(entry(at(0), { triggers: ['stress', 'lifting'] }), entry(at(1), { marks: ['stress'] }))).toBe('stress');
    expect(tip(entry(at(0), { kind: 'triage', answers: { trigger: 'dehydration' } }))).toBe('drinking');
    expect(tip(entry(at(0), { marks: ['bad-night'] }))).toBe('sleep');
  });

  it('counts triggers that have a tip in common together', () => {
    const [stress, lifting, movement] = ['stress', 'lifting', 'movement'].map((one, nth) =>
      entry(at(nth), { triggers: [one] }),
    );
    expect(tip(stress!, lifting!, movement!)).toBe('lifting');
  });

  it('is the first one without any trigger that has one', () => {
    expect(tip()).toBe(PLAN.tips[0]!.id);
    expect(tip(entry(at(0), { triggers: ['gradual', 'my own', 'constructor'] }))).toBe(PLAN.tips[0]!.id);
  });
});
