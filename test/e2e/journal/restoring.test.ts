import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { isoDay } from '../harness/midday.ts';
import { closeTerminals } from '../terminal.ts';
import { forgetPeople, newPerson, type Person } from './person.ts';

afterEach(async () => {
  await closeTerminals();
  forgetPeople();
});

/** Somebody whose journal of two entries was purged, which left a backup. */
async function afterPurge(): Promise<Person> {
  const anna = newPerson();
  await anna.logs('6', 'first');
  await anna.logs('5', 'second');
  await anna.does(['log', 'purge', '--yes']);
  return anna;
}

const notes = (person: Person) => person.entries().map(({ note }) => note);

describe('log restore', () => {
  it('lists the backups that have entries, with their time and how many they have', async () => {
    const anna = await afterPurge();
    const listed = await anna.does(['log', 'restore']);
    expect(listed).toMatch(
      /^ 1 {2}\w{3} \d+ \w{3} \d\d:\d\d, today(?: \(\d+ s\))?: 2 entries, before a purge\n 2 {2}.*: 1 entry, made weekly\n\n/,
    );
    expect(listed).toContain('To restore one, give its number, for example: unspasm log restore 1');
    const { backups } = await anna.document<{ backups: object[] }>(['log', 'restore']);
    expect(backups[0]).toEqual({
      name: expect.stringMatching(/Z-purge$/),
      folder: expect.stringContaining(anna.state),
      at: expect.stringContaining(isoDay(0)),
      entries: 2,
      why: 'purge',
    });
    expect(anna.entries()).toEqual([]);
    expect(await newPerson().does(['log', 'restore'])).toBe('There are no backups on this computer yet.\n');
  });

  it('takes every name that is shown: of the list, of the folder, and latest', async () => {
    for (const nameOf of [(name: string) => name, (name: string) => name.slice(0, -1), () => 'latest', () => '1']) {
      const anna = await afterPurge();
      const [name = ''] = readdirSync(join(anna.state, 'backups')).toSorted().toReversed();
      await anna.does(['log', 'restore', nameOf(name), '--yes']);
      expect(notes(anna)).toEqual(['second', 'first']);
    }
    const anna = newPerson();
    await anna.logs('6', 'first');
    const saved = /A backup was saved in (.+)\n/.exec(await anna.does(['log', 'purge', '--yes']))![1]!;
    await anna.does(['log', 'restore', saved, '--yes']);
    expect(notes(anna)).toEqual(['first']);
  });

  it('makes no backup of an empty journal, nor for an undo', async () => {
    const anna = newPerson();
    const input = `at,pain\n${isoDay(9)} 08:00,1\n`;
    expect(await anna.does(['log', 'import', '-'], { input })).not.toContain('backup');
    for (let times = 0; times < 4; times += 1) await anna.does(['log', 'undo']);
    expect(await anna.document(['log', 'restore'])).toMatchObject({ backups: [] });
    const more = await anna.document<{ backup: string }>(['log', 'import', '-'], { input: input.replace(',1', ',2') });
    expect(more.backup).toMatch(/Z-import$/);
    expect(await anna.run(['log', 'restore', '2', '--yes'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('there is no backup 2'),
    });
  });

  it('is one thing that undo takes back, and keeps what was added since', async () => {
    const anna = await afterPurge();
    await anna.logs('4', 'third');
    expect(await anna.does(['log', 'restore', 'latest', '--yes', '--dry-run'])).toBe(
      'This would restore 2 entries that were gone. 1 entry that you added since then stays.\n',
    );
    expect(notes(anna)).toEqual(['third']);
    const restored = await anna.document<{ restored: string }>(['log', 'restore', 'latest', '--yes']);
    expect(restored).toMatchObject({ added: 2, changed: 0, since: 1 });
    expect(notes(anna)).toEqual(['third', 'second', 'first']);
    expect(await anna.does(['log', 'restore', restored.restored])).toBe(
      'The journal already has everything in this backup.\n',
    );
    expect(await anna.does(['log', 'undo'])).toMatch(
      /^Undone: the import or restore of .*: 0 added, 0 changed, 2 removed\.\n$/,
    );
    expect(notes(anna)).toEqual(['third']);
  });

  it('makes what was changed and removed since as it was', async () => {
    const anna = newPerson();
    const id = await anna.logs('6', 'as it was');
    const other = await anna.logs('5', 'removed later');
    await anna.does(['log', 'import', '-'], { input: `at,pain\n${isoDay(9)} 08:00,1\n` });
    await anna.does(['log', 'edit', id, '--note', 'changed']);
    await anna.does(['log', 'remove', other]);
    await anna.does(['log', 'restore', 'latest', '--yes']);
    expect(notes(anna)).toEqual(['removed later', 'as it was', undefined]);
  });

  it('keeps warning signs that were found after the backup was made, and finds those that were never looked for', async () => {
    const anna = newPerson();
    // The weekly backup is made with the first line of an entry, before its words are read.
    const { entry } = await anna.document<{ entry: { id: string } }>(['log', '5', 'numb between my legs']);
    const signs = () => anna.entries().map((one) => one.signs);
    expect(signs()).toEqual([['ces-saddle']]);
    await anna.does(['log', 'restore', 'latest', '--yes']);
    expect(signs()).toEqual([['ces-saddle']]);
    await anna.does(['log', 'remove', entry.id]);
    const said = await anna.does(['log', 'restore', 'latest', '--yes']);
    expect(signs()).toEqual([['ces-saddle']]);
    expect(said).toContain('1 of the notes may mention a warning sign');
    expect((await anna.does(['today'])).replaceAll(/\s+/g, ' ')).toContain('numb between my legs');
    await anna.does(['log', 'undo']);
    expect(signs()).toEqual([]);
    const { warningSigns } = await anna.document<{ warningSigns: unknown }>(['log', 'restore', 'latest', '--yes']);
    expect(warningSigns).toEqual([{ id: entry.id, signs: ['ces-saddle'], unsure: [] }]);
  });

  it('asks in a terminal which one, and whether', async () => {
    const anna = await afterPurge();
    const terminal = anna.startTerminal(['log', 'restore']);
    await terminal.waitFor('Which one do you want to restore?');
    expect(terminal.screen()).toMatch(/1 {2}\w{3} \d+ \w{3} \d\d:\d\d, today(?: \(\d+ s\))?: 2 entries/);
    terminal.type('1');
    await terminal.waitFor('Do you want to restore it?');
    terminal.type('n');
    expect(await terminal.exited()).toEqual({ code: 1, signal: null });
    expect(anna.entries()).toEqual([]);
    const again = anna.startTerminal(['log', 'restore']);
    await again.waitFor('Which one do you want to restore?');
    again.type('1');
    await again.waitFor('Do you want to restore it?');
    again.type('y');
    expect(await again.exited()).toEqual({ code: 0, signal: null });
    expect(notes(anna)).toEqual(['second', 'first']);
  });

  it('restores nothing where nobody can be asked, and refuses other names', async () => {
    const anna = await afterPurge();
    const refused = await anna.run(['log', 'restore', 'latest', '--no-input']);
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('use --yes') });
    expect(await anna.run(['log', 'restore', '1999-01-01'])).toMatchObject({ code: 1 });
    expect(await anna.run(['log', 'restore', isoDay(0).slice(0, 4) + '-', '--yes'])).toMatchObject({ code: 2 });
    expect(anna.entries()).toEqual([]);
  });

  it('is named where the journal is lost', async () => {
    const anna = newPerson({ UNSPASM_DATA_DIR: undefined });
    await anna.logs('6', 'kept');
    const { stderr } = await anna.run(['log', 'list'], { env: { XDG_DATA_HOME: join(anna.home, 'elsewhere') } });
    expect(stderr).toContain('run: unspasm log restore');
  });

  it('takes a file of a backup from another computer as an import', async () => {
    const anna = newPerson();
    await anna.logs('6', 'from here');
    const ben = newPerson();
    expect(await ben.does(['log', 'import', anna.file])).toContain('1 added');
    expect(notes(ben)).toEqual(['from here']);
  });
});

