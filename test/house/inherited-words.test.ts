import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { parseLine } from '../../src/journal/core/parse.ts';
import type { Entry } from '../../src/journal/core/records.ts';
import { readPeriod } from '../../src/journal/core/summary/period.ts';
import { meaningOf } from '../../src/sessions/core/keys.ts';
import { COLUMNS, readCell } from '../../src/journal/exchange/columns.ts';
import { search } from '../../src/guide/search/search.ts';
import { parseSettings } from '../../src/settings/settings.ts';
import { lookUpPacked, packIndex } from '../../src/text/packed-index.ts';
import { ownValue } from '../../src/text/own-value.ts';
import { readAnswers } from '../../src/triage/core/read-answers.ts';
import { entryText } from '../../src/journal/views/journal.ts';
import { entry } from '../journal/lines.ts';
import { index } from '../guide/index.ts';
import { therapyScript } from '../sessions/scripts.ts';
import { Run } from '../sessions/stepping.ts';
import { KNOWLEDGE, ORDINARY } from '../triage/answers.ts';
import { told } from '../understanding/said.ts';
import { INHERITED_WORDS } from './inherited-words.ts';

/** The same text with a word that is nowhere special. */
const ORDINARY_WORD = 'zzyzx';

describe.each(INHERITED_WORDS)('"%s" means no more than a made-up word', (word) => {
  it.each([
    (one: string) => one,
    (one: string) => `x'${one}`,
    (one: string) => `${one}'s`,
    (one: string) => `${one}n't`,
    (one: string) => `${one}'${one}`,
    (one: string) => `w/${one}`,
    (one: string) => `my dog's ${one}, I have no ${one}`,
  ])('in a note, form %#', (form) => {
    expect(told(form(word))).toEqual(told(form(ORDINARY_WORD)));
  });

  it('in a question', () => {
    for (const question of [word, `what about ${word}?`, `@${word}`, `${word} ice`]) {
      expect(() => search(question, index)).not.toThrow();
    }
  });

  it('as a key or a word typed in a session', () => {
    const runs = [new Run(therapyScript('ice')), new Run(therapyScript('ice')).ready().lives(60_000)];
    for (const { session } of runs) expect(meaningOf(word.toLowerCase(), session)).toBeUndefined();
    for (const { session } of runs) expect(meaningOf(word, session)).toBeUndefined();
  });

  it.each(COLUMNS.filter(({ type }) => !['text', 'kind', 'time', 'list'].includes(type)))(
    'in a cell under $name',
    (column) => {
      expect(typeof readCell(column, word)).toBe('string');
    },
  );

  it('as the way a session ended, as a kind, a level or a place', () => {
    const strange: Partial<Entry> = { kind: 'session', therapy: word, ended: word, form: word, level: word };
    const text = entryText(entry('2026-11-20T10:00:00+00:00', { ...strange, areas: [word], hurt: [word] }), (id) => id);
    expect(text).not.toContain('[native code]');
    expect(text).not.toContain('[object');
  });

  it('as a field of a line of the journal', () => {
    const line = JSON.stringify(entry('2026-11-20T10:00:00+00:00')).replace('{', `{"${word}":1,`);
    const parsed = parseLine(line);
    expect(typeof parsed === 'object' && 'pain' in parsed && parsed.pain).toBe(5);
  });

  it.each([{ signs: [word] }, { signs: [], unsure: [word] }])('as a sign in %j', (given) => {
    expect(refusal({ ...ORDINARY, ...given })).toContain(`unknown sign in "${given.signs[0] ? 'signs' : 'unsure'}"`);
  });

  it('as a question, or an answer to one', () => {
    const json = JSON.stringify({ signs: [], ...ORDINARY });
    expect(refusal(json.replace('{', `{"${word}":"4",`))).toContain(`unknown question: "${word}"`);
    expect(refusal({ signs: [], ...ORDINARY, age: word })).toContain(`"age" can't be "${word}"`);
  });

  it('as a setting, or the value of one', () => {
    const text = `{"${word}":"on","country":"${word}","sound":"${word}","ice-minutes":"${word}"}`;
    expect(parseSettings(JSON.parse(text) as Record<string, unknown>)).toEqual({});
  });

  it('as a length of time', () => {
    expect(() => readPeriod({ last: word }, [], new Date('2026-11-24T12:00:00Z'))).toThrow(UsageError);
  });

  it('in a packed list, or in an object that came as it is', () => {
    expect(lookUpPacked(packIndex(new Map([['one', ['entry']]])), word)).toEqual([]);
    expect(ownValue({ one: 1 }, word)).toBeUndefined();
    expect(ownValue(JSON.parse(`{"${word}":1}`) as Record<string, number>, word)).toBe(1);
  });
});

function refusal(given: object | string): string {
  try {
    readAnswers(KNOWLEDGE, typeof given === 'string' ? given : JSON.stringify(given));
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  return '';
}
