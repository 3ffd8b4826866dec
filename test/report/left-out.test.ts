import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/journal/core/records.ts';
import { htmlOf } from '../../src/report/html/page.ts';
import { leftOutOf, leftOutOfPage, usable } from '../../src/report/left-out.ts';
import { doctorPage } from '../../src/report/page/doctor.ts';
import { textOfPage } from '../../src/report/text/page.ts';
import { entry } from '../journal/lines.ts';
import { dataOf, FORTNIGHT } from './report-data.ts';

const NOW = new Date('2026-11-24T20:00:00Z');
const hour = (hours: string) => `2026-11-12T${hours}:00:00Z`;
const said = (entries: readonly Entry[], bad = 0, period = FORTNIGHT) =>
  leftOutOf(usable(entries, bad, NOW), period, { dayBegins: 0 });

describe('what of the journal is not in a report', () => {
  test('is nothing where all of it is', () => {
    expect(said([entry('2026-11-11T00:00:00+02:00'), entry('2026-11-24T19:00:00+00:00')])).toEqual([]);
  });

  test('is what is about other days, by the clock of the person', () => {
    const early = [entry('2026-11-10T23:59:00-09:00'), entry('2026-10-01T08:00:00+00:00')];
    const late = entry('2026-11-15T00:00:00+14:00');
    expect(said([...early, late], 0, { from: '2026-11-11', to: '2026-11-14' })).toEqual([
      '2 entries from before 11 Nov 2026',
      '1 entry from after 14 Nov 2026',
    ]);
  });

  test('is what a wrong clock put into the future, today as well as in years', () => {
    const { entries, ahead } = usable(
      [entry('2027-11-24T08:00:00Z'), entry('2026-11-24T23:00:00Z'), entry('2026-11-24T20:01:00Z')],
      0,
      NOW,
    );
    expect([entries.map(({ at }) => at), ahead]).toEqual([['2026-11-24T20:01:00Z'], 2]);
    expect(said([entry('2027-11-24T08:00:00Z')])).toEqual(['1 entry with a time in the future']);
  });

  test('is what cannot be read', () => {
    expect(said([], 1)).toEqual(["1 line of the journal that can't be read"]);
    expect(said([], 3)).toEqual(["3 lines of the journal that can't be read"]);
  });

  test('is what a page has no room for: the words of notes, unless every entry is added', () => {
    const entries = [
      entry(hour('08'), { pain: 5, note: 'slept badly' }),
      entry(hour('09'), { kind: 'note', note: ' ' }),
      entry(hour('10'), { kind: 'note', note: 'hot and shivering', signs: ['fever'] }),
      entry(hour('11'), { kind: 'medicine', medicine: 'ibuprofen', note: 'after lunch' }),
    ];
    expect(leftOutOfPage(entries, 'doctor', false)).toEqual(['the words of 2 notes']);
    expect(leftOutOfPage(entries, 'physio', false)).toEqual([
      'the words of 2 notes',
      'the pain of each day',
      'medicines',
    ]);
    expect(leftOutOfPage(entries, 'physio', true)).toEqual([]);
    expect(leftOutOfPage([entry(hour('12'), { kind: 'exercise', activity: 'swim' })], 'physio', false)).toEqual([]);
  });

  test('is one plain line at the end of the page', () => {
    const page = doctorPage(dataOf([entry('2026-11-12T08:00:00Z')], { leftOut: ['2 entries from before', '1 line'] }));
    expect(page.foot[0]).toBe('Not in this report: 2 entries from before; 1 line.');
    expect(htmlOf(page)).toContain('<p class="small">Not in this report: 2 entries from before; 1 line.</p>');
    expect(textOfPage(page)).toContain('\n\nNot in this report: 2 entries from before; 1 line.\n\n');
    expect(htmlOf(doctorPage(dataOf([])))).not.toContain('Not in this report');
  });
});
