import { describe, expect, test } from 'vitest';
import { LEVELS, type Condition, type Question } from '../../src/content/types.ts';
import type { Facts } from '../../src/triage/core/plan.ts';
import firstSigns from './first-signs.json' with { type: 'json' };
import { content, everything, repeated, texts } from './data-files.ts';

const { checklists, questions, rules, headlines, plan } = content.triage();
const signs = content.signs();
const { therapies } = content.therapies();
const { routines } = content.stretches();

/** Every condition, wherever it stands. */
const conditions = everything(['triage.json']).flatMap(({ value }) => (isCondition(value) ? [value] : []));

type Asked = Extract<Condition, { sign: string } | { question: string }>;

function isCondition(value: unknown): value is Asked {
  return typeof value === 'object' && value !== null && ('sign' in value || 'question' in value);
}

describe('signs', () => {
  test('stand on exactly one checklist each', () => {
    const listed = checklists.flatMap((checklist) => checklist.signs);
    expect(listed.toSorted()).toEqual([...signs.keys()].toSorted());
  });

  test('of the guide are all there, and always an emergency', () => {
    const guides = [...signs.values()].filter((sign) => sign.sources.includes('guide'));
    expect(guides.map(({ id, level, passage }) => [id, level, passage])).toEqual([
      ['bladder-bowel', 'emergency', 'redflag-bladder-bowel'],
      ['leg-numbness-weakness', 'emergency', 'redflag-numbness-weakness'],
      ['fever', 'emergency', 'redflag-fever'],
      ['weight-loss', 'emergency', 'redflag-weight-loss'],
      ['severe-injury', 'emergency', 'redflag-injury'],
      ['cannot-move', 'emergency', 'redflag-cannot-move'],
      ['balance-coordination', 'emergency', 'redflag-balance'],
    ]);
  });
});

