import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Condition, type Level, LEVELS, type Question } from '../../src/content/types.ts';
import { keptAnswers } from '../../src/triage/core/answers.ts';
import { evaluate } from '../../src/triage/core/evaluate.ts';
import { highest } from '../../src/triage/core/levels.ts';
import type { EmergencyNumber } from '../../src/triage/core/emergency-number.ts';
import { resultOf } from '../../src/triage/core/result.ts';
import { answers, GUIDE_SIGNS, KNOWLEDGE } from './answers.ts';
import cases from './regression-cases.json' with { type: 'json' };
import { tries } from '../tries.ts';

const NOWHERE: EmergencyNumber = { inFull: 'the local number', brief: 'the local number' };
const SIGNS = [...KNOWLEDGE.signs.keys()];
const urgencyOf = (...given: Parameters<typeof answers>) =>
  LEVELS.indexOf(evaluate(KNOWLEDGE, answers(...given)).level);
const levelOf = (...given: Parameters<typeof answers>) => evaluate(KNOWLEDGE, answers(...given)).level;
const reasonsFor = (...given: Parameters<typeof answers>) =>
  evaluate(KNOWLEDGE, answers(...given)).reasons.map(({ id }) => id);

function valuesOf(question: Question): (string | number)[] {
  // The rules go by the spans of a question that has some: onset.test.ts compares every choice with its span.
  if (question.type === 'choice') return (question.spans ?? question.choices).map((choice) => choice.id);
  return question.words.map((_, at) => question.min + at);
}

const anyValues = fc.record(
  Object.fromEntries(KNOWLEDGE.questions.map((question) => [question.id, fc.constantFrom(...valuesOf(question))])),
);
const anySigns = fc.subarray(SIGNS);

