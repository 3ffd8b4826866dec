import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const CHANGELOG = readFileSync(new URL('../../CHANGELOG.md', import.meta.url), 'utf8');
const ENTRIES = CHANGELOG.split('\n').filter((line) => line.startsWith('- '));

/** How many words of an entry tell it apart from all others. */
const TELLING = 6;

// A merge that keeps both sides of a reworded entry leaves it in the file twice.
test('no change is in the changelog twice', () => {
  expect(ENTRIES.length).toBeGreaterThan(20);
  const starts = ENTRIES.map((entry) => entry.split(' ').slice(0, TELLING).join(' '));
  expect(starts.filter((start, at) => starts.indexOf(start) !== at)).toEqual([]);
});