describe('the details of a sign', () => {
  // What people took for the sign when they answered, and what they overlooked.
  test.each([
    ['both-legs', [/muscles after exercise/, /cramps after heat or sport/, /sitting eases/]],
    ['leg-numbness-weakness', [/calf cramp/, /asleep for a minute/]],
    ['paralysis', [/fell asleep, and came back within minutes/]],
    ['chest-pain', [/arm pain for weeks that only moving your neck brings on/, /in the chest/]],
    ['effort-pain', [/rest takes it away/, /even if the spot is sore/, /leg pain on walking/]],
    ['calf-swelling', [/days in bed/, /cramp that passes/]],
    ['severe-injury', [/slip from standing/, /down the stairs/, /let you carry on and is easing/]],
    ['night-rest', [/One bad night/]],
    ['upper-back', [/bra-strap/, /small of the back/, /leave your desk/]],
    ['constant-severe-pain', [/^7 or more out of 10/]],
    ['infection-risk', [/near the spine or hip/, /cold or flu that has gone/]],
    ['lump-shape', [/bruise where you were hit/, /crooked in the first days of a spasm/]],
    ['cannot-move', [/few minutes' rest and a try from your side/]],
    ['ces-saddle', [/goes once you get up/]],
  ])("say what counts and what doesn't, in a patient's words: %s", (id, parts) => {
    for (const part of parts) expect(signs.get(id)!.details).toMatch(part);
    expect(signs.get(id)!.details).not.toMatch(/is not this|are not this/);
  });
});

describe('conditions', () => {
  test('are there', () => {
    expect(conditions.length).toBeGreaterThan(60);
  });

  test('name signs and questions that exist', () => {
    const names = conditions.map((condition) => ('sign' in condition ? condition.sign : condition.question));
    const known = new Set([...signs.keys(), ...questions.map((question) => question.id)]);
    expect(names.filter((name) => !known.has(name))).toEqual([]);
  });

  test('name rules and reasons that exist', () => {
    const ruleIds = rules.map(({ id }) => id);
    const reasons = new Set([...signs.keys(), ...ruleIds]);
    const named = everything(['triage.json']).filter(({ key }) => ['rule', 'covers', 'only', 'except'].includes(key));
    expect(named.length).toBeGreaterThan(20);
    const dangling = named.filter(({ value }) => [value].flat().some((id) => !reasons.has(id as string)));
    expect(dangling).toEqual([]);
  });

  test('of rules refer to no rules and no reasons: those are known only afterwards', () => {
    const inRules = everything(['triage.json']).filter(({ where }) => where.startsWith('triage.json/rules/'));
    expect(inRules.filter(({ key }) => key === 'rule' || key === 'only')).toEqual([]);
  });

  test('ask for answers that can be given', () => {
    const impossible = conditions.filter((condition) => 'question' in condition && !canHold(condition));
    expect(impossible).toEqual([]);
  });
});

function canHold(condition: Exclude<Asked, { sign: string }>): boolean {
  const question = questions.find((one) => one.id === condition.question);
  if (!question) return false;
  if ('from' in condition) {
    return question.type === 'integer' && question.min < condition.from && condition.from <= question.max;
  }
  return condition.is.every((id) => choiceIds(question).includes(id));
}

// Where a question has spans, the rules see those and no finer choice.
function choiceIds(question: Question): string[] {
  return question.type === 'choice' ? (question.spans ?? question.choices).map((choice) => choice.id) : [];
}

describe('choices with spans', () => {
  const spanned = questions.flatMap((question) => (question.type === 'choice' && question.spans ? [question] : []));

  test('belong to one of them each, in the same order, and every span has a choice', () => {
    expect(spanned.map(({ id }) => id)).toEqual(['onset']);
    for (const { choices, spans } of spanned) {
      expect([...new Set(choices.map(({ span }) => span))]).toEqual(spans!.map(({ id }) => id));
    }
  });

  test('say when it was, by themselves or by their span', () => {
    for (const { choices, spans } of spanned) {
      expect(spans!.every(({ hours }) => hours !== undefined)).toBe(true);
      const limits = spans!.map(({ upTo = Infinity }) => upTo);
      expect(limits).toEqual(limits.toSorted((a, b) => a - b));
      const days = choices.flatMap((choice) => (choice.days ? [choice.days.from, choice.days.to] : []));
      // Without a gap: today, yesterday, 2 to 3, 4 to 14.
      expect(days.slice(1, -1).filter((day, at) => at % 2 === 0 && days[at + 2]! !== day + 1)).toEqual([]);
    }
  });
});

describe('screens', () => {
  const ids = [...checklists, ...questions].map((screen) => screen.id);

  test('have ids of their own: replies are kept by them', () => {
    expect(repeated(ids)).toEqual([]);
  });

  test('leave the keys of a file of answers that are not questions alone', () => {
    expect(ids.filter((id) => id === 'signs' || id === 'unsure')).toEqual([]);
  });

  test('with a scale have a word for each value', () => {
    const scales = questions.flatMap((question) => (question.type === 'integer' ? [question] : []));
    expect(scales.map(({ id, words }) => [id, words.length])).toEqual(
      scales.map(({ id, min, max }) => [id, max - min + 1]),
    );
  });
});

describe('rules', () => {
  test('that are reasons say what to tell about them, or are told by their signs and other rules', () => {
    const silent = rules.filter(({ level, say }) => level !== 'self-care' && say === undefined);
    expect(silent.map(({ id }) => id)).toEqual(['several-55', 'in-doubt-severe', 'in-doubt']);
  });

  test('share no id with a sign: both are reasons of a result', () => {
    expect(rules.filter((rule) => signs.has(rule.id))).toEqual([]);
  });

  test('name plan items that exist', () => {
    const items = new Set(plan.map((item) => item.id));
    expect(rules.flatMap((rule) => rule.plan ?? []).filter((id) => !items.has(id))).toEqual([]);
  });
});

describe('headlines', () => {
  test.each(LEVELS)('have one for %s that always fits, and it comes last', (level) => {
    const ofLevel = headlines.filter((headline) => headline.level === level);
    const alwaysFits = ofLevel.map((headline) => headline.all === undefined);
    expect(alwaysFits).toEqual([...ofLevel.slice(1).map(() => false), true]);
  });
});

describe('the plan', () => {
  test('has no item that nothing can show', () => {
    const named = new Set(rules.flatMap((rule) => rule.plan ?? []));
    expect(plan.filter((item) => item.levels.length === 0 && !named.has(item.id))).toEqual([]);
  });

  test.each(LEVELS)('has at least one item for %s that needs no condition', (level) => {
    const certain = plan.filter((item) => !item.all && !/\{(?!number)/.test(item.otherwise ?? item.text));
    const always = certain.filter((item) => item.levels.includes(level));
    expect(always.length).toBeGreaterThan(0);
  });

  test.each(['ambulance', 'emergency'] as const)('speaks against every session at %s', (level) => {
    const against = new Set(plan.filter((item) => item.levels.includes(level)).flatMap((item) => item.against ?? []));
    const sessions = [...therapies.map(({ id }) => id), ...routines.map(({ therapy }) => therapy)];
    expect(sessions.filter((id) => !against.has(id))).toEqual([]);
  });

  test.each([
    ['ice', ['24 to 72 hours', 'thin cloth', '10 to 20 minutes']],
    ['heat', ['10 to 20 minutes', "Don't fall asleep"]],
    ['walks', ['5 to 10 minutes', 'often']],
    ['after-posture', ['every 30 minutes']],
    ['prevention', ['at least three', 'a week']],
  ])('keeps the numbers of the guide: %s', (id, parts) => {
    const text = plan.find((item) => item.id === id)?.text;
    for (const part of parts) expect(text).toContain(part);
  });
});

describe('open places in texts', () => {
  const open = texts().flatMap(({ where, text }) =>
    Array.from(text.matchAll(/\{([^}]*)\}/g), ([, name = '']) => ({ where, name })),
  );

  const openInTriage = open.filter(({ where }) => where.startsWith('triage.json/'));

  test('are known by name', () => {
    const known: Record<keyof Facts, true> = {
      number: true,
      numberInFull: true,
      adviceLine: true,
      crisisLine: true,
      say: true,
      unsure: true,
    };
    expect(open.length).toBeGreaterThan(5);
    expect(openInTriage.filter(({ name }) => !(name in known))).toEqual([]);
  });

  test('stand only where they are filled', () => {
    const filled =
      /^triage\.json\/(headlines\/\d+\/text|plan\/\d+\/(text|otherwise)|safetyNet\/(intro|introNow|signs\/\d+\/text))$/;
    expect(openInTriage.filter(({ where }) => !filled.test(where))).toEqual([]);
  });

  test('of the journal are filled by the page of today and the list of episodes', () => {
    const inJournal = open.filter(({ where }) => where.startsWith('journal-texts.json/'));
    expect(inJournal.map(({ name, where }) => `${where} ${name}`)).toEqual([
      'journal-texts.json/today/unseen when',
      'journal-texts.json/today/noteWithSigns when',
      'journal-texts.json/today/noteWithSigns signs',
      'journal-texts.json/today/over period',
      'journal-texts.json/today/over pain',
      'journal-texts.json/today/over days',
      'journal-texts.json/today/ahead when',
      'journal-texts.json/today/ahead id',
      'journal-texts.json/today/aheadMany count',
      'journal-texts.json/today/aheadMany when',
      'journal-texts.json/today/aheadMany id',
      'journal-texts.json/episodes/none pain',
      'journal-texts.json/episodes/zero hours',
      'journal-texts.json/episodes/quiet days',
      'journal-texts.json/episodes/quiet pain',
    ]);
  });

  test('in the safety net always have a value: nothing of it may be left out', () => {
    const inNet = open.filter(({ where }) => where.includes('/safetyNet/'));
    expect(inNet.filter(({ name }) => !['number', 'numberInFull'].includes(name))).toEqual([]);
  });
});

// Kept checks were made with the signs of their time: an export must not say "no" to others.
test('a sign that was added after the first release says since when it has been asked', () => {
  const first = new Set<string>(firstSigns);
  const added = [...content.signs().values()].filter(({ id }) => !first.has(id));
  expect(added.filter(({ since }) => since === undefined).map(({ id }) => id)).toEqual([]);
});