describe('the level', () => {
  it.each(cases)('$id, $case: $level', ({ answers: given, level }) => {
    const { signs, ...values } = given;
    expect(levelOf(signs, values)).toBe(level);
  });

  it.each(SIGNS)('is never below that of a reported sign: %s', (id) => {
    expect(urgencyOf([id])).toBeLessThanOrEqual(LEVELS.indexOf(KNOWLEDGE.signs.get(id)!.level));
  });

  it.each([
    ['at 60', [], { age: '60-69', pain: 8 }, 'emergency'],
    ['on blood thinners', ['blood-thinner'], { pain: 8 }, 'emergency'],
    ['with fragile bones', ['fragile-bones'], {}, 'urgent'],
  ])('takes a trigger that nobody knows for none: %s', (_, signs, values, level) => {
    expect(levelOf(signs, { ...values, trigger: 'unknown' })).toBe(level);
  });

  it('is never lowered by one more sign, whatever else was said', () => {
    const oneMore = fc.property(
      anySigns,
      anySigns,
      anyValues,
      fc.constantFrom(...SIGNS),
      (signs, unsure, values, more) => {
        return urgencyOf([...signs, more], values, unsure) <= urgencyOf(signs, values, unsure);
      },
    );
    fc.assert(oneMore, tries(1000));
  });

  it('is never lowered by a sign that turns from unsure to sure', () => {
    const sure = fc.property(anySigns, anyValues, fc.constantFrom(...SIGNS), (signs, values, doubtful) => {
      return urgencyOf([...signs, doubtful], values) <= urgencyOf(signs, values, [doubtful]);
    });
    fc.assert(sure, tries(700));
  });

  it.each(GUIDE_SIGNS)('is at least emergency with the sign of the guide, whatever else was said: %s', (id) => {
    const whatever = fc.property(anySigns, anyValues, (signs, values) => {
      return ['ambulance', 'emergency'].includes(levelOf([...signs, id], values));
    });
    fc.assert(whatever, tries(100));
  });

  it('counts "not sure" as yes for the two upper levels, and as a reason to see a doctor for an urgent sign', () => {
    const expected: Record<Level, Level> = {
      ambulance: 'ambulance',
      emergency: 'emergency',
      urgent: 'clinician',
      clinician: 'self-care',
      'self-care': 'self-care',
    };
    for (const [id, { level }] of KNOWLEDGE.signs) expect(levelOf([], {}, [id]), id).toBe(expected[level]);
  });

  it.each([
    ['with another', ['night-rest', 'unwell'], {}],
    ['in severe pain', ['night-rest'], { pain: 7 }],
    ['when it gets worse', ['night-rest'], { course: 'worse' }],
  ])('is urgent for an urgent sign that one is not sure about, %s', (_, unsure, values) => {
    expect(levelOf([], values, unsure)).toBe('urgent');
    expect(levelOf([], values, [])).not.toBe('urgent');
  });

  const DAYS = ['under-24-hours', '1-3-days'];
  const FIRST_AT_17 = { age: '16-19', earlier: 'never', trigger: 'lifting', onset: '1-3-days', pain: 4 };
  const WORSE_AT_74 = { age: '70-plus', onset: 'over-6-weeks', course: 'worse', trigger: 'gradual', pain: 5 };

  it.each([
    ['7 and worse', { pain: 7, course: 'worse' }, 'clinician'],
    ['9', { pain: 9 }, 'clinician'],
    ['10 and too early to say', { pain: 10, course: 'unknown' }, 'clinician'],
    ['9 and worse', { pain: 9, course: 'worse' }, 'urgent'],
    ['8 and the same', { pain: 8 }, 'self-care'],
    ['6 and worse, within a day', { pain: 6, course: 'worse', onset: 'under-24-hours' }, 'self-care'],
  ])('counts severe pain from the first hour: %s', (_, values, level) => {
    for (const onset of 'onset' in values ? [values.onset] : DAYS) {
      expect(levelOf([], { ...values, onset }), onset).toBe(level);
    }
  });

  it.each([
    ['fragile bones, whatever set it off', ['fragile-bones'], { trigger: 'gradual', pain: 5 }, 'clinician'],
    ['fragile bones, severe', ['fragile-bones'], { trigger: 'gradual', pain: 7 }, 'urgent'],
    ['fragile bones, from sitting', ['fragile-bones'], { trigger: 'posture', pain: 5 }, 'clinician'],
    ['70, out of the blue', [], { age: '70-plus', trigger: 'out-of-the-blue', pain: 6 }, 'clinician'],
    ['70, slowly', [], { age: '70-plus', trigger: 'gradual', pain: 2 }, 'clinician'],
    ['70, after a movement', [], { age: '70-plus', trigger: 'movement', pain: 4 }, 'self-care'],
    ['blood thinner, small knock', ['blood-thinner'], { trigger: 'knock', pain: 1, course: 'better' }, 'urgent'],
    ['blood thinner, knock, severe', ['blood-thinner'], { trigger: 'knock', pain: 7 }, 'emergency'],
    ['blood thinner, knock, worse', ['blood-thinner'], { trigger: 'knock', course: 'worse' }, 'emergency'],
    ['blood thinner, knock, bruise', ['blood-thinner', 'lump-shape'], { trigger: 'knock' }, 'emergency'],
    ['pregnant, first months', ['pregnant-early'], {}, 'clinician'],
    ['pregnant, later', ['pregnant'], {}, 'urgent'],
    ['first months, fever', ['pregnant-early', 'kidney-signs'], {}, 'emergency'],
    ['effort', ['effort-pain'], { course: 'better', pain: 3 }, 'urgent'],
    ['calf', ['calf-swelling'], {}, 'urgent'],
    ['calf, breathless', ['calf-swelling', 'collapse'], {}, 'ambulance'],
    ['back to belly', ['belly-spread'], { pain: 4 }, 'urgent'],
    ['back to belly at 66', ['belly-spread'], { age: '60-69', pain: 4 }, 'emergency'],
    ['injection near the hip, rising', ['infection-risk', 'diabetes'], { course: 'worse', pain: 5 }, 'urgent'],
    ['17, first ever, after a move, better', [], { ...FIRST_AT_17, course: 'better' }, 'self-care'],
    ['17, first ever, after a move, the same', [], { ...FIRST_AT_17, course: 'same' }, 'clinician'],
    [
      '17, first ever, for no reason, better',
      [],
      { ...FIRST_AT_17, course: 'better', trigger: 'unknown' },
      'clinician',
    ],
    ['57, first ever, after a move, better', [], { ...FIRST_AT_17, age: '55-59', course: 'better' }, 'clinician'],
    ['74, for months, worse', [], { ...WORSE_AT_74, earlier: 'once-or-twice' }, 'urgent'],
    ['74, as so often, worse', [], { ...WORSE_AT_74, earlier: 'three-or-more' }, 'clinician'],
    ['74, as so often, worse and severe', [], { ...WORSE_AT_74, earlier: 'three-or-more', pain: 7 }, 'urgent'],
    ['digging at 51', [], { age: '45-54', onset: '1-3-days', pain: 4, trigger: 'lifting' }, 'self-care'],
  ] as const)('weighs risks: %s', (_, signs, values, level) => {
    expect(levelOf(signs, values)).toBe(level);
  });

  const AT_62 = { age: '60-69', earlier: 'once-or-twice', onset: '1-3-days', pain: 5, course: 'same' };
  it.each([
    ['first ever, and severe', { earlier: 'never', pain: 7 }],
    ['first ever, and for weeks', { earlier: 'never', onset: '2-6-weeks' }],
    ['for weeks, and worse', { onset: 'over-6-weeks', course: 'worse' }],
    ['severe, and worse', { pain: 8, course: 'worse' }],
  ])('adds reasons up from 55 on: %s', (_, values) => {
    expect(levelOf([], { ...AT_62, ...values })).toBe('urgent');
    expect(levelOf([], { ...AT_62, ...values, course: 'better', pain: 5 })).not.toBe('urgent');
    for (const [question, value] of Object.entries(values)) {
      expect(['clinician', 'self-care'], question).toContain(levelOf([], { ...AT_62, [question]: value }));
    }
  });

  it('adds them up below 55 where all of them are there', () => {
    expect(levelOf([], { onset: '2-6-weeks', course: 'worse', pain: 7 })).toBe('urgent');
    expect(levelOf([], { onset: '2-6-weeks', course: 'worse', pain: 6 })).toBe('clinician');
  });

  it('is no emergency for an old accident that heals, and one for a new or a worse one', () => {
    const old = { trigger: 'accident', onset: 'over-6-weeks', pain: 2, course: 'better' };
    expect(levelOf([], old)).toBe('clinician');
    for (const change of [{ onset: '1-3-days' }, { course: 'worse' }, { pain: 8 }]) {
      expect(levelOf([], { ...old, ...change })).toBe('emergency');
    }
    expect(levelOf(['severe-injury'], old)).toBe('emergency');
  });

  it('is decided by the signs, not by questions that nobody answered', () => {
    const silent = { signs: new Set<string>(), unsure: new Set<string>(), values: new Map<string, string>() };
    expect(evaluate(KNOWLEDGE, silent).level).toBe('self-care');
  });

  it('is never below what an earlier check of the same answers came to', () => {
    expect(evaluate(KNOWLEDGE, { ...answers([]), least: 'urgent' }).level).toBe('urgent');
    expect(evaluate(KNOWLEDGE, { ...answers(['fever']), least: 'urgent' }).level).toBe('emergency');
    expect(evaluate(KNOWLEDGE, { ...answers([]), least: 'self-care' }).level).toBe('self-care');
  });

  it('keeps pain alone down one leg with a clinician', () => {
    expect(levelOf(['one-leg-pain'])).toBe('clinician');
    expect(levelOf(['one-leg-pain', 'leg-numbness-weakness'])).toBe('emergency');
    expect(levelOf(['one-leg-pain', 'cancer-history'])).toBe('emergency');
  });

  it('leaves a risk factor alone below an emergency department', () => {
    for (const id of ['cancer-history', 'fragile-bones', 'infection-risk', 'diabetes', 'blood-thinner']) {
      expect(['clinician', 'self-care'], id).toContain(levelOf([id], { trigger: 'posture' }));
    }
  });
});

