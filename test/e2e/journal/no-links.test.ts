import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { preloading } from '../harness/quoting.ts';
import { forgetPeople, newPerson } from './person.ts';

const noLinks = fileURLToPath(new URL('../harness/no-links.cjs', import.meta.url));
const env = preloading(noLinks);

const input = 'at,pain,note\n2026-01-01 10:00,5,first\n2026-01-02 10:00,4,second\n';

afterEach(forgetPeople);

it('a journal on a file system without hard links takes an import, once', async () => {
  const anna = newPerson(env);
  expect(await anna.does(['log', 'import', '-'], { input })).toMatch(/^Imported: 2 added/);
  expect(anna.entries().map(({ note }) => note)).toEqual(['second', 'first']);
  expect(readdirSync(anna.journal)).toEqual([expect.stringMatching(/^import-[0-9A-Z]{26}-[a-z0-9]{8}\.jsonl$/)]);
  expect(await anna.does(['log', 'import', '-'], { input })).toMatch(/^Imported: 0 added.* 2 already there/);
});

it('first entries at the same moment are all of one device there, too', async () => {
  const anna = newPerson(env);
  const outcomes = await Promise.all(Array.from({ length: 6 }, (_, at) => anna.run(['log', '5', `n${at}`])));
  expect(outcomes.map(({ code }) => code)).toEqual(outcomes.map(() => 0));
  expect(new Set(anna.entries().map(({ dev }) => dev)).size).toBe(1);
  expect(anna.entries()).toHaveLength(6);
  expect(readdirSync(anna.journal)).toEqual([expect.stringMatching(/^[a-z0-9]{8}\.jsonl$/)]);
});

it('an import that is killed there in its last moment leaves nothing of it, and can be made again', async () => {
  const anna = newPerson(env);
  const { signal } = await anna.run(['log', 'import', '-'], { input, env: { ...env, KILLED_AT_RENAME: '1' } });
  expect(signal).toBe('SIGKILL');
  expect(anna.entries()).toEqual([]);
  expect(await anna.does(['log', 'check'])).toMatch(/^0 good lines in 1 file /);
  expect(await anna.does(['log', 'import', '-'], { input })).toMatch(/^Imported: 2 added/);
  expect(anna.entries()).toHaveLength(2);
});
