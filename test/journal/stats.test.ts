import { describe, expect, test } from 'vitest';
import { fold } from '../../src/journal/core/fold.ts';
import type { Entry } from '../../src/journal/core/records.ts';
import { habitsOf } from '../../src/journal/core/habits.ts';
import { summarise } from '../../src/journal/core/summary/summarise.ts';
import { makeGlyphs } from '../../src/terminal/glyphs.ts';
import { PLAIN } from '../../src/terminal/style.ts';
import type { Page } from '../../src/terminal/page.ts';
import { monthLines } from '../../src/journal/views/calendar.ts';
import { entriesLines } from '../../src/journal/views/journal.ts';
import { statsDocument, statsLines } from '../../src/journal/views/stats.ts';
import { entry } from './lines.ts';

const NOW = new Date(2026, 10, 24, 12);
const TEXTS = { empty: 'Nothing was rated.', association: 'No cause is shown.' };
const page = (unicode = true, framed = true, width = 80): Page => ({
  style: PLAIN,
  glyphs: makeGlyphs(unicode),
  width,
  framed,
});
const at = (day: number, time = '12:00') => `2026-11-${String(day).padStart(2, '0')}T${time}:00+00:00`;
const same = (id: string) => id;
const FORTNIGHT = { from: '2026-11-11', to: '2026-11-24' };
const ENTRIES = fold([
  entry(at(11), { pain: 8, triggers: ['sitting'], limited: true }),
  entry(at(12), { pain: 10 }),
  entry(at(14), { pain: 5, medicine: 'ibuprofen' }),
  entry(at(20), { kind: 'session', therapy: 'ice', minutes: 15, painBefore: 4, painAfter: 2 }),
  entry(at(24), { pain: 0 }),
  entry(at(24, '13:00'), { kind: 'peg', peg: [4, 3, 3] }),
]);
const stats = (onPage: Page, entries: readonly Entry[] = ENTRIES, period = FORTNIGHT) =>
  statsLines(onPage, { summary: summarise(entries, period, habitsOf(NOW)), words: same, texts: TEXTS, now: NOW }).join(
    '\n',
  );

const month = (onPage: Page) => {
  const { days } = summarise(ENTRIES, { from: '2026-11-01', to: '2026-11-30' }, habitsOf(NOW));
  return monthLines(onPage, { title: 'November 2026', days, today: '2026-11-24' }, same, NOW).join('\n');
};

describe('log stats', () => {
  test('is a page', () => {
    expect(stats(page())).toMatchInlineSnapshot(`
      "
      Pain, 11 Nov to 24 Nov: rated on 5 of 14 days

      The worst pain of each day, from 0 to 10 (· means not rated)
        ▇█·▅·····▄···▁
        11 Nov  24 Nov

      Each week: the lowest, the median and the worst rating
        11 Nov to 17 Nov            ├─────◆───┤  5, 8, 10 (3 of 7 days)
        18 Nov to 24 Nov  ├───◆───┤              0, 2, 4 (2 of 7 days)

      Days at 7 or more: 2. Days limited by pain: 1. Days with a medicine: 1.

      Sessions, with the mean pain before and after
        • ice: once, 15 min, pain 4 before and 2 after (1 rated)

      Triggers, with the median of the worst pain on those days
        • sitting: on 1 day (too few days to compare)
        No cause is shown.

      PEG (pain, enjoyment, activity; 0 to 10): 3.3 on 24 Nov"
    `);
  });

  test('is plain letters in ASCII', () => {
    const text = stats(page(false));
    expect(text).toMatch(/^[\n\x20-\x7E]*$/);
    expect(text).toContain(
      'each of the last 14 days, 11 Nov to 24 Nov: 8, 10, unrated, 5,\nunrated for 5 days, 4, unrated for 3 days, 0.',
    );
    expect(text).toContain('|');
  });

  test('has no picture for a screen reader', () => {
    expect(stats(page(true, false))).not.toMatch(/[├┤◆▁▂▃▄▅▆▇█·]/);
    expect(stats(page(true, false))).toContain('11 Nov to 17 Nov: lowest 5, median 8, worst 10; rated on 3 of 7 days');
  });

  test.each([20, 40, 60, 64, 80, 88])('fits %i columns, and ten years do', (width) => {
    for (const text of [
      stats(page(true, true, width)),
      stats(page(true, true, width), ENTRIES, { from: '2016-11-25', to: '2026-11-24' }),
    ]) {
      for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(width);
    }
  });

  test('has the pictures of the weeks below each other, also where a week is in another year', () => {
    const days = ['2025-12-20', '2025-12-27', '2026-01-06'];
    const entries = fold(days.flatMap((day) => [0, 10].map((pain) => entry(`${day}T1${pain % 9}:00:00Z`, { pain }))));
    const summary = summarise(entries, { from: '2025-12-17', to: '2026-01-06' }, habitsOf(NOW));
    const lines = statsLines(page(), { summary, words: same, texts: TEXTS, now: new Date(2026, 0, 6, 12) });
    const pictures = lines.filter((line) => line.includes('├─'));
    expect(pictures).toHaveLength(3);
    expect(new Set(pictures.map((line) => line.indexOf('├'))).size).toBe(1);
  });

  test('says so when nothing was rated', () => {
    expect(stats(page(), [])).toBe('\nPain, 11 Nov to 24 Nov: rated on 0 of 14 days\n\nNothing was rated.');
  });

  test('lets no name steer the terminal', () => {
    expect(stats(page(), [entry(at(12), { kind: 'session', therapy: '\u001B[2J\u202Eice', minutes: 5 })])).not.toMatch(
      /[\u001B\u202E]/,
    );
  });
});

