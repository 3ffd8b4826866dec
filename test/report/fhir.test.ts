import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/journal/records.ts';
import { fhirBundle } from '../../src/report/fhir/bundle.ts';
import { uuidOf } from '../../src/report/fhir/uuid.ts';
import { edited, entry, revision } from '../journal/lines.ts';
import { KNOWLEDGE } from '../triage/answers.ts';
import { problemsOf } from './fhir-validators.ts';

interface Resource {
  readonly resourceType: string;
  readonly [element: string]: unknown;
}

const AT = '2026-11-03T18:30:00+01:00';
const bundle = (...entries: Entry[]) =>
  fhirBundle(entries, { knowledge: KNOWLEDGE, words: (id) => `the ${id}`, now: '2026-11-24T12:00:00+01:00' }) as {
    readonly entry: { readonly fullUrl: string; readonly resource: Resource }[];
  };
const resources = (...entries: Entry[]) =>
  bundle(...entries)
    .entry.slice(1)
    .map(({ resource }) => resource);

const EVERYTHING: Entry[] = [
  entry(AT, { pain: 6, areas: ['lower', 'left-leg'], note: 'after the crate' }),
  entry('2026-11-04T08:00:00+01:00', {
    kind: 'session',
    therapy: 'ice',
    minutes: 15,
    took: 20,
    painBefore: 6,
    painAfter: 4,
  }),
  entry('2026-11-05T08:00:00+01:00', { kind: 'peg', peg: [6, 5, 5] }),
  entry('2026-11-06T08:00:00+01:00', {
    kind: 'triage',
    level: 'urgent',
    signs: ['cough-strain'],
    unsure: ['fever'],
    answers: { age: '20-44', pain: 6 },
    notAsked: ['about-you'],
  }),
  entry('2026-11-07T08:00:00+01:00', { kind: 'medicine', medicine: 'ibuprofen' }),
];