describe('the reasons', () => {
  it('begin with the most urgent, be it a sign or a rule', () => {
    expect(reasonsFor(['one-leg-pain', 'cancer-history'])).toEqual(['cancer-leg', 'one-leg-pain', 'cancer-history']);
  });

  it('leave out a risk factor that decides nothing by itself', () => {
    expect(reasonsFor(['diabetes', 'blood-thinner'], { trigger: 'posture' })).toEqual([]);
  });

  it('leave out a rule that says less of the same', () => {
    expect(reasonsFor([], { pain: 9, course: 'worse', onset: '1-3-days' })).toEqual(['severe-9-worse']);
    expect(reasonsFor([], { pain: 7, course: 'worse', onset: '1-3-days' })).toEqual(['severe-worse']);
    expect(reasonsFor([], {}, ['night-rest', 'unwell'])).toEqual(['in-doubt-severe']);
  });
});

// The conditions that make a condition true: of "at least so many", the first ones.
function simplest(condition: Condition): Condition[] {
  return 'of' in condition ? condition.of.slice(0, condition.atLeast).flatMap(simplest) : [condition];
}

describe('each rule', () => {
  it.each(KNOWLEDGE.rules)('$id holds for some answers, and names its level', (rule) => {
    const met = rule.all.flatMap((row) => simplest(row[0]!));
    const signs = met.flatMap((one) => ('sign' in one ? [one.sign] : []));
    const entries = met.flatMap((one) =>
      'question' in one ? [[one.question, 'from' in one ? one.from : one.is[0]!] as const] : [],
    );
    const doubts = met.some((one) => 'inDoubt' in one) ? ['night-rest', 'unwell'] : [];
    const finding = evaluate(KNOWLEDGE, answers(signs, Object.fromEntries(entries), doubts));
    expect(finding.rules.map(({ id }) => id)).toContain(rule.id);
    expect(LEVELS.indexOf(finding.level)).toBeLessThanOrEqual(LEVELS.indexOf(rule.level));
  });
});

