import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../src/journal/core/fold.ts';
import type { Entry } from '../../../src/journal/core/records.ts';
import { summarise } from '../../../src/journal/core/summary/summarise.ts';
import { makeUlid } from '../../../src/journal/core/ulid.ts';
import { entry } from '../lines.ts';

const NOTHING_DONE = { therapies: [], exercises: [] };
const NOVEMBER = { from: '2026-11-01', to: '2026-11-14' };
const at = (day: number, time = '12:00') => `2026-11-${String(day).padStart(2, '0')}T${time}:00+01:00`;
const summary = (...entries: Entry[]) => summarise(fold(entries), NOVEMBER, { dayBegins: 0 });

const session = (day: number, fields: Partial<Entry>) => entry(at(day), { kind: 'session', ...fields });
const inARow = (from: number, count: number, fields: Partial<Entry>) =>
  Array.from({ length: count }, (_, nth) => entry(at(from + nth), fields));

describe('the days', () => {
  test('are all there, a day without a rating as a gap', () => {
    const { days, ratedDays } = summary(entry(at(2), { pain: 0 }), entry(at(4), { kind: 'note', note: 'a walk' }));
    expect(days.map(({ date }) => date).at(-1)).toBe('2026-11-14');
    expect(days).toHaveLength(14);
    expect(days[1]).toEqual({ date: '2026-11-02', ratings: [0], worst: 0, limited: false, ...NOTHING_DONE });
    expect(days[3]).toEqual({ date: '2026-11-04', ratings: [], limited: false, ...NOTHING_DONE });
    expect(ratedDays).toBe(1);
  });

  test("are those of the user's own clock", () => {
    const { days } = summary(
      entry('2026-11-03T00:30:00+13:00', { pain: 4 }),
      entry('2026-11-03T23:30:00-09:00', { pain: 6 }),
    );
    expect(days[2]!.ratings).toEqual([4, 6]);
  });

  test('count the ratings before and after a session, and what was done', () => {
    const made = summary(session(5, { therapy: 'ice', minutes: 15, painBefore: 8, painAfter: 6 }));
    expect(made.days[4]).toMatchObject({ ratings: [8, 6], worst: 8, therapies: ['ice'] });
    expect(made.severeDays).toBe(1);
  });

  test('have the ratings in the order in which they were given, on the days on which they were given', () => {
    const late = entry('2026-11-05T23:50:00+01:00', {
      kind: 'session',
      therapy: 'ice',
      minutes: 20,
      painBefore: 7,
      painAfter: 3,
    });
    const { days } = summary(late, entry('2026-11-06T00:05:00+01:00', { pain: 6 }));
    expect([days[4]!.ratings, days[5]!.ratings]).toEqual([[7], [6, 3]]);
    expect([days[4]!.therapies, days[5]!.therapies]).toEqual([['ice'], []]);
  });

  test('outside the period count for nothing', () => {
    const { ratedDays, late } = summary(entry('2026-10-31T23:59:00+01:00'), entry('2026-11-15T00:00:00+01:00'));
    expect([ratedDays, late.of]).toEqual([0, 0]);
  });

  test('on which somebody was kept from things are counted once', () => {
    expect(summary(entry(at(3), { limited: true }), entry(at(3, '18:00'), { limited: true })).limitedDays).toBe(1);
  });
});

test('what was written more than a day later is late', () => {
  const hours = (count: number) => makeUlid(Date.parse(at(3)) + count * 3_600_000, () => 0.5);
  const { late } = summary(entry(at(3), { id: hours(23) }), entry(at(3), { id: hours(25) }), entry(at(4)));
  expect(late).toEqual({ entries: 1, of: 3, imported: 0 });
});

