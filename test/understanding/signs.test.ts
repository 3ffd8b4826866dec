import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyLetter } from '../any-letter.ts';
import type { Model } from '../../src/understanding/core/model.ts';
import { ANY_SIGN, findSigns, judgeSigns } from '../../src/understanding/core/signs.ts';
import { frozenNotes, notes, settings, signsIn } from './built.ts';
import { told } from './said.ts';

const anyLine = fc.constantFrom(...notes.filter((_, at) => at % 37 === 0), ...frozenNotes).map(({ text }) => text);

describe('what is detected', () => {
  test('comes with the words that were taken for it, the sure ones first', () => {
    const found = signsIn('Slept badly. My temperature is 39.2, and I wet myself on the stairs. Tea at four.');
    expect(found.map(({ id, matched }) => [id, matched])).toEqual(
      expect.arrayContaining([
        ['fever', 'My temperature is 39.2'],
        ['ces-control-pee', 'and I wet myself on the stairs'],
      ]),
    );
    const firstDoubt = found.findIndex(({ sure }) => !sure);
    expect(firstDoubt < 0 || found.slice(firstDoubt).every(({ sure }) => !sure)).toBe(true);
  });

  // The clinician reads it: a leg that nobody wrote of must not come up.
  test.each([
    ['numb between my legs since Friday', ['ces-saddle'], 'numb between my legs since Friday'],
    ["I can't feel anything when I wipe", ['ces-wipe'], "I can't feel anything when I wipe"],
    ['sciatica in both legs', ['both-legs'], 'sciatica in both legs'],
    ["can't start peeing since last night", ['ces-start-pee'], "can't start peeing since last night"],
  ])('names the very part: %s', (text, ids, matched) => {
    expect(told(text)).toEqual(ids);
    expect(signsIn(text)[0]!.matched).toBe(matched);
  });

  // Each has a level of its own: none of these is taken for an emergency.
  test.each([
    ['PMH: prostate ca, on pred', ['cancer-history', 'fragile-bones']],
    ['I had cancer of the bowel some years back', ['cancer-history']],
    ['my osteoporosis is being treated with a weekly tablet', ['fragile-bones']],
    ['my kidney transplant means I take tacrolimus', ['infection-risk']],
    ['my left calf is swollen and warm', ['calf-swelling']],
    ['there are painful blisters in a band round my right side', ['rash-band']],
    ['it burns when I pee and my side hurts', ['kidney-signs']],
  ])('is what somebody has, not only what happens now: %s', (text, ids) => {
    expect(told(text)).toEqual(ids);
  });

  // Both would say two things about one pregnancy, and only one of them is so.
  test.each([
    ['28 weeks pregnant, back ache 4', ['pregnant']],
    ['24 weeks pregnant, lower back sore after the shopping', ['pregnant']],
    ['28 weeks pregnant and bleeding', ['pregnancy-now']],
  ])('is one kind of pregnancy: %s', (text, ids) => {
    expect(told(text)).toEqual(ids);
  });

  test('of a long text is quoted in a few words', () => {
    const text =
      'so I went to the shop and then the park and my sister rang and all the while my left foot was quite numb and ' +
      'tingling and I could hardly feel the pavement and then we had lunch and talked about the garden and the weather';
    const [numb] = signsIn(text);
    expect(numb!.matched).toContain('numb');
    expect(numb!.matched.split(' ').length).toBeLessThanOrEqual(12);
  });

  test('of a long text is quoted without what trails off', () => {
    const text =
      'I took about 16 paracetamol since this morning because the pain will not stop at all today in the shop';
    const [overdose] = signsIn(text);
    expect(overdose).toMatchObject({ id: 'overdose' });
    expect(overdose!.matched).toMatch(/16 paracetamol/);
    expect(overdose!.matched).not.toMatch(/ (the|will|at|in)$/);
  });

  test('is each sign once', () => {
    fc.assert(
      fc.property(anyLine, anyLine, (one, other) => {
        const ids = told(`${one}. ${other}`);
        expect(ids).toEqual([...new Set(ids)]);
      }),
    );
  });

  test('is the same in capitals', () => {
    fc.assert(
      fc.property(anyLine, (text) => {
        expect(told(text.toUpperCase())).toEqual(told(text));
      }),
    );
  });

  test('is quoted from the text, whatever is typed, and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyLetter, maxLength: 300 }), anyLine, (odd, text) => {
        for (const { matched } of signsIn(odd + text)) expect(odd + text).toContain(matched);
      }),
    );
  });
});

