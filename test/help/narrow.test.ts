import { describe, expect, it } from 'vitest';
import { narrowPage } from '../../src/help/narrow.ts';

const PAGE = [
  'Keeps a pain journal on this computer. On a terminal it asks; with a number from',
  '0 to 10 it adds an entry at once.',
  '',
  // Broken earlier than it had to be, so that no word is alone on its last line.
  'The entries of an app that are there already are counted, and none is',
  'added again.',
  '',
  'Examples:',
  '  unspasm log',
  '      ask',
  '',
  'Options:',
  '  --at <time>  when it was: "20m ago", 18:30, "yesterday 6pm", "mon 08:00", "mon',
  '               09:00"',
  '  --json       one JSON document on standard output',
  '',
].join('\n');

describe('a help page in a narrow window', () => {
  it('is broken anew, between words', () => {
    expect(narrowPage(PAGE, 40).split('\n')).toEqual([
      'Keeps a pain journal on this computer.',
      'On a terminal it asks; with a number',
      'from 0 to 10 it adds an entry at once.',
      '',
      'The entries of an app that are there',
      'already are counted, and none is',
      'added again.',
      '',
      'Examples:',
      '  unspasm log',
      '      ask',
      '',
      'Options:',
      '  --at <time>  when it was: "20m',
      '      ago", 18:30, "yesterday 6pm",',
      '      "mon 08:00", "mon 09:00"',
      '  --json       one JSON document on',
      '      standard output',
      '',
    ]);
  });

  it.each([undefined, 0, 80, 200])('stays as it was made in one of %s columns', (columns) => {
    expect(narrowPage(PAGE, columns)).toBe(PAGE);
  });

  it.each([20, 30, 40, 60, 79])('of %i columns loses no word', (columns) => {
    expect(narrowPage(PAGE, columns).split(/\s+/)).toEqual(PAGE.split(/\s+/));
  });
});
