import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/journal/core/records.ts';
import { responseOf } from '../../../src/report/fhir/check.ts';
import { edited, entry, revision } from '../../journal/lines.ts';
import { KNOWLEDGE, ORDINARY } from '../../triage/answers.ts';
import { bundleOf, CHECK, resourcesIn } from './bundles.ts';

interface Item {
  readonly linkId: string;
  readonly text: string;
  readonly answer?: readonly Readonly<Record<string, unknown>>[];
  readonly item?: readonly Item[];
}

const AT = '2026-06-18T09:00:00+02:00';
const ALL_SIGNS = KNOWLEDGE.checklists.flatMap(({ signs }) => signs);
const QUESTIONS = KNOWLEDGE.questions.map(({ id }) => id);

const checked = (fields: Partial<Entry>) => entry(AT, { kind: 'triage', level: 'self-care', ...fields });
const responses = (...lines: readonly Entry[]) => resourcesIn(bundleOf(lines), 'QuestionnaireResponse');
const itemsOf = (check: Entry) => (responses(check)[0]?.['item'] ?? []) as unknown as readonly Item[];

/** What was answered, by the id of the sign or question. */
function answersIn(check: Entry): Record<string, unknown> {
  const items = itemsOf(check).flatMap((one) => one.item ?? [one]);
  return Object.fromEntries(items.map(({ linkId, answer }) => [linkId, Object.values(answer![0]!)[0]]));
}

const idsWith = (answers: Record<string, unknown>, value: unknown) =>
  Object.keys(answers).filter((id) => answers[id] === value);

/** The check, had fever been asked since a day. */
const since = (day: string) => {
  const fever = { ...KNOWLEDGE.signs.get('fever')!, since: day };
  const asked = { ...KNOWLEDGE, signs: new Map([...KNOWLEDGE.signs, ['fever', fever]]) };
  return JSON.stringify(responseOf(CHECK, asked, { reference: 'urn:x', type: 'Patient' }));
};

describe('a check of the warning signs', () => {
  it('is a completed response, by the person, of that time', () => {
    const [response] = responses(CHECK);
    expect(response).toMatchObject({ status: 'completed', authored: AT });
    expect(response!['subject']).toEqual(response!['author']);
    expect(response!['subject']).toEqual(response!['source']);
  });

  it('holds each sign that was asked: there, not sure, or not there', () => {
    const answers = answersIn(CHECK);
    expect(idsWith(answers, true)).toEqual(['night-rest']);
    expect(idsWith(answers, 'not sure')).toEqual(['lump-shape']);
    const asked = ALL_SIGNS.filter((id) => KNOWLEDGE.signs.get(id)!.since === undefined);
    const others = asked.filter((id) => id !== 'night-rest' && id !== 'lump-shape');
    expect(idsWith(answers, false)).toEqual(others);
  });

  it('says nothing of a sign that was asked only later', () => {
    expect(since('2026-06-18')).toContain('"fever"');
    expect(since('2026-06-19')).not.toContain('"fever"');
  });

  it('holds the signs by checklist, and the questions, in the words in which they are asked', () => {
    const [first] = itemsOf(CHECK);
    const { id, title, signs } = KNOWLEDGE.checklists[0]!;
    expect(first).toMatchObject({ linkId: id, text: title });
    expect(first!.item!.map(({ text }) => text)).toEqual(signs.map((sign) => KNOWLEDGE.signs.get(sign)!.label));
    expect(itemsOf(CHECK).at(-1)).toEqual({
      linkId: 'trigger',
      text: 'What set it off?',
      answer: [{ valueString: 'a sudden or awkward movement or position' }],
    });
  });

  it('holds a number as one', () => {
    expect(itemsOf(CHECK).find(({ linkId }) => linkId === 'pain')!.answer).toEqual([{ valueInteger: 6 }]);
  });

  it.each([
    [6.5, { valueDecimal: 6.5 }],
    [2 ** 31, { valueDecimal: 2 ** 31 }],
    [-(2 ** 31), { valueInteger: -(2 ** 31) }],
  ])('holds %d as an integer only where FHIR has room for it', (pain, answer) => {
    expect(itemsOf(checked({ answers: { pain } }))[0]!.answer).toEqual([answer]);
  });

  it('holds no level, no diagnosis and no other code', () => {
    const text = JSON.stringify(responses({ ...CHECK, level: 'ambulance' }));
    expect(text).not.toMatch(/ambulance|snomed|icd|loinc|coding/i);
  });
});

