import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pageIn, unpackPages } from '../../src/help/packed-pages.ts';

const BUILT = join(import.meta.dirname, '../../dist/help.txt');
const packed = readFileSync(BUILT, 'utf8');
const pages = unpackPages(packed);

// To be read as a whole when it changes: `npx vitest run test/help -u` writes it anew.
test('the pages are these', async () => {
  const book = Object.entries(pages).map(([name, page]) => `=== ${name} ===\n\n${page.trimEnd()}\n`);
  await expect(book.join('\n')).toMatchFileSnapshot('pages.txt');
});

test('each is found by its topic, and by nothing else', () => {
  for (const [topic, page] of Object.entries(pages)) expect(pageIn(packed, topic)).toBe(page);
  for (const other of ['', 'constructor', 'triag', 'log list ', '\f', `triage\n${pages['triage']!.slice(0, 20)}`])
    expect(pageIn(packed, other)).toBeUndefined();
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

test('the list of commands is short enough to read, and names every command that it leaves out', () => {
  const list = /^Commands:\n([^]*?)\n\n/m.exec(pages['unspasm']!)![1]!;
  const rows = list.split('\n').map((row) => row.trim().split(/ {2,}/)[0]);
  expect(rows.length).toBeLessThanOrEqual(18);
  const commands = Object.entries(pages).flatMap(([name, page]) =>
    /^Usage: unspasm (\S+)/m.exec(page)?.[1] === name ? name : [],
  );
  const left = commands.filter((name) => !rows.includes(name));
  const elsewhere = [list, pages['shell'], pages['status']].join('\n');
  expect(left).toContain('completion');
  expect(left.filter((name) => !new RegExp(`\\b${name}\\b`).test(elsewhere))).toEqual([]);
});
