import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/journal/core/records.ts';
import { forgetPeople, newPerson, type Person } from './person.ts';

const hasGit = (() => {
  try {
    execFileSync('git', ['--version']);
    return true;
  } catch {
    return false;
  }
})();

/** Somebody with one journal, in a git folder, on two devices. */
class TwoDevices {
  readonly #anna: Person;
  readonly #data: string;

  constructor(anna: Person) {
    this.#anna = anna;
    this.#data = join(anna.home, 'synced');
    mkdirSync(this.#data);
    this.git('init', '--quiet', '--initial-branch', 'main');
  }

  env(device: string) {
    return { UNSPASM_DATA_DIR: this.#data, XDG_STATE_HOME: join(this.#anna.home, device) };
  }

  log(device: string, ...args: string[]): Promise<string> {
    return this.#anna.does(['log', ...args], { env: this.env(device) });
  }

  async notes(device: string): Promise<string[]> {
    const document = await this.log(device, 'list', '--all', '--json');
    return (JSON.parse(document) as { entries: Entry[] }).entries.map(({ note }) => note!).toSorted();
  }

  async idOf(device: string, note: string): Promise<string> {
    const document = await this.log(device, 'list', '--all', '--json');
    return (JSON.parse(document) as { entries: Entry[] }).entries.find((entry) => entry.note === note)!.id;
  }

  git(...args: string[]): string {
    const who = ['-c', 'user.name=Anna', '-c', 'user.email=anna@example.org', '-c', 'commit.gpgsign=false'];
    const env = { PATH: process.env['PATH'], HOME: this.#anna.home, GIT_CONFIG_NOSYSTEM: '1' };
    return execFileSync('git', [...who, ...args], { cwd: this.#data, env, encoding: 'utf8' });
  }

  commit(): void {
    this.git('add', '--all');
    this.git('commit', '--quiet', '-m', 'journal');
  }
}

afterEach(forgetPeople);

describe.skipIf(!hasGit)('a journal in git, on two devices', () => {
  it('merges without a conflict, and all entries are there', async () => {
    const both = new TwoDevices(newPerson());
    await both.log('laptop', '5', 'common 1');
    await both.log('desktop', '5', 'common 2');
    both.commit();
    both.git('switch', '--quiet', '--create', 'desktop');
    for (const at of [1, 2, 3]) await both.log('desktop', '4', `desktop ${at}`);
    await both.log('desktop', 'edit', await both.idOf('desktop', 'common 1'), '--note', 'common 1, edited');
    both.commit();
    both.git('switch', '--quiet', 'main');
    for (const at of [1, 2, 3, 4]) await both.log('laptop', '3', `laptop ${at}`);
    await both.log('laptop', 'remove', await both.idOf('laptop', 'common 2'));
    both.commit();
    both.git('merge', '--quiet', '--no-edit', 'desktop');
    expect(both.git('status', '--porcelain')).toBe('');
    const all = [
      'common 1, edited',
      'desktop 1',
      'desktop 2',
      'desktop 3',
      'laptop 1',
      'laptop 2',
      'laptop 3',
      'laptop 4',
    ];
    expect(await both.notes('laptop')).toEqual(all);
    expect(await both.notes('desktop')).toEqual(all);
  });

  it('is undone on each device by itself', async () => {
    const both = new TwoDevices(newPerson());
    await both.log('laptop', '5', 'of the laptop');
    await both.log('desktop', '5', 'of the desktop');
    await both.log('laptop', 'undo');
    expect(await both.notes('desktop')).toEqual(['of the desktop']);
  });
});

describe('an entry that two devices share', () => {
  it('is not taken back by one after the other has changed it', async () => {
    const anna = newPerson();
    const desktop = { XDG_STATE_HOME: join(anna.home, 'desktop') };
    const id = await anna.logs('5', 'one');
    await anna.does(['log', 'edit', id, '--pain', '2'], { env: desktop });
    const { code, stderr } = await anna.run(['log', 'undo']);
    expect(code).toBe(1);
    expect(stderr).toContain('that entry has since been changed on another computer');
    expect(anna.entries()).toMatchObject([{ pain: 2 }]);
  });
});

describe('what a sync tool has left', () => {
  it.each([
    'laptop22.sync-conflict-20261122-164112-ABCDEFG.jsonl',
    "laptop22 (Anna's conflicted copy 2026-11-22).jsonl",
  ])('is read, each entry once: %s', async (name) => {
    const anna = newPerson();
    await anna.does(['log', '5', 'one']);
    await anna.does(['log', '5', 'other']);
    const text = readFileSync(anna.file, 'utf8');
    const [first] = text.split('\n');
    const third = first!.replaceAll(/"01\w{24}"/g, '"01ARYZ6S41TSV4RRFFQ69G5FAV"').replace('"one"', '"only there"');
    writeFileSync(join(anna.journal, name), `${text}${third}\n`);
    const { entries } = await anna.document<{ entries: Entry[] }>(['log', 'list', '--all']);
    expect(entries.map(({ note }) => note!).toSorted()).toEqual(['one', 'only there', 'other']);
    const stdout = await anna.does(['log', 'list']);
    expect(stdout.match(/"one"/g)).toHaveLength(1);
  });

  it('with marks of a merge is read but for these, which are named', async () => {
    const anna = newPerson();
    await anna.does(['log', '5', 'one']);
    await anna.does(['log', '5', 'other']);
    const [first, second] = readFileSync(anna.file, 'utf8').split('\n');
    writeFileSync(anna.file, `<<<<<<< HEAD\n${first}\n=======\n${second}\n>>>>>>> desktop\n`);
    const { code, stdout, stderr } = await anna.run(['log', 'list']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/"other"[^]*"one"/);
    for (const line of [1, 3, 5]) expect(stderr).toContain(`.jsonl:${line}: it is a mark of a merge conflict`);
  });
});

describe('a line of a newer program', () => {
  it('survives an entry, an edit, an undo and an erasure, byte for byte', async () => {
    const newer = '{"v":99, "op":"put","id":"01KX0000000000000000000000","mood": "ä 😀",  "rev":"01KX"}\r';
    const anna = newPerson();
    const id = await anna.logs('5', 'one');
    appendFileSync(anna.file, `${newer}\n`);
    const other = await anna.logs('4', 'other');
    await anna.does(['log', 'edit', id, '--pain', '3']);
    await anna.does(['log', 'undo']);
    await anna.does(['log', 'remove', id]);
    await anna.does(['log', 'purge', other, '--yes']);
    const lines = readFileSync(anna.file, 'utf8').split('\n');
    expect(lines.filter((line) => line === newer)).toHaveLength(1);
    expect(lines.join('\n')).not.toContain('"other"');
    expect((await anna.run(['log', 'list'])).stderr).toContain('a newer unspasm wrote it (version 99)');
  });
});
