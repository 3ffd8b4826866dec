import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Level } from '../../src/content/types.ts';
import type { EmergencyNumber } from '../../src/triage/core/emergency-number.ts';
import { resultOf } from '../../src/triage/core/result.ts';
import { answers, KNOWLEDGE } from './answers.ts';
import { tries } from '../tries.ts';

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

function choicesOf(name: string): string[] {
  const question = KNOWLEDGE.questions.find(({ id }) => id === name);
  return question?.type === 'choice' ? question.choices.map(({ id }) => id) : [];
}

const net = (signs: readonly string[]) => result(signs).safetyNet.signs.map(({ id }) => id);

const feverFor = (signs: readonly string[]) => result(signs).safetyNet.signs.find(({ id }) => id === 'net-fever')?.text;

/** The steps that say where to go or whom to phone, of which a result has one. */
const WHERE_TO_GO: Readonly<Record<Level, readonly string[]>> = {
  ambulance: ['call'],
  emergency: ['go', 'go-fever', 'go-today', 'call-cannot-travel'],
  urgent: ['maternity-today', 'advice-today', 'child'],
  clinician: ['book', 'book-doctor', 'book-midwife', 'child'],
  'self-care': ['book', 'book-doctor', 'book-midwife', 'child'],
};

/** What two texts say in the same five words; what somebody is to say themselves is left out. */
function repeatedPhrases(said: readonly string[]): string[] {
  const phrases = said.flatMap((text) => {
    const words =
      text
        .replace(/“.*”/, '')
        .toLowerCase()
        .match(/[a-z']+/g) ?? [];
    return [...new Set(words.slice(4).map((_, at) => words.slice(at, at + 5).join(' ')))];
  });
  return phrases.filter((phrase, at) => phrases.indexOf(phrase) < at);
}

// Pain on coughing and in the upper back send to a doctor today, but nothing speaks against heat meanwhile.
const HEAT_STAYS = ['upper-back', 'cough-strain'];

describe('the plan', () => {
  it('names ice in the first days and heat after them, ice with the choice beside it', () => {
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

  it.each(URGENT)('offers no heat, stretch or hands where this is in doubt, and says when to ask: %s', (sign) => {
    const withheld = HEAT_STAYS.includes(sign) ? /^(stretches|hands-on)/ : /^(heat|ice-or-heat|stretches|hands-on)/;
    for (const onset of ['1-3-days', '3-14-days']) {
      const offered = ids([], { onset }, [sign]);
      expect(offered.filter((id) => withheld.test(id))).toEqual([]);
      expect(stepOf('not-sure', [], { onset }, [sign])).toMatchObject({
        whenToSee: true,
        text: expect.stringMatching(/today or tomorrow/) as string,
      });
    }
  });

  it.each(HEAT_STAYS)('keeps ice, heat and walks, but no stretches, where nothing else is urgent: %s', (sign) => {
    expect(ids([sign])).toEqual(expect.arrayContaining(['ice', 'ice-or-heat', 'walks', 'until-seen-gentle']));
    expect(ids([sign], { onset: '3-14-days' })).toContain('heat');
    expect(ids([sign]).filter((id) => /^(stretches|until-seen$)/.test(id))).toEqual([]);
    const withAnother = ids([sign, 'night-rest'], { onset: '3-14-days' });
    expect(withAnother).toContain('until-seen');
    expect(withAnother.filter((id) => /^(ice|heat|walks|until-seen-gentle)/.test(id))).toEqual([]);
  });

  it('gives severe pain no two weeks', () => {
    for (const pain of [7, 8, 9, 10]) {
      expect(texts([], { pain })).toMatch(/Phone a doctor today if/);
      expect(texts([], { pain })).not.toContain('two weeks');
    }
    expect(texts([], { pain: 6 })).toContain('two weeks');
  });

  it('says first when to see a doctor where the pain is severe', () => {
    expect(ids([], { pain: 8 }).slice(0, 2)).toEqual(['when-to-see-severe', 'when-to-see-severe-days']);
  });

  it('says where to go at each level, when to see a doctor below an emergency, and nothing twice, whatever was said', () => {
    const some = fc.tuple(
      fc.subarray([...KNOWLEDGE.signs.keys()], { maxLength: 3 }),
      fc.subarray([...KNOWLEDGE.signs.keys()], { maxLength: 3 }),
      fc.record(
        Object.fromEntries(
          KNOWLEDGE.questions.map((question) => [
            question.id,
            question.type === 'choice'
              ? fc.constantFrom(...question.choices.map(({ id }) => id))
              : fc.integer({ min: question.min, max: question.max }),
          ]),
        ),
      ),
    );
    const says = fc.property(some, ([signs, unsure, values]) => {
      const { level, plan } = resultOf(KNOWLEDGE, answers(signs, values, unsure), ABROAD);
      const whomTo = plan.filter(({ id }) => WHERE_TO_GO[level].includes(id)).map(({ id }) => id);
      expect(whomTo, `${level}: ${whomTo.join()}`).toHaveLength(level === 'self-care' ? 0 : 1);
      expect(repeatedPhrases(plan.map(({ text }) => text)), level).toEqual([]);
      if (level === 'ambulance' || level === 'emergency') return;
      expect(plan.filter(({ whenToSee }) => whenToSee).length).toBeGreaterThan(0);
    });
    fc.assert(says, tries(600));
  });

  it('a doubt about pregnancy or a blood thinner takes away neither whom to phone nor the care with painkillers', () => {
    expect(ids(['cough-strain'], {}, ['pregnant'])).toEqual(expect.arrayContaining(['advice-today', 'positions']));
    expect(ids([], { earlier: 'three-or-more' }, ['pregnant-early'])).toContain('book');
    for (const doubt of ['blood-thinner', 'pregnant-early', 'pregnant'])
      expect(ids([], {}, [doubt]), doubt).toContain('medicines');
    expect(ids([], { age: '60-69' }, ['blood-thinner'])).toContain('medicines-60');
  });

  it('says it also where only the level of an older check is known', () => {
    for (const least of ['urgent', 'clinician'] as const) {
      const { plan } = resultOf(KNOWLEDGE, { ...answers([]), least }, UK);
      expect(plan.filter(({ whenToSee }) => whenToSee).map(({ text }) => text)[0], least).toMatch(/doctor/);
    }
  });

  it.each([
    ['cancer', ['cancer-history'], {}],
    ['a raised risk of infection', ['infection-risk'], {}],
    ['morning stiffness', ['morning-stiffness'], {}],
    ['fragile bones', ['fragile-bones'], { trigger: 'posture' }],
    ['a first episode at 57', [], { age: '55-59', earlier: 'never' }],
    ['weeks at 62', [], { age: '60-69', onset: '2-6-weeks' }],
    ['pain that gets worse', [], { course: 'worse', onset: '1-3-days' }],
    ['very severe pain', [], { pain: 9 }],
  ] as const)('sends to a doctor alone, and to no chiropractor, with %s', (_, signs, values) => {
    const { level, headline, plan } = result(signs, values);
    expect([level, headline]).toEqual(['clinician', 'See a doctor in the next few days']);
    expect(plan.map(({ id }) => id)).toContain('book-doctor');
    expect(plan.map(({ id }) => id).filter((id) => id === 'book' || id === 'hands-on')).toEqual([]);
  });

  it('sends to a doctor or a physiotherapist otherwise', () => {
    const { headline, plan } = result([], { earlier: 'three-or-more' });
    expect(headline).toBe('See a doctor or a physiotherapist in the next few days');
    expect(plan.map(({ id }) => id)).toEqual(expect.arrayContaining(['book', 'hands-on']));
  });

  it.each([
    [
      'a blood thinner',
      ['blood-thinner'],
      {},
      'medicines-thinner',
      /blood thinner, or your blood doesn't clot well. Don't take ibuprofen/,
    ],
    ['an age of 60', [], { age: '60-69' }, 'medicines-60', /60 or over, so ask a pharmacist/],
    ['early pregnancy', ['pregnant-early'], {}, 'medicines-pregnant', /pregnant, so ask your midwife/],
    ['pregnancy', ['pregnant'], {}, 'medicines-pregnant', /pregnant, so ask your midwife/],
  ] as const)('warns about painkillers by name with %s', (_, signs, values, id, text) => {
    expect(stepOf(id, signs, values).text).toMatch(text);
    expect(ids(signs, values)).not.toContain('medicines');
  });

  it('does not let somebody travel with a hurt neck after an accident', () => {
    for (const [signs, values] of [
      [['severe-injury'], {}],
      [[], { trigger: 'accident' }],
    ] as const) {
      expect(stepOf('go-injured', signs, values).text).toMatch(/neck hurts, or an arm or leg is numb.*call 999/);
    }
    expect(ids(['fever'])).not.toContain('go-injured');
  });

  it('warns of driving only where driving is a risk, and has an answer for one who cannot get there', () => {
    expect(texts(['weight-loss'])).not.toMatch(/drive/i);
    expect(texts(['weight-loss', 'ces-wipe'])).toMatch(/Don't drive yourself/);
    expect(texts(['weight-loss'])).toContain('phone your doctor or NHS 111 (United Kingdom) now');
    const abroad = resultOf(KNOWLEDGE, answers(['fever']), ABROAD);
    expect(abroad.plan.find(({ id }) => id === 'go-cannot-reach')!.text).toMatch(/phone your doctor now/);
    expect(ids(['fever', 'ces-wipe'])).not.toContain('go-cannot-reach');
  });

  it('says what to do until the ambulance comes, and what would need one', () => {
    expect(ids(['swollen-throat']).slice(0, 2)).toEqual(['call', 'adrenaline']);
    expect(ids(['chest-pain']).slice(0, 2)).toEqual(['call', 'rest-heart']);
    expect(ids(['chest-pain', 'accident-now'])).not.toContain('rest-heart');
    expect(stepOf('calf-breath', ['calf-swelling'])).toMatchObject({
      text: expect.stringMatching(/short of breath .*call 999/) as string,
      whenToSee: true,
    });
  });

  it('says first what has to be asked first: a doubt today or tomorrow, an appointment in the next few days', () => {
    const { level, plan } = result([], {}, ['night-rest']);
    expect(level).toBe('clinician');
    expect(plan.slice(0, 2).map(({ id }) => id)).toEqual(['not-sure', 'book-doctor']);
  });

  it('names a line to talk to after an overdose', () => {
    expect(stepOf('overdose-on-purpose', ['overdose']).text).toContain('116 123 (Samaritans, United Kingdom)');
    const abroad = resultOf(KNOWLEDGE, answers(['overdose']), ABROAD);
    expect(JSON.stringify(abroad.plan)).toContain(KNOWLEDGE.crisis.unknownLine);
  });

  it('does not send somebody with a fever to two numbers, and leaves no one at higher risk with a phone call', () => {
    expect(ids(['fever'])).toEqual(expect.arrayContaining(['go-fever', 'go-cannot-reach']));
    expect(ids(['fever'])).not.toContain('go');
    expect(stepOf('go-cannot-reach', ['fever']).text).toMatch(/NHS 111 .*If you feel very ill, call 999/);
    const abroad = resultOf(KNOWLEDGE, answers(['fever']), ABROAD);
    expect(JSON.stringify(abroad.plan)).toContain('If you feel very ill, call the local number');
    for (const risk of ['infection-risk', 'diabetes'])
      expect(ids(['fever', risk]).filter((id) => id.startsWith('go'))).toEqual(['go']);
  });

  it('lets nobody get up to unlock a door who has to stay still', () => {
    expect(stepOf('help-to-door', ['chest-pain']).text).toMatch(/^If it is safe, unlock the door/);
    expect(ids(['accident-now'])).not.toContain('help-to-door');
    expect(ids(['accident-now'])).toContain('stay-still');
  });

  it('names the midwife in early pregnancy too, and asks before heat', () => {
    const { headline, plan } = result(['pregnant-early']);
    const given = plan.map(({ id }) => id);
    expect(headline).toBe('See your midwife or a doctor in the next few days');
    expect(given).toEqual(expect.arrayContaining(['book-midwife', 'ask-pregnant-early']));
    expect(given.filter((id) => /^(ice-or-heat|heat|stretches|hands-on|book|book-doctor)$/.test(id))).toEqual([]);
    expect(ids(['pregnant-early'], { onset: '3-14-days' })).not.toContain('heat');
    expect(stepOf('ask-pregnant-early', ['pregnant-early']).against).toContain('heat');
    expect(ids(['pregnant-early', 'cancer-history'])).toContain('book-doctor');
  });

  it('names the midwife first in pregnancy, and lets one move', () => {
    const given = ids(['pregnant']);
    expect(given.slice(0, 2)).toEqual(['maternity-today', 'advice-today-pregnant']);
    expect(given).toContain('until-seen-pregnant');
    expect(given).not.toContain('until-seen');
    expect(given).not.toContain('advice-today');
  });

  it('offers no stretches at 70 or over where nothing set it off', () => {
    expect(ids([], { age: '70-plus', trigger: 'gradual' }).filter((id) => id.startsWith('stretches'))).toEqual([
      'stretches-ask',
    ]);
    expect(ids([], { age: '70-plus', trigger: 'movement' })).toContain('stretches-first');
  });

  it('tells one who cannot get up to call, not to travel', () => {
    const { headline } = result(['cannot-move']);
    expect(headline).toMatch(/Don't try to travel/);
    expect(ids(['cannot-move'])).toContain('call-cannot-travel');
    expect(ids(['cannot-move'])).not.toContain('go');
    expect(ids([], {}, ['cannot-move'])).toContain('call-cannot-travel');
  });

  it('tells what to say in the first person, the dangerous thing first', () => {
    expect(texts(['chest-pain'])).toContain(
      'Tell them first: “I have pain or tightness in my chest, arm or jaw.” Then',
    );
    expect(texts(['cannot-move'])).toContain("Tell them first: “I can't get up or walk.” Then");
  });

  it('offers no ice, heat or stretches before an emergency or an urgent matter was seen', () => {
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
    expect(result([], { age: 'under-16' }).headline).toMatch(/^See a doctor: .* 16 and over/);
    expect(ids(['fever'], { age: 'under-16' })).toContain('go-fever');
  });

  it('names with each step the command that does it, the passage on it, and what it speaks against', () => {
    expect(stepOf('ice', [])).toMatchObject({ command: 'ice', passage: 'rice-ice' });
    expect(stepOf('until-seen', ['lump-shape'])).toMatchObject({ against: ['heat', 'contrast', 'stretch', 'core'] });
    expect(stepOf('go', ['ces-wipe'])).toEqual({ id: 'go', text: expect.any(String) as string });
  });

  it('gives nobody an item for whom it may be wrong: a doubt counts as much as a sign', () => {
    expect(ids([], {}, ['rash-band'])).not.toContain('ice');
    expect(ids([], {}, ['fragile-bones'])).not.toContain('hands-on');
    expect(ids([], {}, ['cancer-history'])).not.toContain('hands-on');
    expect(ids([], {}, ['medicine-trouble'])).not.toContain('medicines');
  });

  it('says in an emergency only what makes it one, and otherwise all that was reported', () => {
    expect(texts(['fever', 'upper-back'])).toContain('first: “I have a fever.” Then');
    expect(texts(['lump-shape', 'night-rest'])).toMatch(
      /Say: “I have back pain\. I have a lump [^.]*\. My pain doesn't/,
    );
  });

  it('leaves an abbreviation, and what follows it, as it is written', () => {
    const infection = { ...KNOWLEDGE.signs.get('infection-risk')!, label: 'HIV, and a Fever' };
    const content = { ...KNOWLEDGE, signs: new Map(KNOWLEDGE.signs).set('infection-risk', infection) };
    const { plan } = resultOf(content, answers([], {}, ['infection-risk', 'diabetes']), UK);
    expect(plan.find(({ id }) => id === 'not-sure')!.text).toContain('this: HIV, and a Fever; diabetes.');
  });

  it('tells a sign that one is not sure about as unsure, where it counts', () => {
    expect(texts([], {}, ['fever'])).toContain("“I'm not sure, but I have a fever.”");
    expect(texts([], {}, ['leg-numbness-weakness', 'ces-wipe'])).toContain("I'm not sure, but it feels different when");
  });

  it('tells an urgent doubt on the phone, and asks about any other by name', () => {
    expect(texts([], { pain: 8 }, ['night-rest'])).toContain(
      "Say: “I have back pain. I'm not sure, but my pain doesn't",
    );
    expect(ids([], { pain: 8 }, ['night-rest'])).not.toContain('not-sure-today');
    expect(stepOf('not-sure-today', ['lump-shape'], {}, ['cancer-history']).text).toContain('this: cancer, now or');
    expect(texts([], {}, ['night-rest'])).toContain("Tell them: “I'm not sure, but my pain doesn't ease");
  });

  it('says first after an overdose what to do with the packets', () => {
    expect(ids(['overdose']).slice(0, 4)).toEqual(['go', 'tell', 'overdose-packets', 'overdose-on-purpose']);
  });

  it.each([
    ['fever', ['fever', 'infection-risk'], 'I have a fever, and a higher risk of infection.'],
    ['fragile bones', ['fragile-bones'], 'I have fragile bones, and the pain came after a small strain'],
    ['fever', ['fever', 'pregnant'], 'I am pregnant, and I have a fever.'],
  ])('says %s once where a rule needs it: %j', (what, signs, words) => {
    const said = texts(signs, { trigger: 'knock' });
    expect(said).toContain(words);
    expect(said.match(new RegExp(`have (a )?${what}`, 'g'))).toHaveLength(1);
  });

  it('still says that somebody is not sure about a sign that a rule needs', () => {
    expect(texts(['infection-risk'], {}, ['fever'])).toContain("I'm not sure, but I have a fever.");
  });

  it('has words for the phone whatever was answered about the pain', () => {
    const ageIds = choicesOf('age').filter((id) => id !== 'under-16');
    const cases = ageIds.flatMap((age) =>
      choicesOf('onset').flatMap((onset) =>
        choicesOf('course').flatMap((course) =>
          choicesOf('earlier').flatMap((earlier) => [5, 7, 9].map((pain) => ({ age, onset, course, earlier, pain }))),
        ),
      ),
    );
    const silent = cases.filter((values) => {
      const { level, plan } = result([], values);
      return level !== 'self-care' && !plan.some(({ text }) => text.includes('“'));
    });
    expect(silent).toEqual([]);
  });

  it('tells once what a sign and a rule say alike', () => {
    expect(texts(['severe-injury'], { trigger: 'accident' })).toContain(
      'first: “My pain began with a serious injury.” Then',
    );
  });

  it('passes over a doubtful sign of another version', () => {
    const known = ids([], {}, ['night-rest']);
    expect(ids([], {}, ['night-rest', 'from-another-version'])).toEqual(known);
    expect(texts([], {}, ['from-another-version'])).not.toMatch(/weren't sure/);
  });

  it('names the advice line only where there is one, and always where to go when the practice is closed', () => {
    expect(texts(['lump-shape'])).toContain('NHS 111 (United Kingdom)');
    const abroad = resultOf(KNOWLEDGE, answers(['lump-shape']), ABROAD);
    expect(abroad.plan.find(({ id }) => id === 'advice-line')!.text).toMatch(/closed, go to an urgent care centre/);
    expect(JSON.stringify(abroad)).not.toContain('111');
  });
});

describe('the result', () => {
  it('ends with the signs that change the answer, whatever it is', () => {
    for (const signs of [[], ['fever'], ['chest-pain'], ['upper-back']]) {
      expect(result(signs).safetyNet.signs.length).toBeGreaterThanOrEqual(4);
    }
  });

  it("doesn't tell somebody who reported a sign to watch for it", () => {
    expect(net(['chest-pain'])).toEqual(['net-saddle', 'net-legs', 'net-balance', 'net-fever']);
    expect(net(['fever'])).toEqual(['net-saddle', 'net-legs', 'net-balance', 'net-chest']);
    expect(net(['ces-wipe'])).toHaveLength(5);
  });

  it('tells with those signs whom to call, and that another one counts at once where help is called already', () => {
    const { safetyNet } = result([]);
    expect(safetyNet.intro).toContain('999 or 112');
    expect(result(['fever']).safetyNet.intro).toBe(KNOWLEDGE.safetyNet.introNow);
    expect(safetyNet.signs).toEqual(KNOWLEDGE.safetyNet.signs.map(({ id, text }) => ({ id, text })));
  });

  it('lists for somebody who is waiting to be seen only what can start within hours', () => {
    for (const signs of [[], ['one-leg-pain'], ['night-rest']])
      expect(feverFor(signs), signs.join()).toBe('Fever, or weight loss without trying');
    for (const signs of [['chest-pain'], ['ces-wipe'], ['severe-injury']])
      expect(feverFor(signs), signs.join()).toBe('Fever');
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
