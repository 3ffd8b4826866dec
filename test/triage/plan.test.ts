import { describe, expect, it } from 'vitest';
import type { EmergencyNumber } from '../../src/triage/core/emergency-number.ts';
import { resultOf } from '../../src/triage/core/result.ts';
import { answers, KNOWLEDGE } from './answers.ts';

const UK: EmergencyNumber = {
  inFull: '999 or 112',
  brief: '999 or 112',
  adviceLine: 'NHS 111 (United Kingdom)',
  country: { code: 'GB', name: 'United Kingdom' },
};
const ABROAD: EmergencyNumber = { inFull: 'the local number', brief: 'the local number' };
const result = (...given: Parameters<typeof answers>) => resultOf(KNOWLEDGE, answers(...given), UK);
const ids = (...given: Parameters<typeof answers>) => result(...given).plan.map((step) => step.id);
const stepOf = (id: string, ...given: Parameters<typeof answers>) =>
  result(...given).plan.find((step) => step.id === id)!;
const texts = (...given: Parameters<typeof answers>) =>
  result(...given)
    .plan.map((step) => step.text)
    .join('\n');

describe('the plan', () => {
  it('names ice in the first days and warmth after them, ice with the choice beside it', () => {
    expect(ids([]).slice(0, 2)).toEqual(['ice', 'ice-or-heat']);
    expect(ids([], { onset: '3-14-days' }).slice(0, 2)).toEqual(['heat', 'gentle-rest']);
  });

  it('holds rest, positions, stretches, walks and medicines in its first seven lines', () => {
    const first = ids([]).slice(0, 7);
    expect(first).toEqual(
      expect.arrayContaining(['gentle-rest', 'positions', 'stretches-first', 'walks', 'medicines']),
    );
  });

  it.each([
    ['movement', 'after-movement'],
    ['lifting', 'after-lifting'],
    ['posture', 'after-posture'],
    ['stress', 'after-stress'],
    ['dehydration', 'after-dehydration'],
  ])('fits the trigger: %s', (trigger, id) => {
    expect(ids([], { trigger })).toContain(id);
    expect(ids([], { trigger: 'unknown' })).not.toContain(id);
  });

  it('says whom to see, and what each can do', () => {
    expect(ids([])).toEqual(
      expect.arrayContaining(['when-to-see', 'physical-therapy', 'hands-on', 'doctor', 'prevention']),
    );
  });

  const URGENT = [...KNOWLEDGE.signs.values()].filter(({ level }) => level === 'urgent').map(({ id }) => id);

  it.each(URGENT)('offers no warmth, stretch or hands where this is in doubt: %s', (sign) => {
    for (const onset of ['1-3-days', '3-14-days']) {
      const offered = ids([], { onset }, [sign]);
      expect(offered.filter((id) => /^(heat|ice-or-heat|stretches|hands-on)/.test(id))).toEqual([]);
      expect(offered).toContain('not-sure');
    }
  });

  it('gives severe pain no two weeks', () => {
    expect(texts([], { pain: 9 })).toMatch(/phone a doctor today if/);
    expect(texts([], { pain: 9 })).not.toContain('two weeks');
    expect(texts([], { pain: 6 })).toContain('two weeks');
  });

  it('tells one who cannot get up to call, not to travel', () => {
    const { headline } = result(['cannot-move']);
    expect(headline).toMatch(/Don't try to travel/);
    expect(ids(['cannot-move'])).toContain('call-cannot-travel');
    expect(ids(['cannot-move'])).not.toContain('go');
    expect(ids([], {}, ['cannot-move'])).toContain('call-cannot-travel');
  });

  it('tells what to say, in the words of the signs', () => {
    expect(texts(['chest-pain'])).toContain('Say: back pain, and chest pain or tightness, arm or jaw pain.');
  });

  it('offers no ice, heat or stretches before an emergency or an urgent matter was seen to', () => {
    for (const sign of ['chest-pain', 'fever', 'lump-shape']) {
      expect(
        ids([sign]).filter((id) => /^(ice|heat|stretches|walks)/.test(id)),
        sign,
      ).toEqual([]);
    }
  });

  it('asks one with fragile bones to ask before stretching', () => {
    const given = ids(['fragile-bones'], { trigger: 'posture' });
    expect(given).toContain('stretches-ask');
    expect(given).not.toContain('stretches-first');
  });

  it('sends somebody under 16 to a doctor, and offers nothing else', () => {
    expect(ids([], { age: 'under-16' })).toEqual(['child']);
    expect(result([], { age: 'under-16' }).headline).toMatch(/under-16s/);
    expect(ids(['fever'], { age: 'under-16' })).toContain('go');
  });

  it('names with each step the command that does it, the passage on it, and what it speaks against', () => {
    expect(stepOf('ice', [])).toMatchObject({ command: 'ice', passage: 'rice-ice' });
    expect(stepOf('until-seen', ['lump-shape'])).toMatchObject({ against: ['heat', 'contrast', 'stretch', 'core'] });
    expect(stepOf('go', ['fever'])).toEqual({ id: 'go', text: expect.any(String) as string });
  });

  it('gives nobody an item for whom it may be wrong: a doubt counts as much as a sign', () => {
    expect(ids([], {}, ['rash-band'])).not.toContain('ice');
    expect(ids([], {}, ['fragile-bones'])).not.toContain('hands-on');
    expect(ids([], {}, ['cancer-history'])).not.toContain('hands-on');
    expect(ids([], {}, ['medicine-trouble'])).not.toContain('medicines');
  });

  it('says in an emergency only what makes it one, and otherwise all that was reported', () => {
    expect(texts(['fever', 'upper-back'])).toContain('Say: back pain, and fever of 38 °C (100.4 °F) or more.');
    expect(texts(['lump-shape', 'night-rest'])).toMatch(/Say: back pain, and a lump [^;]*; pain at rest /);
  });

  it('leaves an abbreviation, and what follows it, as it is written', () => {
    const fever = { ...KNOWLEDGE.signs.get('fever')!, label: 'HIV, and a Fever' };
    const content = { ...KNOWLEDGE, signs: new Map(KNOWLEDGE.signs).set('fever', fever) };
    const { plan } = resultOf(content, answers(['fever']), UK);
    expect(plan.find(({ id }) => id === 'tell')!.text).toContain('and HIV, and a Fever.');
  });

  it('names a sign that one is not sure about as unsure, where it counts', () => {
    expect(texts([], {}, ['fever'])).toContain('fever of 38 °C (100.4 °F) or more (not sure)');
  });

  it('passes over a doubtful sign of another version', () => {
    const known = ids([], {}, ['night-rest']);
    expect(ids([], {}, ['night-rest', 'from-another-version'])).toEqual(known);
    expect(texts([], {}, ['from-another-version'])).not.toMatch(/Not sure about/);
  });

  it('names the advice line only where there is one', () => {
    expect(texts(['lump-shape'])).toContain('NHS 111 (United Kingdom)');
    const abroad = resultOf(KNOWLEDGE, answers(['lump-shape']), ABROAD);
    expect(abroad.plan.map(({ id }) => id)).not.toContain('advice-line');
    expect(JSON.stringify(abroad)).not.toContain('111');
  });
});

describe('the result', () => {
  it('ends with the signs that change the answer, whatever it is', () => {
    for (const signs of [[], ['fever'], ['chest-pain'], ['upper-back']]) {
      expect(result(signs).safetyNet.signs.length).toBeGreaterThanOrEqual(5);
    }
  });

  it('tells with those signs whom to call, and that another one counts at once where help is called already', () => {
    const { safetyNet } = result([]);
    expect(safetyNet.intro).toContain('999 or 112');
    expect(result(['fever']).safetyNet.intro).toBe(KNOWLEDGE.safetyNet.introNow);
    expect(safetyNet.signs).toEqual(KNOWLEDGE.safetyNet.signs.map(({ id, text }) => ({ id, text })));
  });

  it('keeps a sentence as it is where what it leaves open is not known', () => {
    const open = { id: 'net-line', text: 'Ask {adviceLine}', sources: [] };
    const content = { ...KNOWLEDGE, safetyNet: { ...KNOWLEDGE.safetyNet, intro: 'Or {adviceLine}:', signs: [open] } };
    const at = (number: EmergencyNumber) => resultOf(content, answers([]), number).safetyNet;
    expect(at(UK)).toEqual({
      intro: 'Or NHS 111 (United Kingdom):',
      signs: [{ id: 'net-line', text: 'Ask NHS 111 (United Kingdom)' }],
    });
    expect(at(ABROAD)).toEqual({ intro: 'Or {adviceLine}:', signs: [{ id: 'net-line', text: 'Ask {adviceLine}' }] });
  });

  it('is refused where the data has no headline for it', () => {
    const content = { ...KNOWLEDGE, headlines: KNOWLEDGE.headlines.filter(({ level }) => level !== 'emergency') };
    expect(() => resultOf(content, answers(['fever']), UK)).toThrow('no headline for the level emergency');
  });

  it('names what was not asked', () => {
    const nothing = { signs: new Set(['fever']), unsure: new Set<string>(), values: new Map() };
    expect(resultOf(KNOWLEDGE, nothing, UK).notAsked).toEqual(['age', 'onset', 'pain', 'course', 'earlier', 'trigger']);
    const [now, warnings, ...later] = KNOWLEDGE.checklists;
    const asked = new Set([...now!.signs, ...warnings!.signs]);
    expect(resultOf(KNOWLEDGE, nothing, UK, asked).notAsked.slice(0, 3)).toEqual(later.map(({ id }) => id));
  });

  it('names the single signs of a list that was asked only in part, and counts what was reported as asked', () => {
    const pain = { signs: new Set(['chest-pain']), unsure: new Set<string>(), values: new Map() };
    const early = resultOf(KNOWLEDGE, pain, UK, new Set(['tearing-pain']));
    const [now, ...later] = KNOWLEDGE.checklists;
    expect(early.asked.toSorted()).toEqual(['chest-pain', 'tearing-pain']);
    const questions = KNOWLEDGE.questions.map(({ id }) => id);
    expect(early.notAsked).toEqual([...now!.signs.slice(2), ...later.map(({ id }) => id), ...questions]);
  });

  it('lists the most urgent reason first', () => {
    expect(result(['upper-back', 'fever', 'chest-pain']).reasons.map(({ id }) => id)).toEqual([
      'chest-pain',
      'fever',
      'upper-back',
    ]);
  });

  it('lists a rule that makes it an emergency before a lesser sign', () => {
    const { reasons } = result(['upper-back'], { trigger: 'accident' });
    expect(reasons.map(({ id }) => id)).toEqual(['accident', 'upper-back']);
  });

  it('says which reason the person was not sure about', () => {
    expect(result([], {}, ['fever']).reasons[0]).toMatchObject({ id: 'fever', unsure: true });
  });
});
