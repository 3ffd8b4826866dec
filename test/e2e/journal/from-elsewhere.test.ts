import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { makeUlid } from '../../../src/journal/core/ulid.ts';
import { forgetPeople, newPerson, type Person } from './person.ts';

const AT = '2026-11-22T10:00:00+00:00';
const ID = makeUlid(Date.parse(AT), () => 0.5);
const BRACKETS = '['.repeat(200_000) + ']'.repeat(200_000);

afterEach(forgetPeople);

/** Somebody whose journal was synced with that of another device. */
async function withFile(text: string, name = 'other.jsonl'): Promise<Person> {
  const anna = newPerson();
  await anna.does(['log', '5', 'mine']);
  writeFileSync(join(anna.journal, name), text, { mode: 0o600 });
  return anna;
}

function line(fields: object): string {
  const put = { v: 1, op: 'put', id: ID, rev: ID, dev: 'other234', kind: 'note', at: AT, note: 'theirs' };
  return `${JSON.stringify({ ...put, ...fields })}\n`;
}

describe('a line of another device', () => {
  it('can be edited, however far ahead its revision lies', async () => {
    const anna = await withFile(line({ rev: makeUlid(Date.UTC(2199, 0, 1), () => 0.99) }));
    expect(await anna.does(['log', 'edit', ID, '--note', 'changed'])).toContain('Changed');
    expect(await anna.does(['log', 'list'])).toContain('changed');
    expect(await anna.does(['log', 'remove', ID])).toContain('Removed');
    expect(await anna.does(['log', 'list'])).not.toContain('changed');
  });

  it.each(['~~~~', 'ZZZZZZZZZZZZZZZZZZZZZZZZZZ', '7ZZZZZZZZZZZZZZZZZZZZZZZZZ', 'constructor', '', '../../x'])(
    'with the revision "%s" holds nothing back: it is named, and what is logged counts',
    async (rev) => {
      const anna = await withFile(line({}) + line({ rev, note: 'from nowhere' }));
      expect(await anna.does(['log', 'edit', ID, '--note', 'changed'])).toContain('Changed');
      const { stdout, stderr } = await anna.run(['log', 'list']);
      expect(stdout).toContain('changed');
      expect(stdout).not.toContain('from nowhere');
      expect(stderr).toContain('other.jsonl');
      expect(await anna.run(['log', 'check'])).toMatchObject({ code: 1 });
    },
  );

  it('in our own file that no revision can follow is named, and a new entry is kept', async () => {
    const anna = newPerson();
    await anna.does(['log', '5', 'mine']);
    writeFileSync(anna.file, line({ rev: '7ZZZZZZZZZZZZZZZZZZZZZZZZZ' }), { flag: 'a' });
    await anna.does(['log', '6', 'next']);
    const { entries } = await anna.document<{ entries: { note: string; id: string }[] }>(['log', 'list']);
    expect(entries.map(({ note }) => note)).toEqual(['next', 'mine']);
    expect(entries.every(({ id }) => id.startsWith('01'))).toBe(true);
  });
});

describe('what is larger than anybody writes', () => {
  it('costs no other line: 40 MB in one', async () => {
    const anna = await withFile(line({ note: 'x'.repeat(40_000_000) }) + line({}));
    const { code, stdout, stderr } = await anna.run(['log', 'list'], { timeoutMs: 30_000 });
    expect(code).toBe(0);
    expect(stdout).toMatch(/mine[^]*theirs/);
    expect(stderr).toContain('it is longer than');
    for (const command of ['ice', 'stretch']) {
      const session = await anna.run([command, '--no-input', '--json'], { timeoutMs: 30_000 });
      expect(session.stderr).not.toContain('fault');
    }
  });

  it('costs no other line: brackets in brackets', async () => {
    const anna = await withFile(
      `${BRACKETS}\n${line({ x: JSON.parse(BRACKETS.slice(199_000, 201_000)) as object })}${line({})}`,
    );
    const { code, stdout, stderr } = await anna.run(['log', 'list']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('theirs') });
    expect(stderr).toContain('it is nested too deeply');
    expect((await anna.run(['log', 'export', '--format', 'json'])).code).toBe(0);
  });

  it.each([
    ['answers', ['triage', '--answers', '-'], `{"signs":[],"x":${BRACKETS}}`],
    ['answers that are nothing else', ['triage', '--answers', '-', '--json'], BRACKETS],
    ['operations', ['log', 'import', '-'], `{"operations":[${BRACKETS}]}`],
    ['operations that are nothing else', ['log', 'import', '-', '--json'], BRACKETS],
    ['a cell', ['log', 'import', '-'], `at,pain\n2026-11-20 10:00,${BRACKETS}\n`],
  ])('is bad input: %s', async (_what, args, input) => {
    const { code, stdout, stderr } = await newPerson().run(args, { input });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).not.toMatch(/fault|RangeError|Maximum/);
  });

  it('is bad input: an entry that could not be read back', async () => {
    const anna = newPerson();
    const input = `at,note\n2026-11-20 10:00,ok\n2026-11-20 11:00,${'x'.repeat(1_100_000)}\n`;
    const { code, stderr } = await anna.run(['log', 'import', '-'], { input });
    expect(code).toBe(2);
    expect(stderr).toContain("standard input:3: this entry can't be imported: it is longer than");
    expect(anna.text()).toBe('');
  });
});

describe('the cell of a table', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('"%s" is no yes and no no', async (limited) => {
    const anna = newPerson();
    const input = `at,pain,limited\n2026-11-20 10:00,5,${limited}\n`;
    expect(await anna.run(['log', 'import', '-'], { input })).toMatchObject({ code: 2 });
    expect(anna.text()).toBe('');
  });
});

function keep(anna: Person, name: string, text: string): void {
  const folder = join(anna.state, 'sessions');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), text);
}

describe('a session in the state folder', () => {
  it.each([
    ['a number', '7'],
    ['brackets', BRACKETS],
    ['an empty object', '{}'],
    ['no script', '{"v":1,"pid":3,"planned":1,"session":{"at":0}}'],
    ['steps of nothing', '{"v":1,"pid":3,"planned":1,"session":{"at":"constructor","script":{"steps":{}}}}'],
  ])('that is none is passed over: %s', async (_what, text) => {
    const anna = newPerson();
    keep(anna, '999999.json', text);
    const { code, stdout, stderr } = await anna.run(['status']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).not.toMatch(/undefined|NaN/);
  });
});
