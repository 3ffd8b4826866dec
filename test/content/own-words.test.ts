import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { texts } from './data-files.ts';
import { copied, hash, runs } from './runs.ts';

// The guide isn't ours to ship, so its runs of eight words are kept as hashes: one `hash(run)`
// a line, of each of `runs(the whole guide)`.
const guide = readFileSync(new URL('guide-runs.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');

describe('data/ is in our own words', () => {
  const ours = texts().filter(({ where }) => !where.startsWith('sources.json/'));

  test('no text shares eight words in a row with the guide', () => {
    const hashes = new Set(guide);
    const copies = ours.flatMap(({ where, text }) => copied(text, hashes).map((run) => `${where}: ${run}`));
    expect(copies).toEqual([]);
  });

  test('the guide and the data are both there to compare', () => {
    expect(guide.length).toBeGreaterThan(2000);
    expect(guide.filter((line) => !/^[0-9a-f]{12}$/.test(line))).toEqual([]);
    expect(ours.length).toBeGreaterThan(500);
  });
});

describe('a copy is found', () => {
  const sentence = 'Seven grey herons don’t dance on my neighbour’s roof before 10-12 o’clock, as a rule.';
  const hashes = new Set(runs(sentence).map(hash));

  test('inside other words', () => {
    expect(copied(`People say that ${sentence} Nobody minds.`, hashes)).toEqual(runs(sentence));
  });

  test('with other capitals, punctuation, apostrophes and line breaks', () => {
    const disguised = "SEVEN grey herons — don't dance:\n on “my neighbour's   roof” before 10 (12) o'clock as a rule";
    expect(copied(disguised, hashes)).toEqual(runs(sentence));
  });

  test('when it is eight words long, and not when it is seven', () => {
    expect(copied('Look: grey herons don’t dance on my neighbour’s roof!', hashes)).toEqual([
      "grey herons don't dance on my neighbour's roof",
    ]);
    expect(copied('Look: grey herons don’t dance on my neighbour’s shed!', hashes)).toEqual([]);
    expect(copied('Seven grey herons', hashes)).toEqual([]);
  });
});
