import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { builtProgram, makeHome, removeHome, withoutPowers } from '../harness/environment.ts';
import { preloading } from '../harness/quoting.ts';
import { closeTerminals } from '../terminal.ts';
import { forgetPeople, newPerson, type Person } from './person.ts';

const ORDINARY =
  '{"signs":[],"age":"20-44","onset":"1-3-days","pain":6,"course":"same","earlier":"never","trigger":"lifting"}';
const command = withoutPowers(...builtProgram);
const COUNTER = join(import.meta.dirname, '..', 'harness', 'count-refusals.cjs');

/** Makes folders that nothing can be written to, for as long as the test runs. */
const closed: string[] = [];
function close(mode: number, ...folders: string[]): void {
  for (const folder of folders) {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, mode);
    closed.push(folder);
  }
}

/** Somebody who may not write anywhere. */
function nowhere(): Person {
  const anna = newPerson();
  close(0o500, anna.home);
  return anna;
}

/** Somebody whose journal has become read-only. */
async function readOnly(): Promise<Person> {
  const anna = newPerson();
  await anna.does(['log', '5', 'former']);
  chmodSync(anna.file, 0o400);
  close(0o500, anna.journal);
  return anna;
}

/** Counts what the system refuses the program. */
function countRefusals() {
  const folder = makeHome();
  onTestFinished(() => removeHome(folder));
  const file = join(folder, 'refusals');
  const env = { ...preloading(COUNTER), UNSPASM_REFUSALS: file };
  return { env, count: () => Number(readFileSync(file, 'utf8')) };
}

const under = (person: Person, ...path: string[]) => join(person.home, ...path);

/** Everything below a folder, with its permissions: "config/ 700". */
function modesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => {
    const facts = statSync(join(folder, name));
    return `${(facts.mode & 0o777).toString(8)} ${facts.isDirectory() ? 'folder' : 'file'}`;
  });
}

afterEach(async () => {
  await closeTerminals();
  for (const folder of closed.splice(0)) chmodSync(folder, 0o700);
  forgetPeople();
});