describe('a bundle', () => {
  test('passes two validators, with everything in it and with nothing', () => {
    expect(problemsOf(bundle(...EVERYTHING))).toEqual([]);
    expect(problemsOf(bundle())).toEqual([]);
  });

  test('names nobody, no medicine, no diagnosis and no SNOMED', () => {
    const text = JSON.stringify(bundle(...EVERYTHING));
    expect(bundle(...EVERYTHING).entry[0]!.resource).toEqual({ resourceType: 'Patient', id: 'self' });
    expect(text).not.toMatch(/snomed|ibuprofen|Condition|icd|urgent/i);
  });

  test('is the same twice, each thing with a name of its own', () => {
    expect(bundle(...EVERYTHING)).toEqual(bundle(...EVERYTHING));
    const names = bundle(...EVERYTHING).entry.map(({ fullUrl }) => fullUrl);
    expect(new Set(names).size).toBe(names.length);
    expect(uuidOf('a')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

describe('a rating', () => {
  test('is an Observation of LOINC 72514-3, a survey, with its time and offset', () => {
    expect(resources(EVERYTHING[0]!)).toEqual([
      expect.objectContaining({
        resourceType: 'Observation',
        status: 'final',
        code: expect.objectContaining({
          coding: [expect.objectContaining({ system: 'http://loinc.org', code: '72514-3' })],
        }),
        category: [{ coding: [expect.objectContaining({ code: 'survey' })] }],
        effectiveDateTime: AT,
        valueQuantity: { value: 6, unit: '{score}', system: 'http://unitsofmeasure.org', code: '{score}' },
        bodySite: { text: 'the lower, the left-leg' },
        note: [{ text: 'after the crate' }],
      }),
    ]);
  });

  test('is amended when it was changed', () => {
    expect(resources(edited(EVERYTHING[0]!, revision('2026-11-10T00:00:00Z'), { pain: 5 }))[0]).toMatchObject({
      status: 'amended',
    });
  });

  test('before a session is at its beginning, the one after at its end', () => {
    expect(resources(EVERYTHING[1]!).map((one) => one['effectiveDateTime'])).toEqual([
      '2026-11-04T08:00:00+01:00',
      '2026-11-04T08:20:00+01:00',
    ]);
  });

  test('of the PEG scale has its three parts, and no code that nobody has checked', () => {
    expect(resources(EVERYTHING[2]!)[0]).toMatchObject({
      code: { text: expect.stringContaining('PEG') },
      valueQuantity: { value: 5.3 },
    });
    expect(resources(EVERYTHING[2]!)[0]!['component']).toHaveLength(3);
  });
});

describe('a check', () => {
  type Item = { readonly linkId: string; readonly item?: Item[]; readonly answer?: object[] };
  const items = (check: Entry) => resources(check)[0]!['item'] as Item[];
  const check = EVERYTHING[3]!;

  test('holds what was asked, as yes, no or not sure', () => {
    const answers = Object.fromEntries(
      items(check).flatMap(({ item = [] }) => item.map(({ linkId, answer }) => [linkId, answer])),
    );
    expect(answers).toMatchObject({
      'cough-strain': [{ valueBoolean: true }],
      fever: [{ valueString: 'not sure' }],
      'weight-loss': [{ valueBoolean: false }],
    });
  });

  test('never says no to what was not asked', () => {
    const about = KNOWLEDGE.checklists.find(({ id }) => id === 'about-you')!;
    expect(JSON.stringify(items(check))).not.toMatch(new RegExp(about.signs.map((sign) => `"${sign}"`).join('|')));
    expect(items(check).map(({ linkId }) => linkId)).not.toContain('about-you');
  });

  test('keeps a sign that was reported though its list was not asked, or that is known no more', () => {
    const odd = { ...check, signs: ['former-sign'], notAsked: KNOWLEDGE.checklists.map(({ id }) => id) };
    expect(items(odd)[0]).toMatchObject({
      linkId: 'others',
      item: [{ linkId: 'former-sign', answer: [{ valueBoolean: true }] }, { linkId: 'fever' }],
    });
    expect(problemsOf(bundle(odd))).toEqual([]);
  });

  test('holds the answers to questions in their words', () => {
    expect(items(check).slice(-2)).toMatchObject([
      { linkId: 'age', answer: [{ valueString: expect.any(String) }] },
      { linkId: 'pain', answer: [{ valueInteger: 6 }] },
    ]);
  });
});

const rating = fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined });
const odd = fc.string({ unit: 'binary', maxLength: 30 });
const anyEntry = fc
  .record({
    day: fc.integer({ min: 1, max: 28 }),
    pain: rating,
    painBefore: rating,
    painAfter: rating,
    note: odd,
    area: odd,
    therapy: odd,
    kind: fc.constantFrom('pain', 'session', 'triage'),
  })
  .map(({ day, area, ...fields }) =>
    entry(
      `2026-02-${String(day).padStart(2, '0')}T10:00Z`,
      JSON.parse(
        JSON.stringify({
          ...fields,
          areas: [area],
          minutes: 10,
          signs: ['fever', area],
          answers: { [area]: area },
          level: 'urgent',
        }),
      ) as Partial<Entry>,
    ),
  );

test('whatever an entry holds, the bundle is sound', () => {
  fc.assert(
    fc.property(fc.array(anyEntry, { maxLength: 3 }), (entries) => {
      expect(problemsOf(bundle(...entries))).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test('a note of 64 KB is carried whole', () => {
  const note = 'x '.repeat(32_000).trim();
  expect(resources(entry(AT, { pain: 1, note }))[0]!['note']).toEqual([{ text: note }]);
});

// A check that finds nothing would find nothing here, either.
describe('the checks find', () => {
  const good = JSON.stringify(bundle(...EVERYTHING));
  const MUTATIONS: [what: string, from: string | RegExp, to: string][] = [
    ['no status', '"status":"final",', ''],
    ['a status that there is none', '"status":"final"', '"status":"done"'],
    ['two values', '"valueQuantity":{', '"valueString":"six","valueQuantity":{'],
    ['no code', /"code":\{"coding":\[[^{]*\{"system":"http:\/\/loinc.*?"text":"Pain, 0 to 10"\},/, ''],
    ['a date without its parts', AT, '3 Nov 2026'],
    ['a month that there is none', AT, '2026-13-03T18:30:00+01:00'],
    ['an id of wrong letters', /"id":"[^"]{36}"/, '"id":"a b"'],
    ['an empty note', '{"text":"after the crate"}', '{"text":" "}'],
    ['an empty list', '"note":[{"text":"after the crate"}]', '"note":[]'],
    ['an unknown element', '"effectiveDateTime"', '"effectiveDay":"x","effectiveDateTime"'],
    ['a value of the wrong kind', '"value":6', '"value":"six"'],
    ['no subject that is a reference', /"subject":\{"reference":"[^"]*"\}/, '"subject":"me"'],
    ['a type of bundle that there is none', '"type":"collection"', '"type":"pile"'],
    ['a resource that there is none', '"resourceType":"QuestionnaireResponse"', '"resourceType":"Quiz"'],
    ['an item without its link', '"linkId":"fever",', ''],
  ];

  test.each(MUTATIONS)('%s', (_what, from, to) => {
    const mutated = good.replace(from, to);
    expect(mutated).not.toBe(good);
    expect(problemsOf(JSON.parse(mutated) as object)).not.toEqual([]);
  });
});