describe('the weeks', () => {
  test('end with the last day, and hold the lowest, the median and the worst of all ratings', () => {
    const { weeks } = summary(
      entry(at(7), { pain: 9 }),
      entry(at(8), { pain: 2 }),
      entry(at(9), { pain: 5 }),
      entry(at(14), { pain: 4 }),
    );
    expect(weeks).toEqual([
      { period: { from: '2026-11-01', to: '2026-11-07' }, ratedDays: 1, pain: { lowest: 9, median: 9, worst: 9 } },
      { period: { from: '2026-11-08', to: '2026-11-14' }, ratedDays: 3, pain: { lowest: 2, median: 4, worst: 5 } },
    ]);
  });

  test('meet without a gap, over the change of the clocks too', () => {
    const weeks = summarise([], { from: '2026-10-01', to: '2026-11-11' }, { dayBegins: 0 }).weeks.map(
      (week) => week.period,
    );
    expect(weeks).toHaveLength(6);
    expect(weeks[3]).toEqual({ from: '2026-10-22', to: '2026-10-28' });
  });

  test('begin with a short one, and have no pain where nothing was rated', () => {
    const { weeks } = summarise([], { from: '2026-11-05', to: '2026-11-14' }, { dayBegins: 0 });
    expect(weeks).toEqual([
      { period: { from: '2026-11-05', to: '2026-11-07' }, ratedDays: 0 },
      { period: { from: '2026-11-08', to: '2026-11-14' }, ratedDays: 0 },
    ]);
  });
});

describe('what was done', () => {
  test('is compared where both ratings are there', () => {
    const { therapies } = summary(
      session(2, { therapy: 'ice', minutes: 15, painBefore: 6, painAfter: 4 }),
      session(3, { therapy: 'ice', minutes: 10, painBefore: 7 }),
      session(4, { therapy: 'ice', minutes: 10, painBefore: 5, painAfter: 4, ended: 'hurt' }),
      session(5, { therapy: 'walk', minutes: 8 }),
    );
    expect(therapies).toEqual([
      { id: 'ice', sessions: 3, minutes: 35, rated: 2, before: 5.5, after: 4, hurt: 1 },
      { id: 'walk', sessions: 1, minutes: 8, rated: 0, hurt: 0 },
    ]);
  });
});

describe('a trigger', () => {
  test('is compared from five days on either side', () => {
    const all = [...inARow(1, 5, { pain: 7, triggers: ['sitting'] }), ...inARow(6, 5, { pain: 3 })];
    expect(summary(...all).triggers).toEqual([
      { id: 'sitting', daysWith: 5, daysWithout: 5, medians: { with: 7, without: 3 } },
    ]);
    expect(summary(...all.slice(1)).triggers).toEqual([{ id: 'sitting', daysWith: 4, daysWithout: 5 }]);
    expect(summary(...all.slice(0, 9)).triggers).toEqual([{ id: 'sitting', daysWith: 5, daysWithout: 4 }]);
  });

  test('counts no day without a rating', () => {
    const noted = { kind: 'note', note: 'long drive', triggers: ['sitting'] } as const;
    expect(summary(entry(at(2), noted)).triggers).toEqual([]);
  });

  test('is none where the answer was "I don\'t know"', () => {
    const days = inARow(1, 3, { pain: 7, triggers: ['unknown'] });
    expect(summary(...days).triggers).toEqual([]);
    expect(summary(...days, entry(at(2, '13:00'), { pain: 6, triggers: ['unknown', 'gradual'] })).triggers).toEqual([
      { id: 'gradual', daysWith: 1, daysWithout: 2 },
    ]);
  });
});

test('places and medicines are counted by days', () => {
  const { areas, medicines, medicineDays } = summary(
    entry(at(2), { areas: ['lower', 'left-leg'] }),
    entry(at(2, '18:00'), { areas: ['lower'], medicine: ' ibuprofen ' }),
    entry(at(3), { areas: ['lower'], medicine: 'paracetamol' }),
    entry(at(4), { medicine: 'Ibuprofen' }),
  );
  expect(areas).toEqual([
    { id: 'lower', days: 2 },
    { id: 'left-leg', days: 1 },
  ]);
  expect(medicines).toEqual([
    { name: 'Ibuprofen', days: 2 },
    { name: 'paracetamol', days: 1 },
  ]);
  expect(medicineDays).toBe(3);
});

