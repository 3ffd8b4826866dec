import { stripVTControlCharacters } from 'node:util';
import { expect, it } from 'vitest';
import { coloredStyle } from '../../src/terminal/colored-style.ts';
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

it.each([
  ['a command', 'To see all topics, run: unspasm faq --list', 40, 'run: unspasm faq --list'],
  ['a command in brackets', 'Heat after the first days (unspasm guide rice-heat)', 40, '(unspasm guide rice-heat)'],
  ['a number with its unit', 'Exercise sessions this week: 2 of 3, 75 min in all', 36, '75 min in all'],
  ['a range', 'How bad was it, from 0 to 10, on Sun 29 Nov?', 26, '0 to 10, on Sun 29 Nov?'],
])('%s stays whole by itself', (_what, text, width, last) => {
  expect(wrap(text, width)).toEqual([text.slice(0, -last.length - 1), last]);
});

it('no word is alone on the last line, if the one before it can join it', () => {
  expect(wrap('Where does it hurt? Press Enter to skip.', 38)).toEqual(['Where does it hurt? Press Enter', 'to skip.']);
  expect(wrap('Where does it hurt? Press Enter to skip.', 40)).toEqual(['Where does it hurt? Press Enter to skip.']);
  expect(wrap('Physiotherapist appointments', 20)).toEqual(['Physiotherapist', 'appointments']);
  expect(wrap('one extraordinarily long-winded word', 19)).toEqual(['one extraordinarily', 'long-winded word']);
});

const plain = (lines: readonly string[]) => lines.map((line) => stripVTControlCharacters(line));

it('the same in colour', () => {
  const { strong } = coloredStyle();
  expect(plain(wrap(`${strong('Next:')} start the stretches of today now`, 36))).toEqual([
    'Next: start the stretches of',
    'today now',
  ]);
  expect(plain(wrap(strong('run: unspasm config set accessible on'), 20)).every((line) => line.length <= 20)).toBe(
    true,
  );
});