/** The processor time that reading a text takes, in milliseconds. */
function costOf(text: string): number {
  const before = process.cpuUsage();
  signsIn(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

// A text of four times the length may take four times as long. Where all is compared with all it takes sixteen times.
describe('reading takes no more than in proportion to the length of the text', () => {
  const size = 32_768;
  const long: [name: string, text: string][] = [
    ['one word', 'leg '.repeat(size / 4)],
    ['denied signs', 'no numb leg '.repeat(size / 12)],
    ['one letter', 'a'.repeat(size)],
    ['points', '.?!'.repeat(size / 3)],
    ['numbers', '38.5 '.repeat(size / 5)],
    ['numbers beside a weight', `kg ${'80 to 70 '.repeat(size / 9)}`],
    ['strange words', Array.from({ length: size / 8 }, (_, at) => `nu${(at * 7919).toString(36)}bnes`).join(' ')],
  ];
  test.each(long)('%s', (_, text) => {
    costOf(text.slice(0, 2000));
    // Some milliseconds are noise.
    const limit = 10 * costOf(text.slice(0, size / 4)) + 30;
    // Other threads count as well, so it may try again.
    const costs = [costOf(text)];
    if (costs[0]! >= limit) costs.push(costOf(text));
    expect(Math.min(...costs)).toBeLessThan(limit);
  });
});

/** A model that judges every text alike: what speaks for each class, and for any sign at all. */
function judging(sums: Readonly<Record<string, number>>): Model {
  const window = { words: [], features: new Map() };
  const judged = Object.entries(sums).map(([id, sum]) => ({ id, sum, likely: 0, window, weightOf: () => [] }));
  return { settings, judge: () => judged };
}

function likelihoods(sums: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(judgeSigns('text', judging(sums)).map(({ id, likely }) => [id, likely]));
}

describe('what speaks for any sign at all', () => {
  const without = likelihoods({ fever: 1, collapse: 0, [ANY_SIGN]: 0 });

  test('makes the sign that fits best likelier, and no other', () => {
    const found = likelihoods({ fever: 1, collapse: 0, [ANY_SIGN]: 3 });
    expect(found['fever']).toBeGreaterThan(without['fever']!);
    expect(found['collapse']).toBe(without['collapse']);
  });

  test('makes every sign less likely where it speaks against it', () => {
    const found = likelihoods({ fever: 1, collapse: 0, [ANY_SIGN]: -3 });
    expect(found['fever']).toBeLessThan(without['fever']!);
    expect(found['collapse']).toBeLessThan(without['collapse']!);
  });

  test('is no sign itself', () => {
    expect(findSigns('text', judging({ fever: -9, [ANY_SIGN]: 9 }), '').map(({ id }) => id)).not.toContain(ANY_SIGN);
  });
});

test('thoughts of ending one’s life are answered from their own likelihood on, whatever their id', () => {
  const { crisis, asked, any } = settings.signs;
  const likely = (crisis + asked) / 2;
  const sum = (Math.log(likely / (1 - likely)) - any.best.offset) / any.best.slope;
  const model = judging({ 'some-id': sum, [ANY_SIGN]: 0 });
  expect(findSigns('text', model, 'some-id').map(({ id }) => id)).toEqual(['some-id']);
  expect(findSigns('text', model, 'another-id')).toEqual([]);
});

function idsFrom(sums: Readonly<Record<string, number>>): [id: string, sure: boolean][] {
  return findSigns('text', judging({ ...sums, [ANY_SIGN]: 0 }), '').map(({ id, sure }) => [id, sure]);
}

describe('of related signs', () => {
  test('the graver form is asked about earlier, but only where the milder one is mentioned', () => {
    expect(idsFrom({ 'severe-injury': 4, 'accident-now': -2 })).toEqual([
      ['severe-injury', true],
      ['accident-now', false],
    ]);
    expect(idsFrom({ 'severe-injury': -9, 'accident-now': -2, fever: 4 })).toEqual([['fever', true]]);
  });

  test('one is said of those that exclude each other: the gravest that is sure', () => {
    expect(idsFrom({ pregnant: 4, 'pregnancy-now': 2 })).toEqual([['pregnancy-now', true]]);
  });

  test('a doubtful one gives way to a sure one', () => {
    expect(idsFrom({ pregnant: 4, 'pregnancy-now': -1 })).toEqual([['pregnant', true]]);
  });

  test('the likeliest is asked about where none is sure', () => {
    expect(idsFrom({ pregnant: -1, 'pregnancy-now': -1.2, 'pregnant-early': -1.1 })).toEqual([['pregnant', false]]);
  });
});