/** The answers to a question between which something differs: of numbers the least, and those that a condition names. */
function decidingValues(question: Question): (string | number)[] {
  if (question.type === 'choice') return valuesOf(question);
  const found = new Set([question.min]);
  JSON.stringify(KNOWLEDGE, (_, part: { question?: string; from?: number } | null) => {
    if (part?.question === question.id && part.from !== undefined) found.add(part.from);
    return part;
  });
  return [...found];
}

describe('every complete set of answers', () => {
  it('has a level, a headline and a plan: all answers to the questions, with nothing marked', () => {
    const [age, onset, pain, course, earlier, trigger] = KNOWLEDGE.questions.map(decidingValues);
    expect(pain).toEqual(expect.arrayContaining([0, 7, 9]));
    const all = age!.flatMap((a) =>
      onset!.flatMap((o) => pain!.flatMap((p) => course!.map((c) => ({ age: a, onset: o, pain: p, course: c })))),
    );
    for (const some of all) {
      for (const e of earlier!) {
        for (const t of trigger!) check([], { ...some, earlier: e, trigger: t });
      }
    }
  });

  it('has a level, a headline and a plan: any signs beside them', () => {
    fc.assert(
      fc.property(anySigns, anySigns, anyValues, (signs, unsure, values) => check(signs, values, unsure)),
      tries(1000),
    );
  });
});

describe('answers that were kept', () => {
  it('are those that were given', () => {
    const kept = keptAnswers({ signs: ['upper-back'], unsure: ['night-rest'], answers: { pain: 6, age: '45-54' } });
    expect(kept).toEqual({
      signs: new Set(['upper-back']),
      unsure: new Set(['night-rest']),
      values: new Map<string, string | number>([
        ['pain', 6],
        ['age', '45-54'],
      ]),
    });
  });

  it('are none where none were kept', () => {
    expect(keptAnswers({})).toEqual({ signs: new Set(), unsure: new Set(), values: new Map() });
  });
});

describe('the highest of some levels', () => {
  it('is the most urgent, whatever their order', () => {
    expect(highest(['clinician', 'ambulance', 'urgent'])).toBe('ambulance');
    expect(highest(['self-care', 'clinician'])).toBe('clinician');
  });

  it('is self-care where there are none', () => {
    expect(highest([])).toBe('self-care');
  });
});

function check(signs: readonly string[], values: Record<string, string | number>, unsure: readonly string[] = []) {
  const result = resultOf(KNOWLEDGE, answers(signs, values, unsure), NOWHERE);
  if (result.plan.length === 0 || !result.headline || result.plan.some(({ text }) => /[{}]/.test(text))) {
    throw new Error(JSON.stringify({ signs, values, result }));
  }
}
