import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/journal/core/records.ts';
import type { Period } from '../../src/journal/core/summary/types.ts';
import { htmlOf } from '../../src/report/html/page.ts';
import { physioPage } from '../../src/report/page/physio.ts';
import type { ReportData } from '../../src/report/page/report-data.ts';
import { textOfPage } from '../../src/report/text/page.ts';
import { entry } from '../journal/lines.ts';
import { problemsIn } from './markup-problems.ts';
import { readBack, written } from './pdf/read-back.ts';
import { at, dataOf } from './report-data.ts';

const physio = (lines: readonly Entry[], more: Partial<ReportData> = {}, period?: Period) =>
  physioPage(dataOf(lines, more, period));
const text = (lines: readonly Entry[]) => textOfPage(physio(lines));
const session = (day: number, fields: Partial<Entry>) =>
  entry(at(day, '10:00'), { kind: 'session', therapy: 'stretch', minutes: 10, planned: 10, ended: 'done', ...fields });

/** A section of the text, without its heading. */
function section(title: string, lines: readonly Entry[]): string[] {
  const [, rest = ''] = text(lines).split(`${title}\n${'-'.repeat(title.length)}\n`);
  return rest.split('\n\n')[0]!.split('\n');
}

const ENTRIES = [
  entry(at(11), { pain: 6, triggers: ['sitting'], limited: true, helped: ['heat', 'walk'] }),
  session(11, { stretches: ['cat-cow', 'childs-pose'] }),
  session(12, { stretches: ['cat-cow'], hurt: ['cat-cow'], ended: 'hurt', minutes: 6 }),
  session(13, { therapy: 'walk', minutes: 20, planned: 20 }),
  entry(at(12), { kind: 'resolved' }),
  entry(at(14), { kind: 'exercise', activity: 'swim', minutes: 30 }),
  entry(at(15), { kind: 'peg', peg: [6, 5, 5] }),
  entry(at(20), { pain: 5, triggers: ['lifting'] }),
  entry(at(22), { kind: 'peg', peg: [3, 2, 2], helped: ['heat'] }),
];

