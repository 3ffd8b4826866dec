import { afterAll, beforeAll, expect, it } from 'vitest';
import { factsOf } from '../../src/journal/core/episode-list.ts';
import { episodesOf } from '../../src/journal/core/episodes.ts';
import { fold } from '../../src/journal/core/fold.ts';
import type { Entry } from '../../src/journal/core/records.ts';
import { NO_TRIGGER, NOTHING_HELPED } from '../../src/journal/core/no-answers.ts';
import { labelLookup } from '../../src/journal/views/journal.ts';
import { type EpisodesView, episodeLines, episodesDocument } from '../../src/journal/views/episodes.ts';
import { makeGlyphs } from '../../src/terminal/glyphs.ts';
import { PLAIN } from '../../src/terminal/style.ts';
import { content } from '../content/data-files.ts';
import { entry, RULES } from './lines.ts';
import { inZone } from './zone.ts';

inZone('Europe/Berlin', { beforeAll, afterAll });

const NOW = new Date('2026-11-20T12:00:00+01:00');
const list = (entries: readonly Entry[]) => {
  const folded = fold(entries);
  return (episodesDocument(factsOf(episodesOf(folded, RULES, NOW), folded, NOW)) as { episodes: object[] }).episodes;
};

it('nothing is listed of an empty journal', () => {
  expect(list([])).toEqual([]);
});

it('each episode has its length, its worst pain, its triggers and what helped; the newest comes first', () => {
  const first = entry('2026-11-01T23:00:00+01:00', { pain: 6, triggers: ['lifting'], helped: ['nothing'] });
  const ice = { kind: 'session', therapy: 'ice', minutes: 20, painBefore: 8, painAfter: 5 } as const;
  const answers = { onset: 'under-24-hours', trigger: 'posture' };
  const check = entry('2026-11-20T09:00:00+01:00', { kind: 'triage', level: 'self-care', answers, pain: 7 });
  expect(
    list([
      first,
      entry('2026-11-02T08:00:00+01:00', ice),
      entry('2026-11-02T09:00:00+01:00', { kind: 'note', note: 'x', triggers: ['stress'], helped: ['ice', 'walk'] }),
      entry('2026-11-03T08:00:00+01:00', { pain: 2, triggers: ['lifting'], helped: ['walk'] }),
      entry('2026-11-03T20:00:00+01:00', { pain: 0 }),
      entry('2026-11-10T20:00:00+01:00', { pain: 1, triggers: ['stress'] }),
      check,
    ]),
  ).toEqual([
    {
      id: check.id,
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
      id: first.id,
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

const PAGE = { width: 1000, framed: false, style: PLAIN, glyphs: makeGlyphs(true) };
const TRIGGER = content.triage().questions.find(({ id }) => id === 'trigger')!;

function shown(entries: readonly Entry[], limits: Partial<EpisodesView['limits']> = {}): string {
  const rules = { ...RULES, ...limits };
  const folded = fold(entries);
  const view = {
    episodes: factsOf(episodesOf(folded, rules, NOW), folded, NOW),
    words: labelLookup(content.journalTexts(), TRIGGER),
    texts: content.journalTexts().episodes,
    limits: rules,
    now: NOW,
  };
  return episodeLines(PAGE, view).join('\n');
}

it('"I don\'t know" is no trigger, whether it was logged or answered in a check', () => {
  const answers = { onset: 'under-24-hours', trigger: 'unknown' };
  const check = entry('2026-11-20T08:00:00+01:00', { kind: 'triage', level: 'self-care', answers, pain: 7 });
  const unsure = entry('2026-11-20T09:00:00+01:00', { pain: 6, triggers: ['unknown'] });
  expect(list([check, unsure])).toMatchObject([{ triggers: [] }]);
  expect(shown([check, unsure])).not.toContain('trigger');
  const gradual = entry('2026-11-20T10:00:00+01:00', { pain: 6, triggers: ['unknown', 'gradual'] });
  expect(list([check, unsure, gradual])).toMatchObject([{ triggers: ['gradual'] }]);
});

it('what counts as no answer is an answer that can be given', () => {
  expect(TRIGGER.type === 'choice' && TRIGGER.choices.map(({ id }) => id)).toContain(NO_TRIGGER);
  expect(content.journalTexts().helped.map(({ id }) => id)).toContain(NOTHING_HELPED);
});

it('triggers whose words have commas can be told apart', () => {
  const both = entry('2026-11-20T09:00:00+01:00', {
    pain: 6,
    triggers: ['lifting', 'posture'],
    helped: ['ice', 'walk'],
  });
  expect(shown([both])).toContain(
    'worst 6; trigger: heavy lifting, or doing too much; trigger: sitting or standing for a long time; helped: ice, walking',
  );
  const plain = entry('2026-11-20T09:00:00+01:00', { pain: 6, triggers: ['posture', 'stress'] });
  expect(shown([plain])).toContain('worst 6; trigger: sitting or standing for a long time, stress or tension');
});

it('why one ended is said in the limits by which it was counted', () => {
  const pain = entry('2026-11-01T09:00:00+01:00', { pain: 6 });
  const zero = entry('2026-11-01T20:00:00+01:00', { pain: 0 });
  const { newEpisodePain, recoveredHours, quietDays } = content.episodes();
  expect(shown([pain, zero])).toContain(`; ended: pain 0 for ${recoveredHours} hours`);
  expect(shown([pain, zero], { recoveredHours: 48 })).toContain('; ended: pain 0 for 48 hours');
  expect(shown([pain])).toContain(`; ended: ${quietDays} days without pain of ${newEpisodePain} or more`);
  expect(shown([pain], { quietDays: 9, newEpisodePain: 3 })).toContain('; ended: 9 days without pain of 3 or more');
  expect(shown([pain, entry('2026-11-02T09:00:00+01:00', { kind: 'resolved' })])).toContain('; ended: you said');
  expect(shown([], { newEpisodePain: 4 })).toContain('pain of 4 or more');
});

it('an episode may have any number of ratings', () => {
  const [template] = fold([entry('2026-11-19T12:00:00+01:00', { pain: 6 })]);
  const many = Array.from({ length: 200_000 }, (_, at): Entry => ({ ...template!, pain: at === 7 ? 9 : 6 }));
  const [episode] = factsOf(episodesOf(many, RULES, NOW), many, NOW);
  expect(episode).toMatchObject({ worst: 9 });
});
