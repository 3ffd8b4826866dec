import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { closeTerminals } from '../terminal.ts';
import { forgetPeople, newPerson } from './person.ts';

/** What can stand where a file should be. */
const ODD = {
  'a pipe': (path: string) => {
    execFileSync('bash', ['-c', 'mkfifo "$1"', 'bash', path]);
  },
  'a folder': (path: string) => {
    mkdirSync(path);
  },
  'a link to a file': (path: string) => {
    const target = `${path}.target`;
    renameSync(path, target);
    symlinkSync(target, path);
  },
  'a link to nothing': (path: string) => symlinkSync('/nowhere/at-all', path),
} as const;
const odd = Object.entries(ODD);
const unreadable = odd.filter(([what]) => what !== 'a link to a file');

afterEach(async () => {
  await closeTerminals();
  forgetPeople();
});

describe.each(odd)("%s where this device's file should be", (what, put) => {
  async function withOddFile() {
    const anna = newPerson();
    await anna.does(['log', '5', 'former']);
    const { file } = anna;
    if (what !== 'a link to a file') rmSync(file);
    put(file);
    return { anna, file };
  }

  it('refuses an entry clearly, and prints it', async () => {
    const { anna, file } = await withOddFile();
    const target = what === 'a link to a file' ? readFileSync(file, 'utf8') : undefined;
    const { code, stdout, stderr } = await anna.run(['log', '4', 'precious']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(`unspasm: the entry couldn't be saved in ${anna.journal}`);
    expect(stderr).toContain('"note":"precious"');
    expect(stderr).not.toContain('this is a bug in unspasm');
    if (target !== undefined) expect(readFileSync(file, 'utf8')).toBe(target);
    expect(existsSync('/nowhere')).toBe(false);
  });

  it('lets triage give its result', async () => {
    const { anna } = await withOddFile();
    const { code, stdout, stderr } = await anna.run(['triage', '--answers', '-', '--json'], {
      input: '{"signs":["fever"]}',
    });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ level: 'emergency' });
    expect(stderr).toContain("this result wasn't saved in the journal");
  });
});

describe.each(unreadable)('%s among the files of the journal', (_what, put) => {
  async function withOddFile() {
    const anna = newPerson();
    await anna.does(['log', '5', 'former']);
    const { file } = anna;
    put(join(anna.journal, 'other.jsonl'));
    return { anna, file };
  }

  it.each(['log', 'log list --all', 'today'])('stops nothing: %s', async (line) => {
    const args = line.split(' ');
    const { anna } = await withOddFile();
    const { code, stdout, stderr } = await anna.run(args);
    expect(code, stderr).toBe(0);
    expect(stdout).toContain(args[0] === 'log' ? '"former"' : 'Day 1 of this episode');
  });

  it('does not stop an entry, nor the backup after it', async () => {
    const { anna, file } = await withOddFile();
    rmSync(join(anna.state, 'backups'), { recursive: true, maxRetries: 5 });
    expect(await anna.run(['log', '4', 'more'])).toMatchObject({ code: 0 });
    expect(readFileSync(file, 'utf8')).toContain('"more"');
    const backups = readdirSync(join(anna.state, 'backups'), { recursive: true, encoding: 'utf8' });
    expect(backups.filter((name) => name.endsWith(basename(file)))).toHaveLength(1);
  });

  it('does not take away what unspasm alone shows', async () => {
    const { anna } = await withOddFile();
    const terminal = anna.startTerminal([]);
    await terminal.waitFor('Day 1 of this episode');
  });
});

it('a folder of the journal that is a link is followed', async () => {
  const anna = newPerson();
  mkdirSync(join(anna.home, 'synced'));
  mkdirSync(join(anna.home, '.local', 'share'), { recursive: true });
  symlinkSync(join(anna.home, 'synced'), join(anna.home, '.local', 'share', 'unspasm'));
  await anna.does(['log', '5', 'there']);
  expect(anna.entries(join(anna.home, 'synced', 'journal'))).toMatchObject([{ note: 'there' }]);
});

it('a file where the journal should be is no empty journal', async () => {
  const anna = newPerson({ UNSPASM_DATA_DIR: '/dev/null' });
  const { code, stdout, stderr } = await anna.run(['log', 'list']);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain("the journal in /dev/null/journal can't be read");
});
