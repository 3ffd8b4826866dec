import { describe, expect, test } from 'vitest';
import { episodesOf } from '../../../src/journal/core/episodes.ts';
import { fold } from '../../../src/journal/core/fold.ts';
import type { Entry } from '../../../src/journal/core/records.ts';
import { marksBeforeSpasms } from '../../../src/journal/core/summary/spasms.ts';
import { spasmLines } from '../../../src/journal/views/spasms.ts';
import { makeGlyphs } from '../../../src/terminal/glyphs.ts';
import { PLAIN } from '../../../src/terminal/style.ts';
import { content } from '../../content/data-files.ts';
import { entry, RULES } from '../lines.ts';

const PERIOD = { from: '2026-06-01', to: '2026-11-30' };
const NOW = new Date('2026-11-30T12:00:00Z');
const MARKS = content.checkIn();
const ALL = MARKS.marks.map(({ id }) => id);
const TRIGGERS = new Set(['posture', 'lifting', 'stress', 'movement']);

const dayOf = (nth: number) =>
  new Date(Date.parse('2026-06-01T00:00:00Z') + nth * 86_400_000).toISOString().slice(0, 10);
/** A check-in of a day on which nothing hurt. */
const checkIn = (nth: number, marks: readonly string[], askedMarks: readonly string[] = ALL, time = '20:00') =>
  entry(`${dayOf(nth)}T${time}:00+00:00`, { pain: 0, marks, askedMarks });
/** A spasm, and the pain that is gone two days later. */
const spasm = (nth: number, fields: Partial<Entry>) => [
  entry(`${dayOf(nth)}T09:00:00+00:00`, { pain: 7, ...fields }),
  entry(`${dayOf(nth + 1)}T09:00:00+00:00`, { pain: 0 }),
];

function compared(entries: readonly Entry[], dayBegins = 0) {
  const journal = fold(entries);
  return marksBeforeSpasms(journal, episodesOf(journal, RULES, NOW), PERIOD, MARKS, TRIGGERS, { dayBegins });
}

const SIX_OF_NINE = [
  ...[0, 15, 30, 45, 60, 75].flatMap((nth) => spasm(nth, { triggers: ['posture'] })),
  ...[90, 105, 120].flatMap((nth) => spasm(nth, { triggers: ['lifting'] })),
];
/** Thirty check-ins, twelve of them after long sitting. */
const FORTY_PERCENT = Array.from({ length: 30 }, (_, nth) => checkIn(130 + nth, nth < 12 ? ['posture'] : []));

const isComparable = (spasms: number, days: number) =>
  compared([...SIX_OF_NINE.slice(0, spasms * 2), ...FORTY_PERCENT.slice(0, days)])[0]!.isComparable;

describe('what went before spasms', () => {
  test('is counted on both sides: 6 of 9 spasms, and 12 of 30 days', () => {
    expect(compared([...SIX_OF_NINE, ...FORTY_PERCENT])).toEqual([
      { id: 'posture', spasms: { with: 6, of: 9 }, days: { with: 12, of: 30 }, isComparable: true },
    ]);
  });

  test('is compared only from five spasms and fourteen days', () => {
    expect([isComparable(5, 14), isComparable(4, 14), isComparable(5, 13)]).toEqual([true, false, false]);
  });

  test('counts a spasm only where its trigger, or a check-in of its day, is known', () => {
    const entries = [
      ...spasm(0, {}),
      ...spasm(15, { triggers: ['unknown'] }),
      ...spasm(30, {}),
      checkIn(30, ['posture', 'bad-night'], ALL, '07:00'),
      ...spasm(45, { triggers: ['lifting'] }),
    ];
    expect(compared(entries)).toEqual([
      { id: 'posture', spasms: { with: 1, of: 2 }, days: { with: 1, of: 1 }, isComparable: false },
      { id: 'bad-night', spasms: { with: 1, of: 1 }, days: { with: 1, of: 1 }, isComparable: false },
    ]);
  });

  test('has a mark if either the check-in or the trigger says so', () => {
    const entries = [...spasm(0, { triggers: ['posture'] }), checkIn(0, [], ALL, '07:00')];
    expect(compared(entries)).toMatchObject([{ id: 'posture', spasms: { with: 1, of: 1 }, days: { with: 0, of: 1 } }]);
  });

  test('counts what is named for the onset, not what is named days later', () => {
    const later = entry(`${dayOf(3)}T09:00:00+00:00`, { pain: 6, triggers: ['posture'] });
    const check = entry(`${dayOf(3)}T10:00:00+00:00`, { kind: 'triage', answers: { trigger: 'stress' } });
    const first = entry(`${dayOf(0)}T09:00:00+00:00`, { pain: 7 });
    expect(compared([first, later])).toEqual([]);
    expect(compared([first, later, check])).toMatchObject([{ id: 'stress', spasms: { with: 1, of: 1 } }]);
  });

  test('takes silence for a "no" only where the mark was on the screen', () => {
    const entries = [checkIn(0, ['stress'], ['stress']), checkIn(1, [], ['stress']), checkIn(2, ['posture'], [])];
    expect(compared(entries)).toMatchObject([
      { id: 'posture', days: { with: 1, of: 1 } },
      { id: 'stress', days: { with: 1, of: 2 } },
    ]);
  });

  test('counts the small hours for the evening before, where days begin later', () => {
    const entries = [...spasm(0, {}), checkIn(1, ['bad-night'], ALL, '02:00')];
    expect(compared(entries)).toMatchObject([{ id: 'bad-night', spasms: { with: 0, of: 0 } }]);
    expect(compared(entries, 4 * 60)).toMatchObject([{ id: 'bad-night', spasms: { with: 1, of: 1 } }]);
  });

  test('counts each day once, and only those of the period', () => {
    const twice = [checkIn(0, [], ALL, '08:00'), checkIn(0, ['stress'], ALL, '20:00'), checkIn(-3, ['stress'])];
    expect(compared(twice)).toMatchObject([{ id: 'stress', days: { with: 1, of: 1 } }]);
  });
});

describe('the lines about it', () => {
  const page = { width: 80, framed: false, style: PLAIN, glyphs: makeGlyphs(true) };
  const texts = { ...MARKS, ...content.journalTexts().stats };
  const linesOf = (entries: readonly Entry[]) =>
    spasmLines(page, compared(entries), (id) => `<${id}>`, texts).join('\n');

  test('have the numbers of both sides, and that this shows no cause', () => {
    const lines = linesOf([...SIX_OF_NINE, ...FORTY_PERCENT]);
    expect(lines).toContain('<posture>: 6 of 9 spasms (67 %); 12 of 30 days (40 %)');
    expect(lines).toContain("That doesn't show that one causes the other.");
  });

  test('say what is missing where there is too little', () => {
    const lines = linesOf([...SIX_OF_NINE.slice(0, 4), ...FORTY_PERCENT.slice(0, 3)]).replace(/\s+/g, ' ');
    expect(lines).toContain('2 of 2 spasms; 3 of 3 days (too few to compare: 5 spasms and 14 days are needed)');
    expect(lines).not.toContain('%');
  });

  test('are none where one side is empty', () => {
    expect(linesOf(SIX_OF_NINE)).toBe('');
    expect(linesOf(FORTY_PERCENT)).toBe('');
  });
});
