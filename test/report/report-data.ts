import { join } from 'node:path';
import type { Level } from '../../src/content/types.ts';
import { factsOf } from '../../src/journal/core/episode-list.ts';
import { episodesOf } from '../../src/journal/core/episodes.ts';
import { fold } from '../../src/journal/core/fold.ts';
import { habitsOf } from '../../src/journal/core/habits.ts';
import type { Entry } from '../../src/journal/core/records.ts';
import { entriesIn } from '../../src/journal/core/summary/days.ts';
import { summarise } from '../../src/journal/core/summary/summarise.ts';
import type { Period } from '../../src/journal/core/summary/types.ts';
import { episodesIn } from '../../src/report/page/episodes.ts';
import type { ReportData } from '../../src/report/page/report-data.ts';
import { openContent } from '../../src/system/content.ts';
import { entry, RULES } from '../journal/lines.ts';

const texts = openContent(join(import.meta.dirname, '../../data')).report();
const words = {
  of: (id: string) => id,
  sign: (id: string) => `the sign ${id}`,
  signLevel: (id: string) => (id === 'mild' ? 'clinician' : 'emergency') as Level,
  notAsked: (ids: readonly string[]) => ids.map((id) => `the list ${id}`),
  isLeg: (area: string) => area.endsWith('-leg'),
  entry: ({ note = '', pain }: Entry) => `pain ${pain}; ${note}`,
};

export const FORTNIGHT = { from: '2026-11-11', to: '2026-11-24' };
const NOW = new Date('2026-11-24T20:00:00Z');

/** A moment of a day of November 2026. */
export const at = (day: number, time = '12:00') => `2026-11-${String(day).padStart(2, '0')}T${time}:00+00:00`;

/** Lines of {@link FORTNIGHT} that fill each part of a report. */
export const ENTRIES = [
  entry(at(11), { pain: 8, areas: ['lower', 'left-leg'], triggers: ['sitting'], limited: true }),
  entry(at(12), { pain: 0, medicine: 'ibuprofen' }),
  entry(at(13), { kind: 'session', therapy: 'ice', minutes: 15, painBefore: 6, painAfter: 4 }),
  entry(at(14), { kind: 'peg', peg: [6, 5, 5] }),
  entry(at(20), { kind: 'triage', level: 'self-care', signs: [] }),
  entry(at(24), { pain: 3, note: 'easier' }),
];

/** What a report of some lines of a journal is made from; a sign, an area and the like have their ids as words. */
export function dataOf(
  lines: readonly Entry[],
  more: Partial<ReportData> = {},
  period: Period = FORTNIGHT,
): ReportData {
  const entries = fold(lines);
  return {
    summary: summarise(entries, period, habitsOf(NOW)),
    entries: entriesIn(entries, period, habitsOf(NOW)).toReversed(),
    all: false,
    episodes: episodesIn(factsOf(episodesOf(entries, RULES, NOW), entries, NOW), period),
    texts,
    movementTherapies: ['stretch', 'core', 'walk'],
    words,
    questions: [],
    leftOut: [],
    today: '2026-11-24',
    habits: habitsOf(NOW),
    version: '1.2.3',
    ...more,
  };
}
