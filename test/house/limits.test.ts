import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { content } from '../content/data-files.ts';

const README = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');

test('the README says by which limits episodes are counted', () => {
  const { newEpisodePain, recoveredHours, quietDays } = content.episodes();
  const pain = `pain of ${newEpisodePain} or more`;
  expect(README).toContain(`, or with ${pain}. It ends with pain 0 for ${recoveredHours} hours, `);
  expect(README).toContain(`with ${quietDays} days in which no ${pain} is logged`);
});
