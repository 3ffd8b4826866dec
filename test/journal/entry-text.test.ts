import { describe, expect, it } from 'vitest';
import { entryText } from '../../src/journal/views/journal.ts';

const AT = '2026-06-17T08:00:00+02:00';
const WORDS = new Map([
  ['swim', 'swimming'],
  ['long-sitting', 'sat for a long time'],
]);
const words = (id: string) => WORDS.get(id) ?? id;

describe('an entry in one line', () => {
  it('says what exercise was done, for how long, and the note', () => {
    const swim = { kind: 'exercise', at: AT, activity: 'swim', minutes: 30 } as const;
    expect(entryText({ ...swim, note: 'cold water' }, words)).toBe('swimming for 30 min; "cold water"');
    expect(entryText({ kind: 'exercise', at: AT, activity: 'tango' }, words)).toBe('tango');
    expect(entryText({ kind: 'exercise', at: AT, activity: ' ', minutes: 90 }, words)).toBe('exercise for 90 min');
  });

  it('says what it is where another program left out the rest', () => {
    const texts = (['pain', 'medicine', 'note', 'session', 'triage'] as const).map((kind) =>
      entryText({ kind, at: AT }, words),
    );
    expect(texts).toEqual(['pain', 'medicine', 'note', 'session', 'warning signs checked']);
    expect(entryText({ kind: 'medicine', at: AT, medicine: ' ', note: 'with food' }, words)).toBe(
      'medicine; "with food"',
    );
  });

  it('says what happened since the day before a check-in', () => {
    const checkIn = { kind: 'pain', at: AT, pain: 0, marks: ['long-sitting', 'stress'] } as const;
    expect(entryText(checkIn, words)).toBe('pain 0; since the day before: sat for a long time, stress');
    expect(entryText({ ...checkIn, marks: [] }, words)).toBe('pain 0');
  });
});
