import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findById, shortId } from '../../src/journal/core/find.ts';
import { fold } from '../../src/journal/core/fold.ts';
import { mergeOf } from '../../src/journal/core/merge.ts';
import type { Entry, JournalLine } from '../../src/journal/core/records.ts';
import { edited, entry, removed, revision } from './lines.ts';

const MORNING = entry('2026-06-17T08:00:00+02:00', { pain: 6 });
const NOON = entry('2026-06-17T12:00:00+02:00', { pain: 4 });
const EVENING = entry('2026-06-17T19:00:00+02:00', { pain: 2 });
const SOON = revision('2026-06-18T08:00:00+02:00');
const LATER = revision('2026-06-19T08:00:00+02:00');
const HISTORY: readonly JournalLine[] = [
  MORNING,
  NOON,
  EVENING,
  edited(MORNING, SOON, { pain: 7 }),
  edited(MORNING, LATER, { pain: 8 }),
  removed(NOON, SOON),
];

const find = (entries: readonly Entry[], typed: string) => findById(entries, typed, ({ at }) => at.slice(11, 16));
const painsOf = (entries: readonly Entry[]) => entries.map(({ pain }) => pain);

describe('the entries as they stand', () => {
  it('are the newest first, by the time that they are about', () => {
    expect(painsOf(fold([NOON, EVENING, MORNING]))).toEqual([2, 4, 6]);
  });

  it('compare times, not their letters, when offsets differ', () => {
    const [berlin, utc] = [entry('2026-06-17T12:00:00+02:00'), entry('2026-06-17T11:00:00+00:00')];
    expect(fold([berlin, utc])).toEqual([utc, berlin]);
  });

  it('are those of the greatest revision', () => {
    const [early, late] = [edited(MORNING, SOON, { pain: 7 }), edited(MORNING, LATER, { pain: 8 })];
    expect(painsOf(fold([MORNING, early, late]))).toEqual([8]);
  });

  it('move when an edit changes their time', () => {
    const moved = edited(MORNING, SOON, { at: '2026-06-17T20:00:00+02:00' });
    expect(fold([MORNING, EVENING, moved])).toEqual([moved, EVENING]);
  });

  it('lack those that were removed', () => {
    expect(fold([MORNING, NOON, removed(MORNING, SOON)])).toEqual([NOON]);
  });

  it('stay removed when an older edit arrives late', () => {
    expect(fold([removed(MORNING, LATER), MORNING, edited(MORNING, SOON, { pain: 7 })])).toEqual([]);
  });

  it('come back with an edit that is later than the removal', () => {
    expect(painsOf(fold([MORNING, removed(MORNING, SOON), edited(MORNING, LATER, { pain: 1 })]))).toEqual([1]);
  });

  it('need no first line: an edit alone, or a removal alone, is enough', () => {
    expect(painsOf(fold([edited(MORNING, SOON, { pain: 7 }), removed(NOON, SOON)]))).toEqual([7]);
  });

  it('are the same in whatever order the lines stand, and however often', () => {
    const copied = fc.array(fc.constantFrom(...HISTORY)).map((copies) => [...HISTORY, ...copies]);
    const shuffled = copied.chain((lines) =>
      fc.shuffledSubarray([...lines], { minLength: lines.length, maxLength: lines.length }),
    );
    const same = fc.property(shuffled, (lines) => {
      expect(fold(lines)).toEqual(fold(HISTORY));
    });
    fc.assert(same);
  });

  it('are the same in any order even where a hand has changed one of two copies', () => {
    const changed = { ...MORNING, pain: 9 };
    expect(fold([MORNING, changed])).toEqual(fold([changed, MORNING]));
  });

  it('are those of the copy whose text comes last in the alphabet, on every device and in every version', () => {
    const changed = { ...MORNING, pain: 9 };
    expect(painsOf(fold([MORNING, changed]))).toEqual([9]);
    expect(painsOf(fold([changed, MORNING]))).toEqual([9]);
  });
});

