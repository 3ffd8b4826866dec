import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEVELS, type Question } from '../../src/content/types.ts';
import { keptAnswers } from '../../src/triage/core/answers.ts';
import { evaluate } from '../../src/triage/core/evaluate.ts';
import { highest } from '../../src/triage/core/levels.ts';
import type { EmergencyNumber } from '../../src/triage/core/emergency-number.ts';
import { resultOf } from '../../src/triage/core/result.ts';
import { answers, GUIDE_SIGNS, KNOWLEDGE } from './answers.ts';
import cases from './regression-cases.json' with { type: 'json' };

const NOWHERE: EmergencyNumber = { inFull: 'the local number', brief: 'the local number' };
const SIGNS = [...KNOWLEDGE.signs.keys()];
const urgencyOf = (...given: Parameters<typeof answers>) =>
  LEVELS.indexOf(evaluate(KNOWLEDGE, answers(...given)).level);
const levelOf = (...given: Parameters<typeof answers>) => evaluate(KNOWLEDGE, answers(...given)).level;
const reasonsFor = (...given: Parameters<typeof answers>) =>
  evaluate(KNOWLEDGE, answers(...given)).reasons.map(({ id }) => id);

function valuesOf(question: Question): (string | number)[] {
  if (question.type === 'choice') return question.choices.map((choice) => choice.id);
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
        expect(urgencyOf([...signs, more], values, unsure)).toBeLessThanOrEqual(urgencyOf(signs, values, unsure));
      },
    );
    fc.assert(oneMore, { numRuns: 3000 });
  });

  it('is never lowered by a sign that turns from unsure to sure', () => {
    const sure = fc.property(anySigns, anyValues, fc.constantFrom(...SIGNS), (signs, values, doubtful) => {
      expect(urgencyOf([...signs, doubtful], values)).toBeLessThanOrEqual(urgencyOf(signs, values, [doubtful]));
    });
    fc.assert(sure, { numRuns: 2000 });
  });

  it.each(GUIDE_SIGNS)('is at least emergency with the sign of the guide, whatever else was said: %s', (id) => {
    const whatever = fc.property(anySigns, anyValues, (signs, values) => {
      expect(['ambulance', 'emergency']).toContain(levelOf([...signs, id], values));
    });
    fc.assert(whatever, { numRuns: 500 });
  });

  it('counts "not sure" as yes for the two upper levels, and only there', () => {
    for (const [id, sign] of KNOWLEDGE.signs) {
      const upper = sign.level === 'ambulance' || sign.level === 'emergency';
      expect(levelOf([], {}, [id]), id).toBe(upper ? sign.level : 'self-care');
    }
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
    expect(reasonsFor(['fragile-bones', 'diabetes', 'blood-thinner'], { trigger: 'posture' })).toEqual([]);
  });
});

describe('each rule', () => {
  it.each(KNOWLEDGE.rules)('$id holds for some answers, and names its level', (rule) => {
    const signs = rule.all.flatMap((row) => row.slice(0, 1)).flatMap((one) => ('sign' in one ? [one.sign] : []));
    const entries = rule.all
      .map((row) => row[0]!)
      .flatMap((one) => ('question' in one ? [[one.question, 'from' in one ? one.from : one.is[0]!] as const] : []));
    const finding = evaluate(KNOWLEDGE, answers(signs, Object.fromEntries(entries)));
    expect(finding.rules.map(({ id }) => id)).toContain(rule.id);
    expect(LEVELS.indexOf(finding.level)).toBeLessThanOrEqual(LEVELS.indexOf(rule.level));
  });
});

describe('every complete set of answers', () => {
  it('has a level, a headline and a plan: all answers to the questions, with nothing marked', () => {
    const [age, onset, pain, course, earlier, trigger] = KNOWLEDGE.questions.map(valuesOf);
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
      { numRuns: 3000 },
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
  if (
    result.plan.length === 0 ||
    !result.headline ||
    /[{}]/.test(JSON.stringify(result.plan.map(({ text }) => text)))
  ) {
    throw new Error(JSON.stringify({ signs, values, result }));
  }
}