describe('the report for a physiotherapist', () => {
  test('shows movement, function, sessions, stretches, flare-ups and what helped, and no daily pain', () => {
    expect(text(ENTRIES).split('\n\n').slice(3, 12).join('\n\n')).toMatchInlineSnapshot(`
      "Exercise, walks and stretches in 14 days
      ----------------------------------------
      Active days  4
      Times        4
      Minutes      66
      A session counts once half of it, or five minutes of it, was done.

      Function in 14 days
      -------------------
      Days recorded as limited by pain  1
      PEG on 15 Nov 2026                5.3
      PEG on 22 Nov 2026                2.3
      PEG is the mean of pain, enjoyment and activity over a week, 0 to 10 (Krebs et
      al. 2009). The questions are in the program's own words.

      Warning signs
      -------------
      - Warning signs were not checked in this period. A blank here does not mean
        that they were absent.

      Week by week
      ------------
      Dates                       Days  Times  Minutes  Limited days
      18 Nov 2026 to 24 Nov 2026  0     0      0        0
      11 Nov 2026 to 17 Nov 2026  4     4      66       1

      Other exercise
      --------------
      Exercise  Times  Minutes
      swim      1      30

      Sessions
      --------
      Session  Done  Stopped  Caused pain  Minutes
      stretch  1     1        1            16
      walk     1     0        0            20

      Stretches
      ---------
      Stretch      Done  Caused pain
      cat-cow      2     1
      childs-pose  1     0

      Flare-ups
      ---------
      - 11 Nov 2026 to 12 Nov 2026 (2 days): worst 6; trigger: sitting; helped:
        heat, walk
      - Since 20 Nov 2026 (5 days so far): worst 5; trigger: lifting; helped: heat

      What helped
      -----------
      - heat: 2 days
      - walk: 1 day"
    `);
    expect(text(ENTRIES)).not.toMatch(/Pain by day|At 7 or more|Median/);
  });

  test('has its own title, and the warning signs and the questions of every report', () => {
    const page = physio([entry(at(12), { kind: 'triage', level: 'urgent', signs: ['fever'] })], {
      questions: ['Swim?'],
    });
    expect(page.title).toBe('Back pain journal: exercise and function');
    expect(textOfPage(page)).toMatch(/Warning signs\n-+\n- Asked on 12 Nov 2026: yes: the sign fever/);
    expect(textOfPage(page)).toContain('1. Swim?');
  });

  test('does not count what was skipped through', () => {
    const skipped = [session(11, { minutes: 0.5, stretches: ['cat-cow'] }), session(12, { stretches: [] })];
    expect(text(skipped)).toMatch(/Active days +0\nTimes +0\nMinutes +0\n/);
    expect(section('Sessions', skipped)[1]).toMatch(/^stretch +0 +2 +0 /);
  });

  test('counts ice as a session, but not as exercise', () => {
    const ice = [session(11, { therapy: 'ice' })];
    expect(section('Sessions', ice)[1]).toMatch(/^ice +1 +0 +0 +10$/);
    expect(text(ice)).toMatch(/Times +0\n/);
  });

  test('says which sessions were stopped; an older line without an ending is one that was done', () => {
    const { ended: _, ...older } = session(11, { therapy: 'ice' });
    const ends = ['done', 'stopped', 'cut', 'hurt'].map((ended, nth) => session(12 + nth, { therapy: 'ice', ended }));
    expect(section('Sessions', [older, ...ends])[1]).toMatch(/^ice +2 +3 +1 +50$/);
  });

  test('counts a stretch that hurt where it was done and where it ended the session', () => {
    const lines = [
      session(11, { stretches: ['a', 'b'], hurt: ['b'] }),
      session(12, { stretches: ['b'], ended: 'hurt' }),
    ];
    expect(section('Stretches', lines).slice(1)).toEqual(['b        2     1', 'a        1     0']);
  });

  test('lists what hurt first, also a stretch that was stopped before it counted as done', () => {
    const many = ['a', 'b', 'c', 'd', 'e'].map((id, nth) => session(11 + nth, { stretches: [id] }));
    const early = session(20, { stretches: [], hurt: ['early', 'stretch'], ended: 'hurt', minutes: 0.4 });
    const shown = section('Stretches', [...many, early]).slice(1);
    expect(shown).toHaveLength(6);
    expect([shown[0], shown[5]]).toEqual(['early       0     1', 'and 1 more']);
  });

  test('puts weeks together where there are many, the latest first', () => {
    const days = Array.from({ length: 365 }, (_, day) =>
      entry(new Date(Date.UTC(2025, 10, 25 + day, 12)).toISOString(), {
        kind: 'exercise',
        activity: 'swim',
        minutes: 10,
      }),
    );
    const page = physio(days, {}, { from: '2025-11-25', to: '2026-11-24' });
    const weeks = page.rows.flat().find(({ title }) => title === 'Every 9 weeks')!;
    const [shown] = weeks.content;
    const rows = shown?.kind === 'table' ? shown.table.rows : [];
    expect(rows).toHaveLength(6);
    expect(rows[0]).toEqual({ head: '23 Sep 2026 to 24 Nov 2026', cells: [63, 63, 630, '–'] });
  });

  test('lists the latest flare-ups, and says how many others there were', () => {
    const many = Array.from({ length: 7 }, (_, nth) => [
      entry(at(11 + nth * 2), { pain: 6, triggers: ['a', 'b', 'c'] }),
      entry(at(11 + nth * 2, '20:00'), { kind: 'resolved' }),
    ]).flat();
    const lines = section('Flare-ups', many);
    expect(lines[0]).toBe('- 2 earlier flare-ups, not listed here');
    expect(lines[1]).toBe('- 15 Nov 2026 (1 day): worst 6; trigger: a, b, and 1 more');
    expect(lines).toHaveLength(6);
  });

  test('of nothing says so, as HTML, as a PDF and as text', async () => {
    const page = physio([]);
    expect(problemsIn(htmlOf(page))).toEqual([]);
    expect(textOfPage(page)).not.toMatch(/NaN|undefined|Infinity/);
    const { pages } = await readBack(await written(page));
    expect(pages).toEqual([expect.stringContaining('Flare-ups None was recorded.') as string]);
  });

  test('has one page, however much there is', async () => {
    const long = 'x'.repeat(300);
    const much = Array.from({ length: 14 }, (_, nth) => [
      entry(at(11 + nth), { pain: 9, triggers: [long, `${nth}`], helped: [`${nth}${long}`], areas: [`${nth}${long}`] }),
      session(11 + nth, { therapy: `${nth}${long}`, stretches: [`${nth}${long}`], hurt: [long] }),
      entry(at(11 + nth, '15:00'), { kind: 'exercise', activity: `${nth}${long}`, minutes: 10 }),
      entry(at(11 + nth, '20:00'), { kind: 'resolved' }),
      entry(at(11 + nth, '21:00'), {
        kind: 'triage',
        level: long,
        signs: [long, long],
        unsure: [long],
        notAsked: [long],
      }),
    ]).flat();
    const page = physio(much, { questions: Array.from({ length: 9 }, () => 'Wide WORDS '.repeat(20)) });
    for (const paper of ['A4', 'Letter'] as const)
      expect((await readBack(await written(page, { paper }))).pages).toHaveLength(1);
  });
});

function core(day: number, routineLevel: string, fields: Partial<Entry> = {}): Entry {
  return session(day, { therapy: 'core', routineLevel, stretches: ['bridge'], ...fields });
}

describe('the levels of the core exercises', () => {
  const TITLE = 'Levels of the core exercises';

  test('are there with how often each was done, hurt, and was last done; the highest first', () => {
    const lines = [core(11, '1'), core(13, '1'), core(20, '2', { hurt: ['plank'] })];
    expect(section(TITLE, lines)).toEqual([
      'Core exercises  Times  Caused pain  Last',
      'Level 2         1      1            20 Nov 2026',
      'Level 1         2      0            13 Nov 2026',
    ]);
  });

  test('go from 10 over 2b to 2', () => {
    const rows = section(TITLE, [core(11, '2'), core(13, '10'), core(20, '2b')]).slice(1);
    expect(rows.map((line) => line.split(/ {2,}/)[0])).toEqual(['Level 10', 'Level 2b', 'Level 2']);
  });

  test('take no room where there is none', () => {
    expect(text(ENTRIES)).not.toContain(TITLE);
  });
});