describe('log list', () => {
  test('is a sentence an entry for a screen reader', () => {
    const [first] = fold([entry(at(11), { pain: 8, note: 'after the crate' })]);
    const id = first!.id.slice(-5).toLowerCase();
    expect(entriesLines(page(true, false), [first!], same, NOW)).toEqual([
      `Wed 11 Nov 12:00: pain 8; "after the crate", id ${id}`,
    ]);
    expect(entriesLines(page(), [first!], same, NOW)).toEqual([`${id}  Wed 11 Nov 12:00  pain 8; "after the crate"`]);
  });
});

describe('log calendar', () => {
  test('has the digit of the worst pain under each day, and nothing for days to come', () => {
    expect(month(page())).toMatchInlineSnapshot(`
      "
      November 2026

       Mon  Tue  Wed  Thu  Fri  Sat  Sun
                                      1
                                      ·
        2    3    4    5    6    7    8
        ·    ·    ·    ·    ·    ·    ·
        9   10   11   12   13   14   15
        ·    ·    8   10    ·    5    ·
       16   17   18   19   20   21   22
        ·    ·    ·    ·    4+   ·    ·
       23   24   25   26   27   28   29
        ·   [0]
       30

      The worst pain of each day. · means not rated, + a session or exercise,
      [ ] today."
    `);
  });

  test('fits 40 columns', () => {
    for (const line of month(page(true, true, 40)).split('\n')) expect(line.length).toBeLessThanOrEqual(40);
  });

  test.each([20, 30])('is a list in a window of %i columns, which has no room for a week', (width) => {
    const lines = month(page(true, true, width)).split('\n');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(width);
    expect(lines.join(' ')).toContain('Wed 11 Nov: worst 8 Thu 12 Nov: worst 10');
  });

  test('is a list for a screen reader', () => {
    expect(month(page(true, false)).split('\n')).toEqual([
      '',
      'November 2026',
      '',
      'Sun 1 Nov to Tue 10 Nov: not rated',
      'Wed 11 Nov: worst 8',
      'Thu 12 Nov: worst 10',
      'Fri 13 Nov: not rated',
      'Sat 14 Nov: worst 5',
      'Sun 15 Nov to Thu 19 Nov: not rated',
      'Fri 20 Nov: worst 4; ice',
      'Sat 21 Nov to Mon 23 Nov: not rated',
      'Tue 24 Nov, today: worst 0',
    ]);
  });
});

test('a script finds notes that mention signs under "heard"', () => {
  const note = entry('2026-11-20T08:00:00+00:00', { kind: 'note', note: 'fever 39', signs: ['fever'] });
  const summary = summarise(fold([note]), { from: '2026-11-20', to: '2026-11-20' }, habitsOf(NOW));
  expect(statsDocument(summary)).toMatchObject({ heard: [{ at: note.at, signs: ['fever'], words: 'fever 39' }] });
  expect(Object.keys(statsDocument(summary))).toEqual([
    'period',
    'days',
    'ratedDays',
    'late',
    'weeks',
    'severeDays',
    'limitedDays',
    'therapies',
    'exercises',
    'triggers',
    'areas',
    'medicines',
    'medicineDays',
    'peg',
    'checks',
    'heard',
  ]);
});
