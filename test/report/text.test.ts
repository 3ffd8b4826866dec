import { describe, expect, test } from 'vitest';
import { doctorPage } from '../../src/report/page/doctor.ts';
import type { ReportData } from '../../src/report/page/report-data.ts';
import { textOfPage } from '../../src/report/text/page.ts';
import type { Entry } from '../../src/journal/core/records.ts';
import { entry } from '../journal/lines.ts';
import { at, dataOf, ENTRIES } from './report-data.ts';

const text = (lines: readonly Entry[], more: Partial<ReportData> = {}) => textOfPage(doctorPage(dataOf(lines, more)));

describe('the report as plain text', () => {
  test('has straight columns, also beside letters that are two columns wide', () => {
    const triggers = [['長時間の運転'], ['sitting'], ['長時間の運転', 'lifting']];
    const lines = text(triggers.map((own, day) => entry(at(20 + day), { pain: 4, triggers: own }))).split('\n');
    const rows = lines.filter((line) => line.endsWith('too few days'));
    expect(rows).toEqual([
      '長時間の運転  2 days       too few days',
      'sitting       1 day        too few days',
      'lifting       1 day        too few days',
    ]);
  });

  test('has the sections of the page', () => {
    expect(text(ENTRIES, { questions: ['Physiotherapy?'], leftOut: ['2 entries'] })).toMatchInlineSnapshot(`
      "Back pain journal
      =================

      11 Nov 2026 to 24 Nov 2026 (14 days). Pain was rated on 4 of 14 days. No entry
      was written more than a day later.

      The current episode began on 24 Nov 2026 (day 1). It is one of 3 episodes in
      this period.

      Pain, 0 to 10, in the first and last week with ratings
      ------------------------------------------------------
              11 Nov 2026 to 17 Nov 2026  18 Nov 2026 to 24 Nov 2026
      Worst   8                           3
      Median  5                           3
      Lowest  0                           3
      The median of all ratings of the week. In adults with back pain, a change of
      2 points or more usually matters.

      Days, of 6 with an entry
      ------------------------
      At 7 or more, of 4 rated     1
      Recorded as limited by pain  1
      Medicine recorded            1
      Medicines taken: ibuprofen (1 day)

      Warning signs
      -------------
      - Asked on 20 Nov 2026: none of the signs that were asked about.
        Result: self-care.
      Signs were only asked about on these dates. This does not mean that a sign is
      absent today.

      Pain by day
      -----------
      The worst pain of each day, 0 to 10. Highest 8 on 11 Nov 2026, lowest 0 on
      12 Nov 2026. Not rated on 10 of 14 days.
      11 Nov 2026  ######## 8
      12 Nov 2026  0
      13 Nov 2026  ###### 6
      14 Nov 2026  not rated
      15 Nov 2026  not rated
      16 Nov 2026  not rated
      17 Nov 2026  not rated
      18 Nov 2026  not rated
      19 Nov 2026  not rated
      20 Nov 2026  not rated
      21 Nov 2026  not rated
      22 Nov 2026  not rated
      23 Nov 2026  not rated
      24 Nov 2026  ### 3

      PEG scale
      ---------
      Date         Pain  Enjoyment  Activity  PEG
      14 Nov 2026  6     5          5         5.3
      PEG is the mean of pain, enjoyment and activity over a week, 0 to 10 (Krebs et
      al. 2009). The questions are in the program's own words.

      Where it hurt
      -------------
      - left-leg: 1 day
      - lower: 1 day

      Triggers
      --------
      Trigger  Median with  Median without
      sitting  1 day        too few days
      Days with and without a trigger are compared once there are five of each. A
      link does not show a cause.

      Self-care recorded
      ------------------
      Session  Times  Before  After  Rated  Caused pain
      ice      1      6       4      1      0

      My questions
      ------------
      1. Physiotherapy?

      Name: ________________________________________
      Date of birth: ________________________________________

      Not in this report: 2 entries.

      The patient recorded this with a computer program. It isn't a diagnosis, and
      nobody has checked it. Times and days are from the patient's own clock. Name
      and date of birth are written in by hand and never stored. Made with unspasm
      1.2.3 on 24 Nov 2026.
      "
    `);
  });

  test('has a line to write questions on, and all entries only when asked to', () => {
    expect(text(ENTRIES)).toMatch(/My questions\n-+\n_+\n/);
    expect(text(ENTRIES)).not.toContain('easier');
    expect(text(ENTRIES, { all: true })).toMatch(/All entries\n-+\n11 Nov 2026 12:00: pain 8[^]*24 Nov 2026 12:00/);
  });

  test('keeps its lines short, whatever somebody has written, and steers no terminal', () => {
    const odd = `${'long '.repeat(200)}\u001B[2J\u202E`;
    const lines = text([entry(at(12), { pain: 5, note: odd, signs: ['fever'], triggers: [odd], areas: [odd] })], {
      questions: [odd],
      all: true,
    }).split('\n');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(78);
    expect(lines.join('')).not.toMatch(/[\u001B\u202E]/);
  });

  test('names the days that a row of its chart stands for', () => {
    const rated = Array.from({ length: 28 }, (_, nth) => {
      const date = new Date(Date.UTC(2026, 9, 28 + nth, 12)).toISOString().slice(0, 19);
      return entry(`${date}+00:00`, { pain: nth === 27 ? 9 : 3 });
    });
    const over = (from: string) => textOfPage(doctorPage(dataOf(rated, {}, { from, to: '2026-11-24' })));
    expect(over('2026-10-28')).toMatch(
      /The worst pain of each 7 days, 0 to 10\.[^]*18 Nov 2026 to 24 Nov 2026 +#{9} 9\n/,
    );
    const long = over('2025-11-25');
    expect(long).toMatch(/The median of the worst pain of each day, and the worst, in each 27 days,/);
    expect(long).toMatch(/29 Oct 2026 to 24 Nov 2026 +### 3 \(worst 9\)\n/);
  });
});
