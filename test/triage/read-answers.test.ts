import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { readAnswers, type ReadTime } from '../../src/triage/core/read-answers.ts';
import { readOnset } from '../../src/triage/core/read-onset.ts';
import { KNOWLEDGE, ORDINARY } from './answers.ts';

const readTime: ReadTime = (question, typed) => readOnset(question, typed, new Date('2026-11-18T14:45:00Z'));

const read = (given: object) => readAnswers(KNOWLEDGE, JSON.stringify(given), readTime);
const errorOf = (given: object | string) => {
  try {
    readAnswers(KNOWLEDGE, typeof given === 'string' ? given : JSON.stringify(given), readTime);
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return error as UsageError;
  }
  throw new Error('nothing was refused');
};
const refusal = (given: object | string) => {
  const { message, details } = errorOf(given);
  return [message, ...details].join('\n  ');
};

describe('answers', () => {
  it('are read when they are complete', () => {
    const { answers, ignored } = read({ signs: ['upper-back'], unsure: ['night-rest'], ...ORDINARY });
    expect([...answers.signs]).toEqual(['upper-back']);
    expect([...answers.unsure]).toEqual(['night-rest']);
    expect(answers.values.get('pain')).toBe(6);
    expect(ignored).toEqual([]);
  });

  it('that are nested without end are refused in a sentence, with what would be right', () => {
    const error = errorOf(`{"signs":${'['.repeat(100_000)}${']'.repeat(100_000)}}`);
    expect(error).toMatchObject({ message: 'the answers are nested too deeply', code: 'bad-answers' });
    expect(error.hint).toContain('{"signs":["fever"]');
  });

  it('with an unknown doubt name the list in which it stands', () => {
    expect(refusal({ ...ORDINARY, signs: [], unsure: ['fevr'] })).toContain('unknown sign in "unsure": "fevr"');
  });

  it('need the signs, even when there are none', () => {
    expect(refusal({ ...ORDINARY })).toBe('"signs" is missing');
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
    [{ signs: [], pain: '6' }, '"pain" can\'t be "6"; use a whole number from 0 to 10, without quotes'],
    [{ signs: [], pain: 11 }, '"pain" can\'t be 11; use a whole number from 0 to 10'],
    [{ signs: [], pain: 4.5 }, '"pain" can\'t be 4.5'],
    [{ signs: [], pain: '4' }, '"pain" can\'t be "4"'],
    [{ signs: [], age: 34 }, '"age" can\'t be 34; use under-16 | 16-19'],
    [{ signs: [], pain: -1 }, '"pain" can\'t be -1'],
    [{ signs: [], course: null }, '"course" can\'t be null'],
    [{ signs: [['fever']] }, 'unknown sign in "signs": ["fever"]'],
    [{ signs: [], unsure: 'fever' }, '"unsure" isn\'t a list of ids'],
    [{ signs: [], sings: [] }, 'unknown question: "sings" (did you mean "signs"?)'],
    [{ signs: [], unsur: [] }, 'unknown question: "unsur" (did you mean "unsure"?)'],
    [{ signs: 'fever' }, '"signs" isn\'t a list of ids'],
  ])('%j are refused: %s', (given, message) => {
    expect(refusal({ ...ORDINARY, ...given })).toContain(message);
  });

  it.each([0, 10])('may have a pain of %i, the end of its range', (pain) => {
    expect(read({ signs: [], ...ORDINARY, pain }).answers.values.get('pain')).toBe(pain);
  });

  it.each([
    ['{"signs":[', 'bad-json', /aren't valid JSON/],
    ['', 'bad-json', /aren't valid JSON/],
    ['[]', 'bad-answers', /aren't a JSON object/],
    ['null', 'bad-answers', /aren't a JSON object/],
    ['7', 'bad-answers', /aren't a JSON object/],
    ['{}', 'bad-answers', /"signs" is missing/],
    ['{"signs":["fevr"],"age":"under-16"}', 'bad-answers', /unknown sign/],
  ])('%s are refused with a word for scripts, and with what is right: %s', (text, code, message) => {
    expect(errorOf(text)).toMatchObject({
      code,
      message: expect.stringMatching(message) as string,
      hint: expect.stringContaining('triage --questions --json') as string,
    });
  });

  it('with one fault have it on one line, with several each on its own', () => {
    expect(refusal({ ...ORDINARY, signs: ['fevr'] })).toBe('unknown sign in "signs": "fevr" (did you mean "fever"?)');
    expect(refusal({ ...ORDINARY, signs: ['fevr'], pain: 11 })).toBe(
      [
        "the answers can't be used:",
        'unknown sign in "signs": "fevr" (did you mean "fever"?)',
        '"pain" can\'t be 11; use a whole number from 0 to 10',
      ].join('\n  '),
    );
  });

  it('are not called missing where they are only wrong', () => {
    expect(refusal({ signs: [], ...ORDINARY, age: 'old' })).not.toContain('missing');
  });

  it('hold no sign that was not understood', () => {
    const { answers } = read({ signs: ['chest-pain', 'fevr', 7] });
    expect([...answers.signs]).toEqual(['chest-pain']);
  });

  it('in which only the doubts are no list give an emergency all the same, and name that', () => {
    const { answers, ignored } = read({ signs: ['chest-pain'], unsure: 'fever' });
    expect([...answers.unsure]).toEqual([]);
    expect(ignored).toEqual(['"unsure" isn\'t a list of ids']);
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
