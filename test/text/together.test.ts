import { expect, it } from 'vitest';
import { noBreak } from '../../src/text/break-line.ts';
import { wrap } from '../../src/text/wrap.ts';

const step = `Put ice on it. ${noBreak('(unspasm ice)')}`;

it('words that belong together stay on one line, with plain spaces to be copied', () => {
  expect(wrap(step, 24)).toEqual(['Put ice on it.', '(unspasm ice)']);
  expect(wrap(step, 28)).toEqual(['Put ice on it. (unspasm ice)']);
});

it('they are broken where no line is long enough for them', () => {
  expect(wrap(step, 10)).toEqual(['Put ice on', 'it.', '(unspasm', 'ice)']);
});
