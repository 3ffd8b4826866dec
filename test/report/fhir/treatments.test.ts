import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/journal/core/records.ts';
import { edited, entry, revision } from '../../journal/lines.ts';
import { bundleOf, MEDICINE, resourcesIn, SESSION } from './bundles.ts';

const AT = '2026-06-17T08:00:00+02:00';
const medicines = (...lines: readonly Entry[]) => resourcesIn(bundleOf(lines), 'MedicationStatement');
const sessions = (...lines: readonly Entry[]) => resourcesIn(bundleOf(lines), 'Procedure');

/** A resource without its id and without those who are in it. */
function withoutPeople(resource: object): object {
  const people = new Set(['id', 'subject', 'recorder', 'asserter', 'performer', 'informationSource']);
  return Object.fromEntries(Object.entries(resource).filter(([name]) => !people.has(name)));
}

const session = (fields: Partial<Entry>) => sessions(entry(AT, { kind: 'session', therapy: 'stretch', ...fields }))[0];

describe('a medicine', () => {
  it('is a MedicationStatement in the words of the person, without a code or a dose', () => {
    const [statement] = medicines(MEDICINE);
    expect(withoutPeople(statement!)).toEqual({
      resourceType: 'MedicationStatement',
      status: 'completed',
      medicationCodeableConcept: { text: 'ibuprofen from the shop' },
      effectiveDateTime: '2026-06-18T10:00:00+02:00',
      dateAsserted: '2026-06-18T08:00:00+00:00',
      note: [{ text: 'after breakfast' }],
    });
  });

  it('that was logged with pain is there beside the rating, which has the note', () => {
    const bundle = bundleOf([entry(AT, { pain: 5, medicine: 'naproxen', note: 'woke me' })]);
    const [statement] = resourcesIn(bundle, 'MedicationStatement');
    expect(statement).toMatchObject({ medicationCodeableConcept: { text: 'naproxen' } });
    expect(statement).not.toHaveProperty('note');
    expect(resourcesIn(bundle, 'Observation')).toMatchObject([{ note: [{ text: 'woke me' }] }]);
  });

  it('keeps its id when it is edited, and says when that was', () => {
    const corrected = edited(MEDICINE, revision('2026-06-19T10:00:00+02:00'), { medicine: 'naproxen' });
    const [before] = medicines(MEDICINE);
    expect(medicines(corrected)).toMatchObject([{ id: before!.id, dateAsserted: '2026-06-19T08:00:00+00:00' }]);
  });

  it.each(['', ' \u00A0', undefined])('is none where no name is left: %j', (medicine) => {
    expect(medicines(entry(AT, { kind: 'medicine', ...(medicine !== undefined && { medicine }) }))).toEqual([]);
  });
});

describe('an exercise', () => {
  it('is a Procedure as well, with how long it took', () => {
    const swim = entry(AT, { kind: 'exercise', activity: 'swim', minutes: 30, note: 'cold water' });
    expect(withoutPeople(sessions(swim)[0]!)).toEqual({
      resourceType: 'Procedure',
      status: 'completed',
      code: { text: 'swim' },
      performedPeriod: { start: AT, end: '2026-06-17T08:30:00+02:00' },
      note: [{ text: 'cold water' }],
    });
    expect(sessions(entry(AT, { kind: 'exercise', activity: ' ' }))).toEqual([]);
  });
});

describe('a session', () => {
  it('is a Procedure that the person did, coded by text', () => {
    expect(withoutPeople(sessions({ ...SESSION, ended: 'done' })[0]!)).toEqual({
      resourceType: 'Procedure',
      status: 'completed',
      code: { text: 'ice' },
      performedPeriod: { start: '2026-06-17T23:50:00+02:00', end: '2026-06-18T00:10:00+02:00' },
      note: [{ text: 'cold' }, { text: 'Without pauses: 15 min.' }],
    });
  });

  it.each([
    ['done', 'completed', undefined],
    ['stopped', 'stopped', undefined],
    ['hurt', 'stopped', { text: 'it hurt' }],
    ['cut', 'stopped', { text: 'it was interrupted' }],
    [undefined, 'unknown', undefined],
    ['constructor', 'unknown', undefined],
  ])('that ended with %s is %s', (ended, status, statusReason) => {
    const made = session(ended === undefined ? {} : { ended })!;
    expect([made['status'], made['statusReason']]).toEqual([status, statusReason]);
  });

  it('names its form, its stretches and what hurt', () => {
    expect(session({ therapy: 'heat', form: 'pad', minutes: 20 })).toMatchObject({ code: { text: 'heat (pad)' } });
    expect(session({ stretches: ['cat-cow', 'childs-pose'], hurt: ['cat-cow', 'stretch'] })).toMatchObject({
      note: [{ text: 'Stretches: cat-cow, childs-pose.\nHurt: cat-cow, the session.' }],
    });
  });

  it('that was skipped through is not one that was completed', () => {
    const skipped = { ended: 'done', minutes: 0.5, planned: 10, stretches: ['cat-cow'] };
    expect(session(skipped)).toMatchObject({ status: 'stopped' });
    expect(session({ ...skipped, minutes: 6 })).toMatchObject({ status: 'completed' });
  });

  it('has a moment where its length is not known', () => {
    expect(session({})).toMatchObject({ performedDateTime: AT });
  });

  it('is none without the name of a therapy, and no other entry is one', () => {
    expect(session({ therapy: ' ' })).toBeUndefined();
    expect(sessions(entry(AT, { therapy: 'ice', pain: 5 }))).toEqual([]);
  });

  it('has no code', () => {
    expect(JSON.stringify([session({ ended: 'hurt' }), ...medicines(MEDICINE)])).not.toMatch(
      /"(coding|system|dosage)"/,
    );
  });
});
