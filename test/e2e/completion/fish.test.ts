import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Variables } from '../harness/environment.ts';
import { forgetPeople, newPerson, type Person } from '../journal/person.ts';
import { runProgram } from '../process.ts';
import { EVIL, ifInstalled, installed, isInstalled, writeScript } from './shell.ts';

let anna: Person;
let env: Variables;

beforeEach(() => {
  anna = newPerson();
  env = installed(anna);
});

afterEach(forgetPeople);

const SOURCED = 'unspasm completion fish | source';

/** @param sourced has fish read the script: from a file by default, as packages install it */
async function completed(line: string, sourced?: string): Promise<string[]> {
  const source = sourced ?? `source ${await writeScript(anna, 'fish')}`;
  const script = `${source}; ${source}; complete -C "$argv[1]"`;
  const command = ['fish', '--no-config', '-c', script, line] as const;
  const { code, stdout, stderr } = await runProgram([], { command, env, cwd: anna.home });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout.split('\n').filter(Boolean);
}

const values = (lines: readonly string[]) => lines.map((line) => line.split('\t')[0]);

describe.skipIf(!isInstalled('fish'))(`in fish${ifInstalled('fish')}`, () => {
  it.each<[string, string[]]>([
    ['unspasm tri', ['triage']],
    ['unspasm log list --kind p', ['pain', 'peg']],
    ['unspasm log list --kind=p', ['--kind=pain', '--kind=peg']],
    ['unspasm log --area lower,le', ['lower,left-leg']],
    ['unspasm stretch cat', ['cat-cow']],
    ['unspasm config set glyphs as', ['ascii']],
    ['unspasm log --note my', []],
    ['unspasm triage --answers my', ['my answers.json']],
    ['unspasm triage --answers=my', ['--answers=my answers.json']],
  ])('%j', async (line, expected) => {
    writeFileSync(join(anna.home, 'my answers.json'), '{}');
    expect(values(await completed(line))).toEqual(expected);
  });

  it('entries are offered with what they say; nothing of it is run', async () => {
    const id = await anna.logs('6', EVIL);
    const newest = await anna.logs('3');
    const lines = await completed('unspasm log show ', SOURCED);
    expect(values(lines)).toEqual([newest, id]);
    expect(lines[1]).toContain('pain 6; "$(touch PWNED) `touch');
    expect(existsSync(join(anna.home, 'PWNED'))).toBe(false);
  });
});
