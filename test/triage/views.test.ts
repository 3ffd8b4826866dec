import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Step } from '../../src/triage/core/plan.ts';
import { resultOf } from '../../src/triage/core/result.ts';
import { makeGlyphs } from '../../src/terminal/glyphs.ts';
import { PLAIN } from '../../src/terminal/style.ts';
import type { Page } from '../../src/terminal/page.ts';
import { resultDocument } from '../../src/triage/views/document.ts';
import { firstSteps, resultBlocks, resultLines } from '../../src/triage/views/result.ts';
import { detectedLines } from '../../src/understanding/views/detected.ts';
import { answers, KNOWLEDGE } from './answers.ts';
import { tries } from '../tries.ts';

const page = (width = 80): Page => ({ style: PLAIN, glyphs: makeGlyphs(true), width, framed: true });
const result = (...given: Parameters<typeof answers>) =>
  resultOf(KNOWLEDGE, answers(...given), { inFull: 'the local number', brief: 'the local number' });
const text = (lines: readonly string[]) => lines.join(' ').replaceAll(/[│\s]+/g, ' ');
/** What everybody sees before they ask for more. */
const essential = (given: ReturnType<typeof result>, width?: number) =>
  text(resultBlocks(page(width), given).essential.flat(2));
const SIGNS = [...KNOWLEDGE.signs.keys()];

describe('the first pages of a result', () => {
  it.each([
    ['severe pain on the first day', [], { pain: 8 }, /Your pain is severe\. Phone a doctor today/],
    ['10 and worse', [], { pain: 10, course: 'worse' }, /Phone your doctor today/],
    ['an ordinary spasm', [], {}, /See a doctor or physiotherapist if/],
    ['a doubt', [], {}, /today or tomorrow/, ['night-rest']],
    ['weeks', [], { onset: '2-6-weeks' }, /phone a doctor the same day/],
  ] as const)('say when to see a doctor: %s', (_, signs, values, words, unsure: readonly string[] = []) => {
    expect(essential(result(signs, values, unsure))).toMatch(words);
  });

  it('say all that is to be said about seeing a doctor, whatever was answered, at any width', () => {
    const some = fc.tuple(
      fc.subarray(SIGNS, { maxLength: 2 }),
      fc.subarray(SIGNS, { maxLength: 2 }),
      fc.integer({ min: 0, max: 10 }),
      fc.constantFrom('better', 'worse'),
      fc.constantFrom(40, 80),
    );
    const says = fc.property(some, ([signs, unsure, pain, course, width]) => {
      const given = result(signs, { pain, course }, unsure);
      const shown = essential(given, width);
      const said = given.plan.filter((step) => step.whenToSee);
      expect(said.filter((step) => !shown.includes(step.text))).toEqual([]);
      if (given.level === 'self-care' || given.level === 'clinician') expect(said.length).toBeGreaterThan(0);
    });
    fc.assert(says, tries(200));
  });

  it('and the pages after them name every step of the plan once', () => {
    for (const given of [result([], { pain: 8 }), result(['upper-back'])]) {
      const whole = text(resultLines(page(), given));
      for (const step of given.plan) expect(whole.split(step.text), step.id).toHaveLength(2);
      expect(whole).toContain('What else helps 1. ');
    }
  });

  it('name the next step first, with what it is called', () => {
    const given = result([]);
    expect(essential(given)).toContain(`Next: ${given.plan[0]!.text}`);
  });

  it('give the verdict, then the next step, then why: in a small window the first two are on one page', () => {
    const given = result([], { pain: 8, course: 'worse', onset: '4-14-days' });
    expect(essential(given, 40)).toMatch(/^\S[^:]+? Next: [^]* Why: /);
  });

  it('hide no such step behind others, wherever it comes in the plan', () => {
    const steps: Step[] = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: id }));
    const last: Step = { id: 'e', text: 'e', whenToSee: true };
    expect(firstSteps([...steps, last], 2).map(({ id }) => id)).toEqual(['a', 'b', 'e']);
    expect(firstSteps([last, ...steps], 2).map(({ id }) => id)).toEqual(['e', 'a', 'b']);
  });
});

describe('the document of a result', () => {
  it('marks the steps that say when to see a doctor', () => {
    const { plan } = resultDocument(result([], { pain: 8 })) as { plan: Step[] };
    expect(plan.filter((step) => step.whenToSee).map(({ id }) => id)).toEqual([
      'when-to-see-severe',
      'when-to-see-severe-days',
    ]);
  });
});

/** What is said to a text that mentions a sign. */
const answer = (sign: string) => text(detectedLines(page(), result([sign]), [{ label: 'label', matched: 'words' }]));

describe('the answer to a sign in a text', () => {
  it.each(['swollen-throat', 'ces-saddle'])('sends nobody to a list of questions before they have help: %s', (sign) => {
    expect(answer(sign)).toContain('If you meant something else, check the warning signs: unspasm triage');
    expect(answer(sign)).not.toContain('minute or two');
  });

  it('asks about the other signs where there is time', () => {
    expect(answer('night-rest')).toContain('Check all the warning signs now, in a minute or two: unspasm triage');
  });
});

describe('the reasons', () => {
  it('are one line for one, and a list for several, whose labels have commas', () => {
    expect(resultLines(page(), result(['fever']))).toContain('Why: Fever of 38 °C (100.4 °F) or more');
    const lines = resultLines(page(), result(['fever', 'weight-loss']));
    expect(lines.slice(lines.indexOf('Why:'), lines.indexOf('Why:') + 3)).toEqual([
      'Why:',
      '  • Fever of 38 °C (100.4 °F) or more',
      '  • Weight loss without trying',
    ]);
  });
});
