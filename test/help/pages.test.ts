import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const BUILT = join(import.meta.dirname, '../../dist/help.json');
const pages = JSON.parse(readFileSync(BUILT, 'utf8')) as Record<string, string>;

// To be read as a whole when it changes: `npx vitest run test/help -u` writes it anew.
test('the pages are these', async () => {
  const book = Object.entries(pages).map(([name, page]) => `=== ${name} ===\n\n${page.trimEnd()}\n`);
  await expect(book.join('\n')).toMatchFileSnapshot('pages.txt');
});

test('what is needed stands in <…>, what may be left out in […]', () => {
  const usages = Object.values(pages).flatMap((page) => /^Usage: unspasm (.+)$/m.exec(page)?.[1] ?? []);
  expect(usages.length).toBeGreaterThan(20);
  const word = String.raw`(?:[a-z]+|<[a-z]+(?:\.\.\.)?>|\[[a-z]+(?:\.\.\.)?\])`;
  expect(usages.filter((usage) => !new RegExp(`^${word}(?: ${word})*$`).test(usage))).toEqual([]);
});

test.each(['unspasm', 'triage'])('%s says that it is not a diagnosis, and whom to call in an emergency', (name) => {
  const page = pages[name]!.replace(/\s+/g, ' ');
  expect(page).toMatch(/n(?:ot|'t) a diagnosis/);
  expect(page).toMatch(/[Ii]n an emergency, call/);
});
