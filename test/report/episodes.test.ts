import { describe, expect, test } from 'vitest';
import { factsOf } from '../../src/journal/core/episode-list.ts';
import type { Entry } from '../../src/journal/core/records.ts';
import { doctorPage } from '../../src/report/page/doctor.ts';
import { episodesIn } from '../../src/report/page/episodes.ts';
import { entry } from '../journal/lines.ts';
import { at, dataOf, FORTNIGHT } from './report-data.ts';

const sentence = (lines: readonly Entry[], period = FORTNIGHT) => doctorPage(dataOf(lines, {}, period)).intro[1];
const over = (day: number) => entry(at(day), { kind: 'resolved' });

describe('the episode, which a doctor asks about first', () => {
  test('is the current one, with the day on which it began and the day it is on', () => {
    expect(sentence([entry(at(22), { pain: 6 }), entry(at(24), { pain: 5 })])).toBe(
      'The current episode began on 22 Nov 2026 (day 3).',
    );
  });

  test('began about a day that was only estimated', () => {
    const check = entry(at(24), { kind: 'triage', level: 'self-care', answers: { onset: '1-3-days' }, pain: 6 });
    expect(sentence([check])).toBe('The current episode began about 22 Nov 2026 (day 3).');
  });

  test('is the last one where it is over, and one of several', () => {
    expect(sentence([entry(at(12)), over(13), entry(at(18)), over(20)])).toBe(
      'The last episode was 18 Nov 2026 to 20 Nov 2026 (3 days). It is one of 2 episodes in this period.',
    );
  });

  test('is none where no pain was logged', () => {
    expect(sentence([])).toBe('No episode of pain was recorded in this period.');
  });

  test('that ended before the period, or began after it, is not in it', () => {
    const lines = [entry(at(2)), over(3), entry(at(8)), over(11), entry(at(24))];
    const now = new Date(at(24, '20:00'));
    const all = [
      { id: 'A', start: Date.parse(at(2)), at: at(2), end: Date.parse(at(3)) },
      { id: 'B', start: Date.parse(at(8)), at: at(8), end: Date.parse(at(11)) },
      { id: 'C', start: Date.parse(at(24)), at: at(24) },
    ];
    const touched = episodesIn(factsOf(all, lines, now), { from: '2026-11-11', to: '2026-11-23' });
    expect(touched.map(({ at: start }) => start)).toEqual([at(8)]);
  });
});