describe('the id of an entry, as it is shown', () => {
  it('of a removed one restores it, however much was added since', async () => {
    const anna = newPerson();
    const id = await anna.logs('6', 'gone');
    expect(await anna.does(['log', 'remove', id])).toContain(`[${id}]`);
    await anna.logs('5', 'later');
    for (const command of ['show', 'edit', 'remove'])
      expect(await anna.run(['log', command, id, ...(command === 'edit' ? ['--pain', '1'] : [])])).toEqual(
        expect.objectContaining({ code: 1, stderr: expect.stringContaining(`run: unspasm log restore ${id}`) }),
      );
    expect(await anna.does(['log', 'restore', id])).toMatch(new RegExp(`^Restored the entry for .*\\[${id}\\]\n$`));
    expect(new Set(notes(anna))).toEqual(new Set(['later', 'gone']));
    expect(await anna.run(['log', 'restore', id])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("isn't removed"),
    });
  });

  it('of a removed one can be deleted permanently', async () => {
    const anna = newPerson();
    const id = await anna.logs('6', 'a secret');
    await anna.does(['log', 'remove', id]);
    expect(anna.text()).toContain('a secret');
    await anna.does(['log', 'purge', id, '--yes', '--no-backup']);
    expect(anna.text()).not.toContain('a secret');
  });

  it('works in each command that takes one: list, log, edit, undo and JSON show the same', async () => {
    const anna = newPerson();
    const said = await anna.does(['log', '6', 'note']);
    const id = /\[(\w{5})\]/.exec(said)![1]!;
    expect(await anna.does(['log', 'list'])).toContain(`${id}  `);
    const { entries } = await anna.document<{ entries: { id: string }[] }>(['log', 'list']);
    for (const shown of [id, id.toUpperCase(), entries[0]!.id, entries[0]!.id.toLowerCase()]) {
      await anna.does(['log', 'show', shown]);
      expect(await anna.does(['log', 'edit', shown, '--pain', '3'])).toContain(`[${id}]`);
      expect(await anna.does(['log', 'undo'])).toContain(`[${id}]`);
      await anna.does(['log', 'purge', shown, '--dry-run']);
      await anna.does(['log', 'remove', shown]);
      await anna.does(['log', 'restore', shown]);
    }
  });
});
