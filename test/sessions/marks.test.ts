import { describe, expect, it } from 'vitest';
import { type Mark, marksOf } from '../../src/sessions/core/marks.ts';
import type { Step } from '../../src/sessions/core/script.ts';
import { therapyScript } from './scripts.ts';
import { MINUTE, SECOND } from './stepping.ts';

const step = (kind: Step['kind'], seconds: number, checks: Step['checks'] = []): Step => ({
  ...therapyScript('ice').steps[1]!,
  kind,
  seconds,
  checks,
});
const told = (one: Step, length: number) =>
  marksOf(one, length).map(({ at, mark }) => `${at / SECOND} ${mark.kind === 'count' ? mark.left : mark.kind}`);

const times = (one: readonly { at: number }[]) => one.map(({ at }) => at);

describe('the marks of a step', () => {
  it.each<[Step['kind'], number, string[]]>([
    ['hold', 7, []],
    ['hold', 8, ['5 3', '6 2', '7 1']],
    ['apply', 60, []],
    ['apply', 179, []],
    ['apply', 180, ['90 half', '120 last-minute']],
    ['move', 300, ['150 half', '240 last-minute', '297 3', '298 2', '299 1']],
  ])('of the kind "%s" that lasts %i seconds are %j', (kind, seconds, expected) => {
    expect(told(step(kind, seconds), seconds * SECOND)).toEqual(expected);
  });

  it('are its checks, too, unless it ends before them', () => {
    const checks = [5, 10].map((at) => ({ at, cue: 'Look.' }));
    expect(told(step('apply', 600, checks), 10 * MINUTE).filter((line) => line.includes('check'))).toEqual([
      '300 check',
    ]);
    expect(told(step('apply', 660, checks), 11 * MINUTE).filter((line) => line.includes('check'))).toEqual([
      '300 check',
      '600 check',
    ]);
  });

  it('at half are a check, where there is one then', () => {
    const checks = [{ at: 'half', cue: 'Turn round.' } as const];
    expect(told(step('apply', 360, checks), 6 * MINUTE)).toEqual(['180 check', '300 last-minute']);
  });

  it('stay at half of the length it began with, when it is made longer', () => {
    const checks = [{ at: 'half', cue: 'Turn round.' } as const];
    expect(told(step('apply', 360), 8 * MINUTE)).toEqual(['180 half', '420 last-minute']);
    expect(told(step('apply', 360, checks), 8 * MINUTE)).toEqual(['180 check', '420 last-minute']);
  });

  it('stand in the order of time', () => {
    const marks = marksOf(therapyScript('heat').steps[1]!, 20 * MINUTE);
    expect(times(marks)).toEqual(times(marks).toSorted((a, b) => a - b));
  });

  it('say what the check says, and what answers it', () => {
    const [mark] = marksOf(step('apply', 120, [{ at: 1, cue: 'Awake?', answer: 'yes' }]), 2 * MINUTE).map(
      (one) => one.mark,
    );
    expect(mark).toEqual({ kind: 'check', cue: 'Awake?', answer: 'yes' } satisfies Mark);
  });
});