test('what was noted most often stands first', () => {
  const rare = entry(at(2), { pain: 3, areas: ['neck'], triggers: ['lifting'], medicine: 'paracetamol' });
  const often = [3, 4].map((day) =>
    entry(at(day), { pain: 3, areas: ['lower'], triggers: ['sitting'], medicine: 'ibuprofen' }),
  );
  const made = summary(
    rare,
    ...often,
    session(5, { therapy: 'walk' }),
    session(6, { therapy: 'ice' }),
    session(7, { therapy: 'ice' }),
  );
  expect(made.areas.map(({ id }) => id)).toEqual(['lower', 'neck']);
  expect(made.triggers.map(({ id }) => id)).toEqual(['sitting', 'lifting']);
  expect(made.medicines.map(({ name }) => name)).toEqual(['ibuprofen', 'paracetamol']);
  expect(made.therapies.map(({ id }) => id)).toEqual(['ice', 'walk']);
});

test('a medicine is one however it is spelt: in its last spelling, without blanks around it', () => {
  const made = summary(
    entry(at(2), { medicine: 'Ibuprofen  400' }),
    entry(at(3), { medicine: ' ibuprofen 400 ' }),
    entry(at(4), { medicine: '  ' }),
  );
  expect(made.medicines).toEqual([{ name: 'ibuprofen 400', days: 2 }]);
  expect(made.medicineDays).toBe(2);
});

test('only a session is one, and it hurt where a step did, or where it ended so', () => {
  const made = summary(
    entry(at(2), { kind: 'note', therapy: 'ice' }),
    session(5, {}),
    session(3, { therapy: 'stretch', minutes: 0.2, planned: 6, hurt: ['cat-cow'] }),
    session(4, { therapy: 'stretch', minutes: 7.6, hurt: [], ended: 'done', painAfter: 3 }),
  );
  expect(made.therapies).toEqual([{ id: 'stretch', sessions: 1, minutes: 8, rated: 0, hurt: 1 }]);
  expect(made.days[1]!.therapies).toEqual([]);
});

test('only what was really done counts, and what hurt is never left out', () => {
  const made = summary(
    session(2, { therapy: 'core', minutes: 0.5, planned: 4.4, stretches: ['bridge'], painBefore: 3, painAfter: 3 }),
    session(3, { therapy: 'core', minutes: 3, planned: 4.4, stretches: [] }),
    session(4, { therapy: 'core', minutes: 2.3, planned: 4.4, stretches: ['bridge'] }),
    session(5, { therapy: 'ice', minutes: 6, planned: 15 }),
    session(6, { therapy: 'ice', minutes: 3, planned: 15 }),
    session(7, { therapy: 'walk', minutes: 0, ended: 'cut' }),
    session(8, { therapy: 'stretch', minutes: 0.3, planned: 6, stretches: [], ended: 'hurt' }),
  );
  expect(made.therapies).toEqual([
    { id: 'core', sessions: 1, minutes: 2, rated: 0, hurt: 0 },
    { id: 'ice', sessions: 1, minutes: 6, rated: 0, hurt: 0 },
    { id: 'stretch', sessions: 0, minutes: 0, rated: 0, hurt: 1 },
  ]);
  expect(made.days.flatMap(({ date, therapies }) => (therapies.length > 0 ? [[date, ...therapies]] : []))).toEqual([
    ['2026-11-04', 'core'],
    ['2026-11-05', 'ice'],
  ]);
  // A rating counts whatever became of the session.
  expect(made.days[1]!.ratings).toEqual([3, 3]);
});

