import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/journal/core/records.ts';
import type { Period } from '../../src/journal/core/summary/types.ts';
import { html } from '../../src/report/html/markup.ts';
import { htmlOf } from '../../src/report/html/page.ts';
import { doctorPage } from '../../src/report/page/doctor.ts';
import type { ReportData } from '../../src/report/page/report-data.ts';
import { shorten } from '../../src/report/page/isolate.ts';
import { at, dataOf, ENTRIES, FORTNIGHT } from './report-data.ts';
import { entry } from '../journal/lines.ts';
import { problemsIn } from './markup-problems.ts';

const minuteOf = (day: number, minute: number) => at(day, `12:0${minute}`);

function page(entries: readonly Entry[], more: Partial<ReportData> = {}, period: Period = FORTNIGHT): string {
  return htmlOf(doctorPage(dataOf(entries, more, period)));
}

/** What stands on the page, without its markup. */
const shown = (text: string) =>
  text
    .replace(/<style>[^]*?<\/style>/, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

const signs = (...entries: Entry[]) => /Warning signs (.*?) Pain by day/.exec(shown(page(entries)))![1]!.trim();
const told = (note: string) => signs(entry(at(13), { kind: 'note', note, signs: ['fever'] })).replaceAll('&quot;', '"');
const noteOn = (day: number, written: string, sign: string) =>
  entry(at(day), { kind: 'note', note: written, signs: [sign] });
const check = (day: number, fields: Partial<Entry>) => entry(at(day), { kind: 'triage', level: 'urgent', ...fields });

describe('the page', () => {
  test('is sound markup that runs nothing and asks nothing of the network', () => {
    const text = page(ENTRIES, { all: true, questions: ['Physiotherapy?'] });
    expect(problemsIn(text)).toEqual([]);
    expect(text).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(text).not.toMatch(/<script|<link|<img|<iframe|\ssrc=|\shref=|url\(|@import|\son[a-z]+=/i);
  });

  test('tells what a clinician looks for, in order', () => {
    const text = shown(page(ENTRIES, { questions: ['Physiotherapy?'] }));
    const order = [
      '11 Nov 2026 to 24 Nov 2026 (14 days). Pain was rated on 4 of 14 days. No entry was written more than a day later.',
      'Pain, 0 to 10, in the first and last week',
      'Worst 8 3',
      'Median 5 3',
      'At 7 or more, of 4 rated 1',
      'limited by pain 1',
      'Medicine recorded 1 Medicines taken: ibuprofen (1 day)',
      'Asked on 20 Nov 2026: none of the signs that were asked about.',
      'Pain by day',
      'Highest 8 on 11 Nov 2026, lowest 0 on 12 Nov 2026. Not rated on 10 of 14 days.',
      'PEG scale',
      '14 Nov 2026 6 5 5 5.3',
      'left-leg: 1 day',
      'sitting 1 day too few days',
      'ice 1 6 4 1 0',
      'Physiotherapy?',
      'Name: Date of birth:',
      'diagnosis',
      'unspasm 1.2.3 on 24 Nov 2026',
    ];
    let from = 0;
    for (const part of order) {
      expect(text.slice(from)).toContain(part);
      from = text.indexOf(part, from) + part.length;
    }
  });

  test('has a heading for each part, captions, and words beside the picture', () => {
    const text = page(ENTRIES, { all: true });
    expect(text.match(/<h1/g)).toHaveLength(1);
    expect(text.match(/<table/g)).toHaveLength(text.match(/<caption/g)!.length);
    expect(text).toMatch(/<svg [^>]*role="img" aria-label="The worst pain of each day/);
    expect(text).toMatch(/<html lang="en">/);
  });

  test('holds every entry only when asked to', () => {
    expect(page(ENTRIES)).not.toContain('easier');
    expect(page(ENTRIES, { all: true })).toContain('24 Nov 2026 12:00');
  });
});

describe('warning signs', () => {
  test('that were never asked are said to be so', () => {
    expect(signs(ENTRIES[0]!)).toBe(
      'Warning signs were not checked in this period. A blank here does not mean that they were absent.',
    );
  });

  test('are told with what was answered, what was not sure and what was not asked', () => {
    expect(signs(check(12, { signs: ['fever'], unsure: ['night-pain'], notAsked: ['about-you'] }))).toContain(
      'Asked on 12 Nov 2026: yes: the sign fever. Not sure: the sign night-pain. Not asked: the list about-you. Result: urgent.',
    );
  });

  test('are all there, or counted, however many a check has', () => {
    const many = Array.from({ length: 12 }, (_, nth) => `s${nth}`);
    const text = signs(
      check(12, { level: 'emergency', signs: many, unsure: ['fever'], notAsked: ['soon', 'about-you'] }),
    );
    expect(text).toContain(
      'the sign s3; and 8 more. Not sure: the sign fever. Not asked: the list soon; the list about-you. Result: emergency.',
    );
  });

  test('are never hidden behind later checks that found none', () => {
    const many = Array.from({ length: 9 }, (_, nth) => check(14 + nth, { level: 'self-care', signs: [] }));
    const text = signs(check(11, { signs: ['fever'] }), ...many);
    expect(text).toContain('Asked on 11 Nov 2026: yes: the sign fever');
    expect(text).toContain('7 more checks, in which no sign was reported.');
  });

  test('that notes told of are there', () => {
    expect(told('burning up\nall night')).toContain('Note, 13 Nov 2026: "burning up all night" (the sign fever).');
    expect(told('hot '.repeat(60))).toContain(`"${'hot '.repeat(22)}h…" (the sign`);
  });
});

test('a leg is named, wherever it stands', () => {
  const areas = ['a', 'b', 'c', 'd', 'e', 'right-leg'];
  const days = areas.flatMap((area, place) =>
    Array.from({ length: 6 - place }, (_, nth) => entry(minuteOf(11 + nth, place), { areas: [area] })),
  );
  expect(shown(page(days))).toMatch(/Where it hurt right-leg: 1 day a: 6 days b: 5 days c: 4 days and 2 more/);
});

describe('little and much', () => {
  const TEN_YEARS = { from: '2016-11-25', to: '2026-11-24' };
  const YEARS = Array.from({ length: 3652 }, (_, day) =>
    entry(new Date(Date.UTC(2016, 10, 25 + day, 12)).toISOString(), {
      pain: day % 11,
      triggers: [`t${day % 40}`],
      medicine: `m${day % 30}`,
      areas: [`a${day % 20}`],
    }),
  );

  test.each([
    ['nothing', [], FORTNIGHT],
    ['one entry', [entry(at(24))], { from: '2026-11-24', to: '2026-11-24' }],
    ['ten years', YEARS, TEN_YEARS],
  ])('%s makes a sensible page', (_what, entries, period) => {
    const text = page(entries, {}, period);
    expect(problemsIn(text)).toEqual([]);
    expect(text).not.toMatch(/NaN|undefined|Infinity|\[object/);
    expect(text.match(/<li>|<tr>/g)!.length).toBeLessThan(60);
  });

  test('without ratings there are words in place of a picture', () => {
    expect(page([])).not.toContain('<svg');
    expect(shown(page([]))).toContain('No pain was rated in this period.');
  });

  test('ten years are folded into bars that can be told apart', () => {
    const bars = page(YEARS, {}, TEN_YEARS).match(/<rect/g)!.length;
    expect(bars).toBeGreaterThan(100);
    expect(bars).toBeLessThanOrEqual(130);
  });

  test('a day without an entry is not a day without pain', () => {
    const text = page([entry(at(11), { pain: 0 })]);
    expect(text.match(/class="gap"/g)).toHaveLength(13);
    expect(text.match(/class="bar"/g)).toHaveLength(1);
  });
});

describe('free text', () => {
  const HOSTILE = [
    '<script>alert(1)</script>',
    ']]>',
    '"><img src=x onerror=alert(1)>',
    "' onload='x",
    '\u001B[2J',
    '\u202Egnp.exe',
    '&lt;',
    '</style><script>',
    'x'.repeat(65_536),
  ];

  test.each(HOSTILE.map((text) => [text.slice(0, 30), text]))('%j stays text', (_name, text) => {
    const hostile = [
      entry(at(11), { pain: 5, note: text, triggers: [text], areas: [text], medicine: text }),
      entry(at(12), { kind: 'session', therapy: text, minutes: 1 }),
      entry(at(13), { kind: 'triage', level: text, signs: [text], notAsked: [text] }),
    ];
    const made = page(hostile, { questions: [text] });
    expect(problemsIn(made)).toEqual([]);
    expect(made.length).toBeLessThan(30_000);
    expect(problemsIn(page(hostile, { entries: hostile }))).toEqual([]);
  });

  test('of any kind leaves no tag but ours', () => {
    const odd = fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", '/', 'a', '!', '-', ']', '=', ' ', '\n') });
    fc.assert(
      fc.property(odd, (text) => {
        expect(html`<p title="${text}">${text}</p>`.markup.match(/[<>]/g)).toHaveLength(4);
        expect(html`<p title="${text}">${text}</p>`.markup.match(/["']/g)).toHaveLength(2);
      }),
    );
  });

  test('is cut with a mark where there is no room', () => {
    expect(shorten('a  b\nc', 10)).toBe('a b c');
    expect(shorten('abcdefghij', 5)).toBe('abcd…');
  });
});

/** How much a section says that it leaves out. */
const leftOut = (title: string, text: string) => new RegExp(`${title}.*?and (\\d+) more`).exec(shown(text))?.[1];

// The page is one sheet because no list on it grows without end; what is left out is counted.
describe('however much there is, the page holds', () => {
  const days = Array.from({ length: 14 }, (_, nth) => 11 + nth);
  const letters = Array.from('abcdefghij');

  test('four questions, the first ones, of 120 letters each', () => {
    const questions = ['A'.repeat(1000), ...letters.slice(1).map((letter) => `Question ${letter}?`)];
    const text = page([], { questions });
    expect(shown(text)).toMatch(/My questions A{100,119}… Question b\? Question c\? Question d\? and 6 more/);
    expect(shown(text)).not.toContain('Question e?');
  });

  test('four medicines, those of the most days, of 18 letters each', () => {
    const entries = letters.flatMap((letter, nth) =>
      days.slice(nth).map((day) => entry(minuteOf(day, nth), { kind: 'medicine', medicine: letter.repeat(40) })),
    );
    const taken = /Medicines taken: (.*?), and (\d+) more/.exec(shown(page(entries)))!;
    expect(taken[1]!.match(/\w+… \(\d+ days\)/g)).toHaveLength(4);
    expect(taken[1]).toMatch(
      /^a{10,17}… \(14 days\), b{10,17}… \(13 days\), c{10,17}… \(12 days\), d{10,17}… \(11 days\)$/,
    );
    expect(taken[2]).toBe('6');
  });

  test('four triggers, four sessions and four places', () => {
    const entries = letters.flatMap((letter, nth) => [
      entry(minuteOf(11, nth), { pain: 5, triggers: [`t-${letter}`], areas: [`p-${letter}`] }),
      entry(minuteOf(12, nth), { kind: 'session', therapy: `s-${letter}`, minutes: 5 }),
    ]);
    const text = page(entries);
    for (const [kind, title] of [
      ['t', 'Triggers'],
      ['s', 'Self-care recorded'],
      ['p', 'Where it hurt'],
    ] as const) {
      expect(new Set(shown(text).match(new RegExp(`\\b${kind}-[a-j]\\b`, 'g'))).size).toBe(4);
      expect(leftOut(title, text)).toBe('6');
    }
  });
});

test('of the notes with a sign the gravest that no check has looked at is quoted, not the latest', () => {
  const [grave, mild] = [noteOn(14, 'grave words', 'fever'), noteOn(16, 'mild words', 'mild')];
  expect(page([grave, mild])).toContain('grave words');
  expect(page([grave, mild])).not.toContain('mild words');
  const asked = entry(at(15), { kind: 'triage', level: 'self-care', answers: {} });
  expect(page([grave, asked, mild])).toContain('mild words');
  expect(page([grave, mild, { ...asked, at: at(17) }])).toContain('grave words');
});

describe('what was never recorded', () => {
  test('does not read as none in the burden', () => {
    const text = shown(page([entry(at(12), { pain: 5 })]));
    expect(text).toContain('Days, of 1 with an entry At 7 or more, of 1 rated 0');
    expect(text).toContain('Recorded as limited by pain – Medicine recorded –');
    expect(shown(page([entry(at(12), { pain: 5, limited: false })]))).toContain('Recorded as limited by pain 0');
  });

  test('of imported entries, when they were written is unknown', () => {
    const imported = [entry(at(12), { pain: 5, dev: 'imported' }), entry(at(13), { pain: 4, dev: 'imported' })];
    const unknown = "2 entries were imported; when they were written isn't known.";
    expect(shown(page(imported)).replaceAll('&#39;', "'")).toContain(unknown);
    expect(shown(page(imported))).not.toContain('more than a day later');
    const mixed = shown(page([...imported, entry(at(14))])).replaceAll('&#39;', "'");
    expect(mixed).toContain(`${unknown} No other entry was written more than a day later.`);
  });
});

describe('days that begin later than at midnight', () => {
  const LATE = { habits: { dayBegins: 240, twelveHours: false, weekBegins: 1 } } as const;

  test('count for dates without a time, and the page says so', () => {
    const text = shown(
      page(
        [check(22, { at: at(22, '02:00'), signs: [] }), entry(at(20, '03:00'), { kind: 'peg', peg: [6, 5, 5] })],
        LATE,
      ),
    );
    expect(text).toContain('Asked on 21 Nov 2026');
    expect(text).toContain('19 Nov 2026 6 5 5 5.3');
    expect(text.replaceAll('&#39;', "'")).toContain("The patient's days begin at 04:00: what was before that counts");
    expect(shown(page(ENTRIES))).not.toContain('days begin at');
    expect(shown(page(ENTRIES, { habits: { ...LATE.habits, twelveHours: true } }))).toContain('days begin at 4:00 am:');
  });
});

test('words that are read from right to left keep their own direction, and their count beside them', () => {
  const medicines = ['אקמול', 'ibuprofen'].map((medicine, nth) =>
    entry(minuteOf(12, nth), { kind: 'medicine', medicine }),
  );
  const text = page(medicines, { questions: ['<b>למה?'] });
  expect(text).toContain('<bdi>אקמול</bdi> (1 day), ibuprofen (1 day)');
  expect(text).toContain('<bdi>&lt;b&gt;למה?</bdi>');
});
