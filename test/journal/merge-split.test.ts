import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Episode, episodesOf } from '../../src/journal/core/episodes.ts';
import { fold } from '../../src/journal/core/fold.ts';
import type { Entry } from '../../src/journal/core/records.ts';
import { edited, entry, revision, RULES } from './lines.ts';
import { tries } from '../tries.ts';

const NOW = new Date('2026-11-29T12:00:00Z');
const at = (day: number, time = '08:00') => `2026-11-${String(day).padStart(2, '0')}T${time}:00+00:00`;
const pain = (day: number, value: number, time?: string) => entry(at(day, time), { pain: value });

/** A mark at an entry, written after it. */
const mark = (kind: 'merge' | 'split', first: Entry, nth = 1) =>
  entry(first.at, { kind, id: revision('2026-11-28T12:00:00Z', nth), rev: revision('2026-11-28T12:00:00Z', nth) });

const episodes = (lines: readonly Entry[]) => episodesOf(fold(lines), RULES, NOW);
const dayOf = (time: number) => new Date(time).getUTCDate();
/** "1-3" for an episode from the 1st to the 3rd, "20-" for one that lasts. */
const days = (lines: readonly Entry[]) => {
  return episodes(lines).map(({ start, end }) => `${dayOf(start)}-${end === undefined ? '' : dayOf(end)}`);
};

/** Two episodes with a gap of two weeks, and one that lasts. */
const FIRST = [pain(1, 7), pain(2, 5), pain(3, 3)];
const SECOND = [pain(17, 6), pain(18, 4)];
const THIRD = [pain(27, 8), pain(28, 6)];
const ALL = [...FIRST, ...SECOND, ...THIRD];

describe('an episode that was counted as a new one', () => {
  it('is part of the one before, which lasts until it ends', () => {
    expect(days(ALL)).toEqual(['1-3', '17-18', '27-']);
    expect(days([...ALL, mark('merge', SECOND[0]!)])).toEqual(['1-18', '27-']);
    expect(days([...ALL, mark('merge', THIRD[0]!)])).toEqual(['1-3', '17-']);
    expect(days([...ALL, mark('merge', SECOND[0]!), mark('merge', THIRD[0]!, 2)])).toEqual(['1-']);
  });

  it('keeps the id of the one before, and why that ended is forgotten', () => {
    const over = entry(at(4), { kind: 'resolved' });
    expect(episodes([...ALL, over])[0]).toMatchObject({ id: FIRST[0]!.id, ended: 'said' });
    const [whole] = episodes([...ALL, over, mark('merge', SECOND[0]!)]);
    expect(whole).toMatchObject({ id: FIRST[0]!.id, start: Date.parse(at(1)), ended: 'quiet' });
  });

  it('may have begun with a check that was told an onset', () => {
    const check = entry(at(17), { kind: 'triage', level: 'self-care', answers: { onset: 'yesterday' } });
    expect(days([...FIRST, check])).toEqual(['1-3', '16-17']);
    expect(days([...FIRST, check, mark('merge', check)])).toEqual(['1-17']);
    // Two days after the last pain, and still a new spasm.
    const soon = entry(at(7), { kind: 'triage', level: 'self-care', answers: { onset: 'just-now' } });
    expect(days([...FIRST, soon])).toEqual(['1-3', '7-7']);
    expect(days([...FIRST, soon, mark('merge', soon)])).toEqual(['1-7']);
  });

  it('is as it was where there is nothing before it', () => {
    expect(days([...ALL, mark('merge', FIRST[0]!)])).toEqual(['1-3', '17-18', '27-']);
  });
});

describe('an entry with which a new episode began', () => {
  it('ends the one before at its last pain', () => {
    const long = [pain(1, 7), pain(3, 5), pain(5, 1), pain(6, 6), pain(7, 5)];
    expect(days(long)).toEqual(['1-7']);
    const [before, after] = episodes([...long, mark('split', long[3]!)]);
    expect(before).toMatchObject({ ended: 'split', end: Date.parse(at(5)) });
    expect(after).toMatchObject({ start: Date.parse(at(6)), end: Date.parse(at(7)), ended: 'quiet' });
  });

  it('begins one even with little pain', () => {
    const long = [pain(26, 7), pain(27, 1), pain(28, 1)];
    expect(days([...long, mark('split', long[1]!)])).toEqual(['26-26', '27-']);
  });

  it('changes nothing where no episode is split', () => {
    expect(days([...ALL, mark('split', FIRST[0]!)])).toEqual(days(ALL));
    const outside = entry(at(12), { kind: 'note', note: 'fine' });
    expect(days([...ALL, outside, mark('split', outside)])).toEqual(days(ALL));
  });
});

describe('marks at one entry', () => {
  it('count in the order in which they were made', () => {
    const [, second] = FIRST;
    const marks = (...kinds: ('merge' | 'split')[]) => kinds.map((kind, nth) => mark(kind, second!, nth + 1));
    expect(days([...FIRST, ...marks('split')])).toEqual(['1-1', '2-3']);
    expect(days([...FIRST, ...marks('split', 'merge')])).toEqual(['1-3']);
    expect(days([...FIRST, ...marks('split', 'merge', 'split')])).toEqual(['1-1', '2-3']);
  });

  it('are gone when they are removed', () => {
    const split = mark('split', FIRST[1]!);
    const gone = { v: 1, op: 'del', id: split.id, rev: revision('2026-11-28T13:00:00Z'), dev: 'laptop22' } as const;
    expect(episodesOf(fold([...FIRST, split, gone]), RULES, NOW)).toHaveLength(1);
  });

  it('stay where an entry is edited', () => {
    const line = edited(SECOND[0]!, revision('2026-11-28T14:00:00Z'), { pain: 9 });
    expect(days([...ALL, line, mark('merge', SECOND[0]!)])).toEqual(['1-18', '27-']);
  });
});

const lineOf = ({ kind, hours, pain: value, onset }: { kind: string; hours: number; pain: number; onset: string }) => {
  const time = new Date(Date.parse(at(1)) + hours * 3_600_000).toISOString();
  if (kind === 'pain') return entry(time, { pain: value });
  return entry(time, { kind, ...(kind === 'triage' && { answers: { onset } }) } as Partial<Entry>);
};
const isInOrder = (all: readonly Episode[]) =>
  all.every(({ start, end = Infinity }, place) => start <= end && (all[place - 1]?.end ?? -Infinity) <= start);

describe('whatever is merged and split', () => {
  const anyLines = fc.array(
    fc.record({
      kind: fc.constantFrom('pain', 'merge', 'split', 'resolved', 'triage'),
      hours: fc.integer({ min: 0, max: 27 * 24 }),
      pain: fc.integer({ min: 0, max: 10 }),
      onset: fc.constantFrom('just-now', 'yesterday', '2-3-days', '2-6-weeks'),
    }),
    { maxLength: 30 },
  );
  it('episodes follow one another, each has an id of its own, and only the last may last', () => {
    fc.assert(
      fc.property(anyLines, (given) => {
        const all = episodes(given.map(lineOf));
        expect(isInOrder(all)).toBe(true);
        expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
        expect(all.slice(0, -1).every(({ end }) => end !== undefined)).toBe(true);
      }),
      tries(300),
    );
  });
});
