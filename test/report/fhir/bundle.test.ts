import { describe, expect, it } from 'vitest';
import { fhirReport } from '../../../src/report/fhir/bundle.ts';
import type { Entry } from '../../../src/journal/core/records.ts';
import { entry } from '../../journal/lines.ts';
import type { Bundle, Resource } from './own-checks.ts';
import { bundleOf, CHECK, EDITED, JOURNAL, MEDICINE, OPTIONS, RATING, resourcesIn, SESSION, WEEK } from './bundles.ts';

const idsIn = (bundle: Bundle) => bundle.entry.map(({ fullUrl }) => fullUrl);
const patientOf = (bundle: Bundle) => idsIn(bundle)[0];
const during = (from: string, to: string) => bundleOf(JOURNAL, { period: { from, to } });
const leftOut = (...lines: readonly Entry[]) => fhirReport(lines, OPTIONS).leftOut;
const timesOf = (observations: readonly Resource[]) => observations.map((one) => one['effectiveDateTime'] as string);

describe('the bundle', () => {
  it('is a collection of this moment, made by this version', () => {
    const { entry: _, ...bundle } = bundleOf([RATING]);
    expect(bundle).toEqual({
      resourceType: 'Bundle',
      meta: { tag: [{ display: 'unspasm 1.2.3' }] },
      type: 'collection',
      timestamp: '2026-06-20T12:00:00+02:00',
    });
  });

  it('holds the Patient alone for an empty journal', () => {
    expect(idsIn(bundleOf([]))).toHaveLength(1);
    expect(resourcesIn(bundleOf([]), 'Patient')).toHaveLength(1);
  });

  it('says nothing of the Patient but an id', () => {
    const [patient] = resourcesIn(bundleOf(JOURNAL), 'Patient');
    expect(Object.keys(patient!)).toEqual(['resourceType', 'id']);
  });

  it('holds the oldest first, whatever it is', () => {
    const kinds = bundleOf(JOURNAL).entry.map(({ resource }) => resource.resourceType);
    expect(kinds).toEqual([
      'Patient',
      'Observation',
      'Observation',
      'Procedure',
      'Observation',
      'Observation',
      'Observation',
      'Observation',
      'QuestionnaireResponse',
      'MedicationStatement',
    ]);
    const times = timesOf(resourcesIn(bundleOf(JOURNAL), 'Observation')).map((time) => Date.parse(time));
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  it('refers to its own Patient', () => {
    const bundle = bundleOf(JOURNAL);
    const person = { reference: idsIn(bundle)[0], type: 'Patient' };
    expect(resourcesIn(bundle, 'Observation')).toEqual(
      Array.from({ length: 6 }, () => expect.objectContaining({ subject: person, performer: [person] }) as unknown),
    );
  });

  it('holds no device', () => {
    expect(JSON.stringify(bundleOf(JOURNAL))).not.toContain('laptop22');
  });

  it('leaves the entries as they are', () => {
    const lines = Object.freeze([CHECK, WEEK, SESSION, RATING].map((line) => Object.freeze(line)));
    expect(fhirReport(lines, OPTIONS)).toEqual(fhirReport(lines, OPTIONS));
  });
});

describe('the ids', () => {
  it('are the same in every export of a journal', () => {
    const later = { now: '2027-01-01T00:00:00+01:00', version: '2.0.0' };
    expect(idsIn(bundleOf(JOURNAL, later))).toEqual(idsIn(bundleOf(JOURNAL)));
  });

  it('stay when an entry is edited', () => {
    const { base: _, ...before } = EDITED;
    expect(idsIn(bundleOf([{ ...before, rev: EDITED.id }]))).toEqual(idsIn(bundleOf([EDITED])));
  });

  it('of the Patient stay in an export of other days, and are others in another journal', () => {
    const day = { from: '2026-06-18', to: '2026-06-18' };
    expect(patientOf(bundleOf(JOURNAL, { period: day }))).toBe(patientOf(bundleOf(JOURNAL)));
    expect(patientOf(bundleOf([RATING]))).toBe(patientOf(bundleOf(JOURNAL)));
    expect(patientOf(bundleOf([WEEK]))).not.toBe(patientOf(bundleOf(JOURNAL)));
  });
});

describe('a period', () => {
  it('holds both its ends, by the clock of the user', () => {
    expect(resourcesIn(during('2026-06-17', '2026-06-17'), 'Observation')).toHaveLength(4);
    expect(resourcesIn(during('2026-06-18', '2026-06-18'), 'Observation')).toHaveLength(2);
    expect(resourcesIn(during('2026-06-17', '2026-06-18'), 'Observation')).toHaveLength(6);
  });

  it('keeps a session whole that ends on the day after', () => {
    const [, , before, after] = timesOf(resourcesIn(during('2026-06-17', '2026-06-17'), 'Observation'));
    expect([before, after]).toEqual(['2026-06-17T23:50:00+02:00', '2026-06-18T00:10:00+02:00']);
  });

  it('can hold nothing', () => {
    expect(idsIn(during('2026-01-01', '2026-01-31'))).toHaveLength(1);
  });
});

describe('a transaction', () => {
  const bundle = bundleOf(JOURNAL, { type: 'transaction' });
  const requests = bundle.entry.map((one) => one['request'] as unknown as { method: string; url: string });

  it('puts every resource where it belongs, by an id of ours, so that a second one doubles nothing', () => {
    expect(bundle['type']).toBe('transaction');
    expect(requests).toEqual(
      bundle.entry.map(({ resource: { resourceType, id } }) => ({ method: 'PUT', url: `${resourceType}/${id}` })),
    );
    const later = bundleOf(JOURNAL, { type: 'transaction', now: '2027-01-01T00:00:00+01:00' });
    expect(later.entry).toEqual(bundle.entry);
  });

  it('refers to paths on the server, as it need not replace the URLs of what it updates', () => {
    const person = requests[0]!.url;
    expect(resourcesIn(bundle, 'Observation').map(({ subject }) => subject)).toEqual(
      Array.from({ length: 6 }, () => ({ reference: person, type: 'Patient' })),
    );
    expect(JSON.stringify(bundle.entry.map(({ resource }) => resource))).not.toContain('urn:uuid');
  });

  it('has the same resources as a collection, apart from the references', () => {
    expect(idsIn(bundle)).toEqual(idsIn(bundleOf(JOURNAL)));
    expect(bundleOf(JOURNAL).entry.some((one) => 'request' in one)).toBe(false);
  });
});

describe('what a bundle has no place for', () => {
  const AT = '2026-06-19T08:00:00+02:00';
  it('is named, in the bundle as well', () => {
    const lines = [
      entry(AT, { kind: 'note', note: 'slept badly', helped: ['walking'] }),
      entry('2026-06-19T09:00:00+02:00', { kind: 'seen' }),
      entry('2026-06-19T10:00:00+02:00', { triggers: ['sitting'], limited: true, pain: 4 }),
    ];
    const said = [
      '2 entries without a rating, a medicine, a session or a check',
      'triggers',
      'what helped',
      'whether pain limited the patient',
    ];
    expect(leftOut(...lines)).toEqual(said);
    expect(bundleOf(lines)['meta']).toEqual({
      tag: [{ display: 'unspasm 1.2.3' }, { display: `Not in this report: ${said.join('; ')}` }],
    });
  });

  it('is the result of a check, which is a conclusion and no answer', () => {
    expect(leftOut(CHECK)).toEqual(["the program's result of each warning-sign check"]);
  });

  it('is where it hurt, unless a rating has it', () => {
    const areas = ['lower-back', 'left-leg'];
    expect(leftOut(entry(AT, { medicine: 'ibuprofen', areas }))).toEqual([
      'where it hurt, in entries without a rating',
    ]);
    expect(leftOut(entry(AT, { pain: 4, medicine: 'ibuprofen', areas }))).toEqual([]);
  });

  it('is nothing where all of it is in the bundle, or where a field is empty', () => {
    expect(leftOut(RATING, SESSION, WEEK, MEDICINE)).toEqual([]);
    expect(leftOut(entry(AT, { pain: 4, triggers: [], helped: [] }))).toEqual([]);
  });

  it('comes after what of the journal is not in the period', () => {
    const others = ['2 entries from before 17 Jun 2026'];
    expect(fhirReport([CHECK], { ...OPTIONS, leftOut: others }).leftOut).toEqual([
      ...others,
      "the program's result of each warning-sign check",
    ]);
  });

  it('is that of the period alone', () => {
    const period = { from: '2026-06-17', to: '2026-06-17' };
    expect(fhirReport([CHECK, RATING], { ...OPTIONS, period }).leftOut).toEqual([]);
  });
});
