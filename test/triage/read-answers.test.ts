import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { readAnswers } from '../../src/triage/read-answers.ts';
import { KNOWLEDGE, ORDINARY } from './answers.ts';

const read = (given: object) => readAnswers(KNOWLEDGE, JSON.stringify(given));
const refusal = (given: object | string) => {
  try {
    readAnswers(KNOWLEDGE, typeof given === 'string' ? given : JSON.stringify(given));
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return (error as UsageError).message;
  }
  throw new Error('nothing was refused');
};

describe('answers', () => {
  it('are read when they are complete', () => {
    const { answers, ignored } = read({ signs: ['upper-back'], unsure: ['night-rest'], ...ORDINARY });
    expect([...answers.signs]).toEqual(['upper-back']);
    expect([...answers.unsure]).toEqual(['night-rest']);
    expect(answers.values.get('pain')).toBe(6);
    expect(ignored).toEqual([]);
  });

  it('need the signs, even when there are none', () => {
    expect(refusal({ ...ORDINARY })).toBe('"signs" is missing; an empty list [] means none');
  });

  it('are refused with every missing question by name', () => {
    const message = refusal({ signs: [], age: '20-44' });
    for (const id of ['onset', 'pain', 'course', 'earlier', 'trigger']) expect(message).toContain(`missing: "${id}"`);
    expect(message).not.toContain('"age"');
  });

  it.each([
    [{ signs: ['fevr'] }, 'unknown sign in "signs": "fevr" (did you mean "fever"?)'],
    [{ signs: [], unsure: ['chest_pain'] }, '(did you mean "chest-pain"?)'],
    [{ signs: [7] }, 'unknown sign in "signs": 7'],
    [{ signs: [], agee: '20-44' }, 'unknown question: "agee" (did you mean "age"?)'],
    [{ signs: [], pain: 11 }, '"pain" can\'t be 11; it takes a whole number from 0 to 10'],
    [{ signs: [], pain: 4.5 }, '"pain" can\'t be 4.5'],
    [{ signs: [], pain: '4' }, '"pain" can\'t be "4"'],
    [{ signs: [], age: 34 }, '"age" can\'t be 34; it takes under-16 | 16-19'],
    [{ signs: [], course: null }, '"course" can\'t be null'],
    [{ signs: 'fever' }, '"signs" must be a list of ids'],
  ])('%j are refused: %s', (given, message) => {
    expect(refusal({ ...ORDINARY, ...given })).toContain(message);
  });

  it.each([['{"signs":['], ['[]'], ['null'], ['7'], ['']])('that are no JSON object are refused: %s', (text) => {
    expect(refusal(text)).toMatch(/JSON/);
  });

  it('that decide an emergency are never held back by what is missing or wrong beside it', () => {
    const { answers, ignored } = read({ signs: ['chest-pain', 'fevr'], pain: 99 });
    expect(answers.signs.has('chest-pain')).toBe(true);
    expect(ignored).toHaveLength(2);
  });

  it('of somebody under 16 need nothing more, but are still checked', () => {
    expect(read({ signs: [], age: 'under-16' }).ignored).toEqual([]);
    expect(refusal({ signs: ['fevr'], age: 'under-16' })).toContain('fevr');
  });
});