test('exercise outside sessions is counted by what it was, the most frequent first', () => {
  const made = summary(
    entry(at(2), { kind: 'exercise', activity: 'swim', minutes: 30 }),
    entry(at(3), { kind: 'exercise', activity: 'tango', minutes: 45 }),
    entry(at(3, '18:00'), { kind: 'exercise', activity: 'swim', minutes: 20.4 }),
    entry(at(4), { kind: 'exercise', activity: 'swim', minutes: 0 }),
    entry(at(5), { kind: 'exercise', activity: 'yoga' }),
  );
  expect(made.exercises).toEqual([
    { id: 'swim', times: 2, minutes: 50 },
    { id: 'tango', times: 1, minutes: 45 },
    { id: 'yoga', times: 1, minutes: 0 },
  ]);
  expect(made.days[2]!.exercises).toEqual(['tango', 'swim']);
});

test('a day is severe from 7, and limited only where somebody said so', () => {
  const made = summary(entry(at(2), { pain: 6 }), entry(at(3), { pain: 7, limited: false }), entry(at(4), { pain: 8 }));
  expect([made.severeDays, made.limitedDays]).toEqual([2, 0]);
});

test('what was written exactly a day later is not late', () => {
  const after = (ms: number) => makeUlid(Date.parse(at(3)) + 24 * 3_600_000 + ms, () => 0.5);
  expect(summary(entry(at(3), { id: after(0) }), entry(at(3), { id: after(1) })).late).toEqual({
    entries: 1,
    of: 2,
    imported: 0,
  });
});

test('a check without a level is none, a note without signs tells of none, and a check is no note', () => {
  const made = summary(
    entry(at(3), { kind: 'triage' }),
    entry(at(4), { kind: 'note', note: 'better', signs: [] }),
    entry(at(5), { kind: 'triage', level: 'emergency', signs: ['fever'], unsure: ['night-rest'] }),
  );
  expect(made.checks).toEqual([
    { at: at(5), level: 'emergency', signs: ['fever'], unsure: ['night-rest'], notAsked: [] },
  ]);
  expect(made.notesWithSigns).toEqual([]);
});

test('the PEG score is the mean of the three, to a tenth', () => {
  const { peg } = summary(entry(at(6), { kind: 'peg', peg: [6, 5, 5] }));
  expect(peg).toEqual([{ at: at(6), pain: 6, enjoyment: 5, activity: 5, score: 5.3 }]);
});

test('checks and what notes told of stand apart', () => {
  const { checks, notesWithSigns } = summary(
    entry(at(3), { kind: 'triage', level: 'urgent', signs: ['cough-strain'], notAsked: ['about-you'] }),
    entry(at(5), { kind: 'note', note: 'fever 39', signs: ['fever'] }),
  );
  expect(checks).toEqual([
    { at: at(3), level: 'urgent', signs: ['cough-strain'], unsure: [], notAsked: ['about-you'] },
  ]);
  expect(notesWithSigns).toEqual([{ at: at(5), signs: ['fever'], words: 'fever 39' }]);
});

const rating = fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined });
const anyEntry = fc
  .record({
    day: fc.integer({ min: 1, max: 30 }),
    pain: rating,
    painBefore: rating,
    painAfter: rating,
    trigger: fc.constantFrom('sitting', 'lifting'),
  })
  .map(({ day, trigger, ...pains }) => entry(at(day), { ...pains, triggers: [trigger] } as Partial<Entry>));

test('no figure is ever missing its number', () => {
  fc.assert(
    fc.property(fc.array(anyEntry), (entries) => {
      const made = summary(...entries);
      expect(JSON.stringify(made)).not.toMatch(/null|NaN|Infinity/);
      expect(made.weeks.reduce((sum, week) => sum + week.ratedDays, 0)).toBe(made.ratedDays);
    }),
  );
});

test('numbers that are no ratings count for nothing', () => {
  const made = summary(
    entry(at(2), { pain: 1e308 }),
    entry(at(3), { pain: -1 }),
    session(4, { therapy: 'ice', minutes: 1e9, painBefore: 11, painAfter: 2 }),
    entry(at(5), { kind: 'peg', peg: [1, 2, 99] }),
  );
  expect([made.ratedDays, made.peg, made.therapies[0]!.rated, made.therapies[0]!.minutes]).toEqual([1, [], 0, 1440]);
});
