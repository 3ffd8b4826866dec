import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { does, document, folder, forgetAll, journal, run, runScript, windowsPath } from './windows.ts';

beforeEach(forgetAll);

interface Listed {
  readonly entries: readonly { readonly id: string; readonly note?: string }[];
}
const listed = async () => (await document<Listed>(['log', 'list', '--all'])).entries;
const notes = async () => (await listed()).map(({ note }) => note);

/** Adds two entries. @returns the id of the first */
async function logTwo(): Promise<string> {
  await does(['log', '5', 'secret']);
  await does(['log', '4', 'other']);
  return (await listed()).find(({ note }) => note === 'secret')!.id;
}

/** Another process that has the only file of the journal open until somebody has begun to replace it, and a moment more. */
const HOLDER = `
const fs = require('node:fs');
const { join } = require('node:path');
const [folder, ready] = process.argv.slice(2);
fs.openSync(join(folder, fs.readdirSync(folder).find((name) => name.endsWith('.jsonl'))), 'r');
fs.writeFileSync(ready, '');
const look = setInterval(() => {
  if (!fs.readdirSync(folder).some((name) => name.endsWith('.tmp'))) return;
  clearInterval(look);
  setTimeout(() => process.exit(), 100);
}, 1);
setTimeout(() => process.exit(1), 60000);
`;

async function holdForAMoment(): Promise<() => Promise<number | null>> {
  const ready = join(folder, 'ready');
  const ended = runScript(HOLDER, windowsPath(journal), windowsPath(ready));
  await expect.poll(() => existsSync(ready), { timeout: 20_000 }).toBe(true);
  return async () => (await ended).code;
}

describe('one entry is purged', () => {
  test('and nothing else', async () => {
    const id = await logTwo();
    await does(['log', 'purge', id, '--yes']);
    expect(await notes()).toEqual(['other']);
    expect(readdirSync(journal)).toEqual([expect.stringMatching(/^[a-z0-9]{8}\.jsonl$/)]);
  });

  test('while another process has the file open for a moment', async () => {
    const id = await logTwo();
    const ended = await holdForAMoment();
    await does(['log', 'purge', id, '--yes']);
    expect(await ended()).toBe(0);
    expect(await notes()).toEqual(['other']);
    expect(readdirSync(journal)).toHaveLength(1);
  });

  test('and no line is lost that others add meanwhile', async () => {
    const id = await logTwo();
    const adding = Array.from({ length: 6 }, (_, at) => does(['log', '3', `meanwhile ${at}`]));
    await Promise.all([...adding, does(['log', 'purge', id, '--yes'])]);
    const wanted = ['other', ...adding.map((_, at) => `meanwhile ${at}`)];
    expect(new Set(await notes())).toEqual(new Set(wanted));
    expect(await notes()).toHaveLength(wanted.length);
    expect(readdirSync(journal)).toHaveLength(1);
  });
});

test('a file of a name that would be a hidden stream is refused', async () => {
  await does(['log', '5', 'one']);
  const { code, stderr } = await run(['report', '--output', `${windowsPath(join(folder, 'report'))} 18:30.html`]);
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('colon') });
  expect(readdirSync(folder).filter((name) => name.startsWith('report 18'))).toEqual([]);
});