describe('where nothing can be written', () => {
  it.each([
    ['guide'],
    ['guide', 'first-aid'],
    ['rest'],
    ['medicines'],
    ['today'],
    ['config'],
    ['log', 'list'],
    ['log', 'path'],
  ])('works: %s %s', async (...args) => {
    const { code, stdout, stderr } = await nowhere().run(args, { underPermissions: true });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).not.toBe('');
  });

  it.each([ORDINARY, '{"signs":["fever"]}'])(
    'triage gives its result, and says that it was not kept',
    async (input) => {
      const { code, stdout, stderr } = await nowhere().run(['triage', '--answers', '-', '--json'], {
        underPermissions: true,
        input,
      });
      expect(code).toBe(0);
      expect(JSON.parse(stdout)).toHaveProperty('level');
      expect(stderr).toMatch(/^unspasm: this result wasn't saved in the journal: .*EACCES/);
    },
  );

  it('an entry is refused at once, and printed', async () => {
    const anna = nowhere();
    const refusals = countRefusals();
    const { code, stdout, stderr } = await anna.run(['log', '5', 'precious – ä'], { command, env: refusals.env });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(`unspasm: the entry couldn't be saved in ${anna.journal}: EACCES`);
    expect(stderr).toMatch(/copy it from here, so that it isn't lost: \{"v":1.+"pain":5,"note":"precious – ä"/);
    // It is not tried over and over: once for the entry, and once for what the state folder holds of this device.
    expect(refusals.count()).toBeGreaterThan(0);
    expect(refusals.count()).toBeLessThanOrEqual(3);
  });

  it('an error as a document holds the entry, too', async () => {
    const { stderr } = await nowhere().run(['log', '5', 'precious', '--json'], { underPermissions: true });
    const { error } = JSON.parse(stderr) as { error: { code: string; hint: string } };
    expect(error.code).toBe('not-kept');
    expect(error.hint).toContain('"note":"precious"');
  });

  it('a setting is refused clearly', async () => {
    const anna = nowhere();
    for (const args of [['set', 'country', 'GB'], ['reset']]) {
      const { code, stderr } = await anna.run(['config', ...args], { underPermissions: true });
      expect(code).toBe(1);
      expect(stderr).toMatch(/^unspasm: the settings? could(?:n't| not) be saved in .+config\.json: EACCES/);
    }
  });

  it('the menu is there', async () => {
    const terminal = nowhere().startTerminal([], { command });
    await terminal.waitFor('What do you need?');
  });
});

describe('a journal that cannot be written any more', () => {
  it('is still read', async () => {
    const anna = await readOnly();
    expect((await anna.run(['log', 'list'], { underPermissions: true })).stdout).toContain('"former"');
    expect((await anna.run(['today'], { underPermissions: true })).stdout).toContain('Day 1 of this episode');
  });

  it('refuses an entry, an edit, a removal, an undo and an erasure, and stays as it is', async () => {
    const anna = await readOnly();
    const before = anna.text();
    const id = anna.entries()[0]!.id;
    for (const args of [
      ['5', 'x'],
      ['edit', id, '--pain', '3'],
      ['remove', id],
      ['undo'],
      ['purge', '--yes'],
      ['purge', id, '--yes'],
    ]) {
      const { code, stdout, stderr } = await anna.run(['log', ...args], { underPermissions: true });
      expect.soft({ args, code, stdout }).toEqual({ args, code: 1, stdout: '' });
      expect.soft(stderr, args.join(' ')).toContain('EACCES');
      expect.soft(stderr, args.join(' ')).not.toContain('this is a bug in unspasm');
    }
    expect(anna.text()).toBe(before);
  });

  it('takes an entry when only the folder is closed: the file is enough', async () => {
    const anna = newPerson();
    await anna.does(['log', '5', 'former']);
    close(0o500, anna.journal);
    expect(await anna.run(['log', '4', 'more'], { underPermissions: true })).toMatchObject({ code: 0, stderr: '' });
    expect(anna.entries()).toHaveLength(2);
  });
});

describe('a journal that cannot be read', () => {
  it.each([
    ['file', (anna: Person) => chmodSync(anna.file, 0)],
    ['folder', (anna: Person) => close(0, anna.journal)],
  ])('because of its %s refuses clearly, prints the entry, and holds up nothing else', async (_what, lock) => {
    const anna = newPerson();
    await anna.does(['log', '5', 'former']);
    lock(anna);
    const add = await anna.run(['log', '4', 'precious'], { underPermissions: true });
    expect.soft(add).toMatchObject({ code: 1, stdout: '' });
    expect.soft(add.stderr).toContain('"note":"precious"');
    expect.soft(add.stderr).not.toContain('this is a bug in unspasm');
    const triage = await anna.run(['triage', '--answers', '-'], {
      underPermissions: true,
      input: '{"signs":["fever"]}',
    });
    expect.soft(triage.code).toBe(0);
    for (const read of ['list', 'check']) {
      const { code, stderr } = await anna.run(['log', read], { underPermissions: true });
      expect.soft(code).toBe(1);
      expect.soft(stderr).toMatch(/^unspasm: the journal in .+ can't be read: EACCES/);
    }
  });

  it('does not take away the menu', async () => {
    const anna = newPerson();
    await anna.does(['log', '0', 'former']);
    close(0, anna.journal);
    const terminal = anna.startTerminal([], { command });
    await terminal.waitFor('What do you need?');
  });
});

describe('where the state cannot be written', () => {
  it('entries are kept all the same, and undone', async () => {
    const anna = newPerson();
    close(0o500, under(anna, '.local', 'state'));
    for (const note of ['one', 'other']) await anna.does(['log', '5', note], { underPermissions: true });
    expect(anna.entries()).toHaveLength(2);
    expect(readdirSync(anna.journal)).toHaveLength(1);
    await anna.does(['log', 'undo'], { underPermissions: true });
    expect(anna.entries()).toMatchObject([{ note: 'one' }]);
  });
});

describe('where the settings cannot be written', () => {
  it('all else works', async () => {
    const anna = newPerson();
    close(0o500, dirname(dirname(anna.settings)));
    const { code, stderr } = await anna.run(['config', 'set', 'country', 'GB'], { underPermissions: true });
    expect(code).toBe(1);
    expect(stderr).toContain(`couldn't be saved in ${anna.settings}`);
    await anna.does(['log', '5'], { underPermissions: true });
    expect((await anna.run(['config'], { underPermissions: true })).stdout).toMatch(/country +not set/);
  });

  it('a corrupt file is said to be so, every time, and the defaults hold', async () => {
    const anna = newPerson();
    const folder = dirname(anna.settings);
    mkdirSync(folder, { recursive: true });
    writeFileSync(anna.settings, '{');
    close(0o500, folder);
    for (let time = 0; time < 2; time += 1) {
      const { code, stderr } = await anna.run(['config'], { underPermissions: true });
      expect(code).toBe(0);
      expect(stderr).toBe(`unspasm: the settings in ${anna.settings} can't be read, so the defaults are used\n`);
    }
  });
});

describe('what is written is for its owner alone', () => {
  it.each(['000', '022', '077'])('with a umask of %s', async (mask) => {
    const anna = newPerson();
    const umask = Number.parseInt(mask, 8);
    for (const args of [
      ['log', '5', 'x'],
      ['config', 'set', 'country', 'GB'],
      ['log', 'list'],
    ]) {
      await anna.does(args, { umask });
    }
    const id = anna.entries()[0]!.id;
    await anna.does(['log', 'edit', id, '--pain', '3'], { umask });
    await anna.does(['log', '2'], { umask });
    await anna.does(['log', 'purge', id, '--yes'], { umask });
    for (const folder of [anna.journal, anna.state, dirname(anna.settings)]) {
      expect((statSync(folder).mode & 0o777).toString(8), folder).toBe('700');
      for (const mode of modesBelow(folder)) expect(['600 file', '700 folder'], folder).toContain(mode);
    }
    expect((statSync(dirname(anna.journal)).mode & 0o777).toString(8)).toBe('700');
  });

  it('a journal that others may read is tightened by the next entry', async () => {
    const anna = newPerson();
    await anna.does(['log', '5']);
    chmodSync(anna.file, 0o644);
    await anna.does(['log', '4']);
    expect((statSync(anna.file).mode & 0o777).toString(8)).toBe('600');
  });
});

it('reading makes nothing', async () => {
  const anna = newPerson();
  for (const args of [['log', 'list'], ['today'], ['config'], ['config', 'get', 'sound'], ['log', 'path']])
    await anna.does(args);
  expect(existsSync(anna.home) && readdirSync(anna.home)).toEqual([]);
});

it('an entry is written with nothing else in its file', async () => {
  const anna = newPerson();
  await anna.does(['log', '5', 'x']);
  expect(readFileSync(anna.file, 'utf8')).toMatch(/^\{[^\n]+\}\n$/);
});
