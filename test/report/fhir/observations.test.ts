import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/journal/core/records.ts';
import { entry } from '../../journal/lines.ts';
import { bundleOf, CHECK, EDITED, RATING, resourcesIn, SESSION, WEEK } from './bundles.ts';

const AT = '2026-06-17T08:00:00+02:00';
const observed = (...lines: readonly Entry[]) => resourcesIn(bundleOf(lines), 'Observation');
const valuesOf = (...lines: readonly Entry[]) =>
  observed(...lines).map(({ valueQuantity }) => (valueQuantity as { value: number }).value);

describe('a rating', () => {
  it('is an Observation of the person, about the time that it was so', () => {
    const { id: _, subject: __, performer: ___, ...observation } = observed(RATING)[0]!;
    expect(observation).toEqual({
      resourceType: 'Observation',
      status: 'final',
      category: [
        {
          coding: [
            {
              system: 'http://terminology.hl7.org/CodeSystem/observation-category',
              code: 'survey',
              display: 'Survey',
            },
          ],
        },
      ],
      code: {
        coding: [
          {
            system: 'http://loinc.org',
            code: '72514-3',
            display: 'Pain severity - 0-10 verbal numeric rating [Score] - Reported',
          },
        ],
      },
      valueQuantity: { value: 6, unit: '{score}', system: 'http://unitsofmeasure.org', code: '{score}' },
      bodySite: { text: 'lower back, down the left leg' },
      effectiveDateTime: AT,
      issued: '2026-06-17T06:00:00+00:00',
      note: [{ text: 'after the crate' }],
    });
  });

  it('is amended once it was edited, and issued when that was', () => {
    expect(observed(EDITED)).toMatchObject([
      { status: 'amended', effectiveDateTime: '2026-06-17T09:00:00+02:00', issued: '2026-06-17T08:00:00+00:00' },
    ]);
  });

  it('of a session is one before it, and one at its end, with its pauses and by the same clock', () => {
    expect(valuesOf(SESSION)).toEqual([6, 4]);
    expect(observed(SESSION).map((one) => one['effectiveDateTime'])).toEqual([
      '2026-06-17T23:50:00+02:00',
      '2026-06-18T00:10:00+02:00',
    ]);
  });

  it('of a session belongs to it, and leaves the note to it', () => {
    const bundle = bundleOf([SESSION]);
    const session = bundle.entry.find(({ resource }) => resource.resourceType === 'Procedure');
    const part = [{ reference: session!.fullUrl, type: 'Procedure' }];
    expect(observed(SESSION).map(({ partOf, note }) => [partOf, note])).toEqual([
      [part, undefined],
      [part, undefined],
    ]);
  });

  it('of a session that names no therapy holds its note once, where it ends', () => {
    const { therapy: _, ...nameless } = SESSION;
    expect(observed(nameless).map(({ note }) => note)).toEqual([undefined, [{ text: 'cold' }]]);
  });

  it('of a check is one as well', () => {
    expect(valuesOf(CHECK)).toEqual([6]);
  });

  it.each([0, 10, 6.5])('can be %d', (pain) => {
    expect(valuesOf(entry(AT, { pain }))).toEqual([pain]);
  });

  it.each([-1, 11, Number.POSITIVE_INFINITY, Number.NaN])('can not be %d', (pain) => {
    expect(observed(entry(AT, { pain }))).toEqual([]);
  });

  it('names neither a place nor a note where there is none', () => {
    const [observation] = observed(entry(AT, { pain: 5, areas: [], note: ' \u00A0' }));
    expect(observation).not.toHaveProperty('bodySite');
    expect(observation).not.toHaveProperty('note');
  });

  it('keeps the id of a place that is no longer known', () => {
    expect(observed(entry(AT, { areas: ['neck', '', 'lower'], pain: 5 }))).toMatchObject([
      { bodySite: { text: 'neck, lower back' } },
    ]);
  });

  it('holds a note of 64 KB in full', () => {
    const note = 'x'.repeat(65_536);
    expect(observed(entry(AT, { pain: 5, note }))).toMatchObject([{ note: [{ text: note }] }]);
  });
});

describe('a week on the PEG scale', () => {
  it('is one Observation: the mean, and the three items', () => {
    const [week, ...others] = observed(WEEK);
    expect(others).toEqual([]);
    expect(week).toMatchObject({ valueQuantity: { value: 7.33 }, effectiveDateTime: '2026-06-18T08:00:00+02:00' });
    const components = week!['component'] as unknown as { code: { text: string }; valueQuantity: { value: number } }[];
    expect(components.map(({ code, valueQuantity }) => [code.text, valueQuantity.value])).toEqual([
      ['PEG: pain on average, past week', 7],
      ['PEG: pain interfering with enjoyment of life, past week', 6],
      ['PEG: pain interfering with general activity, past week', 9],
    ]);
  });

  it('is coded by text alone', () => {
    expect(JSON.stringify(observed(WEEK).map(({ code, component }) => [code, component]))).not.toContain('loinc');
  });

  it.each([[[]], [[1, 2]], [[1, 2, 11]]])('is none with %j', (peg) => {
    expect(observed(entry(AT, { kind: 'peg', peg }))).toEqual([]);
  });
});

describe('what is no rating', () => {
  it.each(['note', 'medicine', 'seen', 'resolved'] as const)('makes no Observation: %s', (kind) => {
    expect(observed(entry(AT, { kind, note: 'took paracetamol', medicine: 'paracetamol' }))).toEqual([]);
  });
});
