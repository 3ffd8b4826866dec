import { cpSync, readdirSync, writeFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { called } from '../harness/renamed.ts';
import { forgetPeople, newPerson } from './person.ts';

const MAC = called('mac.local');
const AT_HOME = called('mac.fritz.box');

afterEach(forgetPeople);

describe('a computer that each network calls something else', () => {
  it('has one file, and one thing to undo', async () => {
    const anna = newPerson();
    for (const today of [MAC, AT_HOME, MAC, AT_HOME, called('localhost')]) await anna.does(['log', '3', 'x'], today);
    expect(readdirSync(anna.journal)).toHaveLength(1);
    expect(await anna.does(['log', 'undo'], AT_HOME)).toContain('"x"');
    expect(await anna.does(['log', 'undo'], MAC)).toContain('"x"');
  });

  it('has one file, too, where its id cannot be kept', async () => {
    const anna = newPerson();
    mkdirSync(dirname(anna.state), { recursive: true });
    writeFileSync(anna.state, 'a file in the place of the folder');
    for (const today of [MAC, AT_HOME]) await anna.does(['log', '3', 'x'], today);
    expect(readdirSync(anna.journal)).toEqual([expect.stringMatching(/^host-\w+\.jsonl$/)]);
    expect(await anna.does(['log', 'undo'], AT_HOME)).toContain('"x"');
  });
});

describe('a copy of the state folder on another computer', () => {
  it('writes a file of its own, and undoes nothing of the first', async () => {
    const anna = newPerson();
    await anna.does(['log', '3', 'x'], MAC);
    const there = { env: { ...called('desktop').env, XDG_STATE_HOME: join(anna.home, 'desktop') } };
    cpSync(anna.state, join(anna.home, 'desktop', 'unspasm'), { recursive: true });
    expect((await anna.run(['log', 'undo'], there)).stderr).toContain('nothing to undo');
    await anna.does(['log', '4', 'y'], there);
    await anna.does(['log', '5', 'z'], MAC);
    expect(readdirSync(anna.journal)).toHaveLength(2);
  });
});