describe('what was not asked', () => {
  const [first, ...later] = KNOWLEDGE.checklists.map(({ id }) => id);
  const early = checked({ signs: ['collapse'], answers: {}, notAsked: [...later, ...QUESTIONS] });

  it('is absent, never a no', () => {
    const shown = KNOWLEDGE.checklists.find(({ id }) => id === first)!.signs;
    expect(Object.keys(answersIn(early))).toEqual(shown);
    expect(idsWith(answersIn(early), true)).toEqual(['collapse']);
    expect(itemsOf(early).map(({ linkId }) => linkId)).toEqual([first]);
  });

  it('may be anything where an entry does not tell: only what was reported is there', () => {
    const { notAsked: _, ...silent } = checked({ signs: ['fever'], unsure: ['collapse'], answers: { age: '20-44' } });
    expect(answersIn(silent)).toEqual({ collapse: 'not sure', fever: true, age: '20 to 44' });
  });

  it('is there all the same when it was reported', () => {
    const told = checked({ signs: ['fever'], notAsked: KNOWLEDGE.checklists.map(({ id }) => id) });
    expect(answersIn(told)).toEqual({ fever: true });
  });

  it('makes no response where it is everything', () => {
    expect(responses(checked({ signs: [], notAsked: KNOWLEDGE.checklists.map(({ id }) => id) }))).toEqual([]);
    expect(responses(checked({}))).toEqual([]);
  });
});

describe('signs of which it is known whether each was on the screen', () => {
  const [list] = KNOWLEDGE.checklists;
  const [seen, unseen] = [list!.signs.slice(0, 5), list!.signs.slice(5)];
  const left = [...unseen, ...KNOWLEDGE.checklists.slice(1).map(({ id }) => id)];
  const early = checked({ signs: [seen[1]!], asked: seen, notAsked: left });

  it('are a no only where they were', () => {
    expect(Object.keys(answersIn(early))).toEqual(seen);
    expect(idsWith(answersIn(early), false)).toEqual(seen.filter((_, at) => at !== 1));
  });

  it('are absent where they were not, even if the rest of the entry says nothing of it', () => {
    expect(Object.keys(answersIn(checked({ asked: ['fever'], notAsked: [] })))).toEqual(['fever']);
    expect(Object.keys(answersIn(checked({ asked: ['fever'] })))).toEqual(['fever']);
    expect(responses(checked({ asked: [], notAsked: [] }))).toEqual([]);
  });

  it('count from the day of the entry, whenever they came to be asked', () => {
    const fever = { ...KNOWLEDGE.signs.get('fever')!, since: '2026-06-19' };
    const later = { ...KNOWLEDGE, signs: new Map([...KNOWLEDGE.signs, ['fever', fever]]) };
    const response = responseOf(checked({ asked: ['fever'] }), later, { reference: 'urn:x', type: 'Patient' });
    expect(JSON.stringify(response)).toContain('"fever"');
  });
});

describe('a check of an older version', () => {
  it('keeps the ids of signs, questions and choices that are no longer known', () => {
    const notAsked = KNOWLEDGE.checklists.map(({ id }) => id);
    const old = checked({ signs: ['old-sign'], answers: { 'old-question': 'old-choice', age: '7-9' }, notAsked });
    expect(itemsOf(old)).toEqual([
      { linkId: 'old-sign', text: 'old-sign', answer: [{ valueBoolean: true }] },
      { linkId: 'old-question', text: 'old-question', answer: [{ valueString: 'old-choice' }] },
      { linkId: 'age', text: 'How old are you?', answer: [{ valueString: '7-9' }] },
    ]);
  });

  it('that was typed as a day or a time is an item of its own, with a date', () => {
    const text = 'When did this pain begin? (as typed)';
    expect(typedItem('2026-06-17')).toEqual({ linkId: 'onset-at', text, answer: [{ valueDate: '2026-06-17' }] });
    const time = '2026-06-17T18:30:00+02:00';
    expect(typedItem(time)).toEqual({ linkId: 'onset-at', text, answer: [{ valueDateTime: time }] });
    expect(typedItem('long ago')).toBeUndefined();
  });

  it('is passed over where an answer says nothing', () => {
    const odd = { ...ORDINARY, pain: Number.POSITIVE_INFINITY, onset: ' ' };
    expect(Object.keys(answersIn(checked({ answers: odd })))).toEqual(['age', 'course', 'earlier', 'trigger']);
  });
});

describe('the signs of other entries', () => {
  it('are no answers: a note told of them', () => {
    expect(responses(entry(AT, { kind: 'note', note: 'I have a fever', signs: ['fever'] }))).toEqual([]);
  });

  it('stay one check when its questions went on', () => {
    const further = edited(CHECK, revision('2026-06-18T09:05:00+02:00'), { signs: [] });
    expect(responses(CHECK, further)).toMatchObject([{ status: 'completed', id: responses(CHECK)[0]!['id'] }]);
  });
});

function typedItem(at: string): object | undefined {
  const items = itemsOf(checked({ answers: { ...ORDINARY, onset: 'yesterday', 'onset-at': at } }));
  return items.find(({ linkId }) => linkId === 'onset-at');
}
