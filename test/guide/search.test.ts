import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { search } from '../../src/guide/search/search.ts';
import { suggest } from '../../src/guide/search/search.ts';
import { chapters, index } from './index.ts';
import { tries } from '../tries.ts';

const passages = chapters.flatMap((chapter) => chapter.passages);
const top = (question: string) => {
  const { answered, results } = search(question, index);
  return answered ? results[0]!.id : 'none';
};

describe('every passage is found', () => {
  test.each(passages.map(({ id, title }) => [title, id]))('by its title: %s', (title, id) => {
    expect(
      search(title, index)
        .results.slice(0, 3)
        .map((one) => one.id),
    ).toContain(id);
  });
});

describe('what people say for the words of the guide', () => {
  test.each([
    ['should I use a cold pack', 'rice-ice'],
    ['hot water bottle or frozen peas', 'faq-ice-or-heat'],
    ['nurofen', 'otc-nsaids-acetaminophen'],
    ['Is Tylenol OK?', 'otc-nsaids-acetaminophen'],
    ['will it pass by itself', 'faq-duration'],
    ['how long untill it heels', 'faq-duration'],
    ['I wet myself this morning', 'redflag-bladder-bowel'],
    ['my foot has gone dead', 'redflag-numbness-weakness'],
    ['shivery and 39 degrees', 'redflag-fever'],
    ['fell off a ladder', 'redflag-injury'],
    ['my mattress is 12 years old, should I replace it', 'life-sleep-mattress'],
    ['pain months old, still there', 'redflag-persistent-clinic'],
    ['my 6 year old has back pain', 'none'],
  ])('%s', (question, id) => {
    expect(top(question)).toBe(id);
  });
});

describe('what the guide does not cover is turned down', () => {
  test.each([
    'heat pump rebate',
    'ice skating lessons',
    'press release template',
    'stretch limo',
    'heat index today',
    'does acupuncture work',
    'how much does an MRI cost',
    'the capital of Peru',
    'xyzzy plugh',
    'of the and',
    '',
  ])('%s', (question) => {
    expect(top(question)).toBe('none');
  });

  test('and what comes near is named all the same', () => {
    const { answered, results } = search('heat pump rebate', index);
    expect(answered).toBe(false);
    expect(results.slice(0, 5).map(({ id }) => id)).toContain('rice-heat');
  });
});

describe('whatever is typed', () => {
  test('the same question has the same answer, best first, and each passage once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (question) => {
        const { results, answered } = search(question, index);
        expect(search(question, index)).toEqual({ results, answered });
        const scores = results.map(({ score }) => score);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
        expect(new Set(results.map(({ id }) => id)).size).toBe(results.length);
        expect(results.every(({ score }) => score >= 0 && score <= 1)).toBe(true);
      }),
      tries(80),
    );
  });

  test.each(['__proto__', 'constructor', 'toString hasOwnProperty', '|=;:', '@rice-ice'])('%s does no harm', (text) => {
    expect(() => search(text, index)).not.toThrow();
  });
});

const titles = (typed: string) => suggest(typed, passages, index).map(({ id }) => id);

describe('suggestions', () => {
  test('are everything while nothing was typed', () => {
    expect(titles('')).toEqual(passages.map(({ id }) => id));
  });

  test('begin with titles that hold what was typed so far', () => {
    expect(titles('mat')[0]).toBe('life-sleep-mattress');
    expect(titles('child')[0]).toBe('stretch-childs-pose');
  });

  test('go on with what the search finds', () => {
    expect(titles('advil')).toContain('otc-nsaids-acetaminophen');
    expect(titles('qqqq')).toEqual([]);
  });
});