describe('an entry', () => {
  const entries = [MORNING, NOON, EVENING].map((one, at) => ({ ...one, id: `${one.id.slice(0, 20)}ABCDE${at}` }));

  it('is found by the few letters that are shown of it', () => {
    for (const one of entries) expect(find(entries, shortId(one))).toBe(one);
  });

  it('is found by its whole id, in letters of any size', () => {
    expect(find(entries, entries[1]!.id)).toBe(entries[1]);
    expect(find(entries, entries[1]!.id.toLowerCase())).toBe(entries[1]);
  });

  it.each(['zzzzz', '', 'e1', '%'])('is not guessed from "%s"', (typed) => {
    expect(find(entries, typed)).toBeUndefined();
  });

  it('is found by three letters of its end, or of its beginning', () => {
    expect(find(entries, entries[1]!.id.slice(-3))).toBe(entries[1]);
    const other = { ...NOON, id: `7${NOON.id.slice(1)}` };
    expect(find([...entries, other], other.id.slice(0, 3))).toBe(other);
  });

  it('is told apart from its neighbours by five letters', () => {
    expect(shortId({ id: '01K9QG8V00GXSTWQ7K3B5M2E4A' })).toBe('m2e4a');
  });

  it('is not guessed when several are meant: each is named by as much of its id as no other has', () => {
    const alike = ['A', 'B'].map((letter, at) => ({
      ...entries[at]!,
      id: `${entries[at]!.id.slice(0, 20)}${letter}BCDE7`,
    }));
    expect(() => find([...alike, EVENING], 'BCDE7')).toThrow(
      expect.objectContaining({
        message: '"BCDE7" fits the ids of 2 entries',
        code: 'ambiguous-entry',
        hint: 'type more letters of the id: abcde7 (08:00), bbcde7 (12:00)',
      }),
    );
    for (const one of alike) expect(find([...alike, EVENING], one.id.slice(-6).toLowerCase())).toBe(one);
  });

  it('is found though a letter was read for a digit', () => {
    const one = { ...NOON, id: `${NOON.id.slice(0, 21)}1010Q` };
    expect(find([MORNING, one], 'lOioq')).toBe(one);
  });
});

describe('what comes from elsewhere', () => {
  const first = entry('2026-11-01T10:00:00+00:00');
  const second = entry('2026-11-02T10:00:00+00:00');
  const later = edited(first, revision('2026-11-03T10:00:00Z'), { pain: 2 });

  it.each([
    [[], [first, second], { added: 2, changed: 0, removed: 0, known: 0 }],
    [[first, second], [first, second], { added: 0, changed: 0, removed: 0, known: 2 }],
    [[first], [later], { added: 0, changed: 1, removed: 0, known: 0 }],
    [[later], [first], { added: 0, changed: 0, removed: 0, known: 0 }],
    [[first], [removed(first, revision('2026-11-04T10:00:00Z'))], { added: 0, changed: 0, removed: 1, known: 0 }],
    [[], [removed(first, revision('2026-11-04T10:00:00Z'))], { added: 0, changed: 0, removed: 0, known: 0 }],
    [[], [first, first], { added: 1, changed: 0, removed: 0, known: 0 }],
    [[], [first, later], { added: 1, changed: 0, removed: 0, known: 0 }],
    [[removed(first, SOON)], [edited(first, revision('2026-11-05T10:00:00Z'), {})], { added: 1, changed: 0 }],
    [[first], [first, later, second], { added: 1, changed: 1, removed: 0, known: 1 }],
  ])('is counted by entries', (journal, incoming, counts) => {
    expect(mergeOf(journal, incoming)).toMatchObject(counts);
  });

  it('is kept once, where it stands there twice, and not again where it is there', () => {
    expect(mergeOf([first], [first, later, later, second]).fresh).toEqual([second, later]);
  });

  it('is kept in the order of revisions', () => {
    expect(mergeOf([], [later, second, first]).fresh.map(({ rev }) => rev)).toEqual([first.rev, second.rev, later.rev]);
  });
});
