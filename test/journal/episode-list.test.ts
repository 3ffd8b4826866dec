import { afterAll, beforeAll, expect, it } from 'vitest';
import { factsOf } from '../../src/journal/core/episode-list.ts';
import { episodesOf } from '../../src/journal/core/episodes.ts';
import { fold } from '../../src/journal/core/fold.ts';
import type { Entry } from '../../src/journal/core/records.ts';
import { episodesDocument } from '../../src/journal/views/episodes.ts';
import { entry, RULES } from './lines.ts';
import { inZone } from './zone.ts';

inZone('Europe/Berlin', { beforeAll, afterAll });

const NOW = new Date('2026-11-20T12:00:00+01:00');
const list = (entries: readonly Entry[]) => {
  const folded = fold(entries);
  return (episodesDocument(factsOf(episodesOf(folded, RULES, NOW), folded, RULES, NOW)) as { episodes: object[] })
    .episodes;
};

it('nothing is listed of an empty journal', () => {
  expect(list([])).toEqual([]);
});

it('each episode has its length, its worst pain, its triggers and what helped; the newest comes first', () => {
  const first = entry('2026-11-01T23:00:00+01:00', { pain: 6, triggers: ['lifting'], helped: ['nothing'] });
  const ice = { kind: 'session', therapy: 'ice', minutes: 20, painBefore: 8, painAfter: 5 } as const;
  const answers = { onset: 'under-24-hours', trigger: 'posture' };
  expect(
    list([
      first,
      entry('2026-11-02T08:00:00+01:00', ice),
      entry('2026-11-02T09:00:00+01:00', { kind: 'note', note: 'x', triggers: ['stress'], helped: ['ice', 'walk'] }),
      entry('2026-11-03T08:00:00+01:00', { pain: 2, triggers: ['lifting'], helped: ['walk'] }),
      entry('2026-11-03T20:00:00+01:00', { pain: 0 }),
      entry('2026-11-10T20:00:00+01:00', { pain: 1, triggers: ['stress'] }),
      entry('2026-11-20T09:00:00+01:00', { kind: 'triage', level: 'self-care', answers, pain: 7 }),
    ]),
  ).toEqual([
    {
      start: '2026-11-20T00:00:00+01:00',
      onset: 'under-24-hours',
      end: null,
      ended: null,
      days: 1,
      worst: 7,
      triggers: ['posture'],
      helped: [],
    },
    {
      start: '2026-11-01T23:00:00+01:00',
      onset: null,
      end: '2026-11-03T20:00:00+01:00',
      ended: 'zero',
      days: 3,
      worst: 8,
      triggers: ['lifting', 'stress'],
      helped: ['walk', 'ice'],
    },
  ]);
});
