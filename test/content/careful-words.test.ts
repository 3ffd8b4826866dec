import { describe, expect, test } from 'vitest';
import { texts } from './data-files.ts';

const DOSE = /\b\d+(\.\d+)?\s?(mg|mcg|g|grams?|tablets? (a|per) day)\b/i;

// What only somebody who has seen the patient could say.
const PROMISES = [
  /you have (a |an )?(spasm|sciatica|herniat|fracture|infection|cancer|cauda)/i,
  /it is safe to wait/i,
  /nothing serious/i,
  /you are fine/i,
];

function matching(...patterns: RegExp[]): string[] {
  const found = texts().filter(({ text }) => patterns.some((pattern) => pattern.test(text)));
  return found.map(({ where, text }) => `${where}: ${text}`);
}

describe('data/ never says', () => {
  test('a dose', () => {
    // An overdose is told of in grams: that is what people say, not the program.
    expect(matching(DOSE).filter((found) => !found.startsWith('warning-signs.json/'))).toEqual([]);
  });

  test('what somebody has, or that all is well', () => {
    expect(matching(...PROMISES)).toEqual([]);
  });
});

describe('a dose is recognized', () => {
  test.each(['take 400 mg', 'take 400mg', '0.5 g of it', '1 gram', '500 mcg', '2 tablets a day', '1 Tablet per day'])(
    '%s',
    (text) => expect(text).toMatch(DOSE),
  );

  test.each(['10 to 20 minutes', '38 °C', '8 to 10 gentle ones', 'tablets for months', 'taken for 10 days'])(
    'and %s is none',
    (text) => expect(text).not.toMatch(DOSE),
  );
});
