import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { OFFSET, isoDay, spokenDay } from '../harness/midday.ts';
import { forgetPeople, newPerson } from './person.ts';

const YESTERDAY = ['--at', 'yesterday 18:30'];
const WHEN = `${spokenDay(1)} 18:30, yesterday`;

afterEach(forgetPeople);

describe('log edit', () => {
  it('changes what is named, leaves the rest, and says how it is now', async () => {
    const anna = newPerson();
    const id = await anna.logs('6', 'crate', '--area', 'lower', '--trigger', 'lifting', ...YESTERDAY);
    const stdout = await anna.does(['log', 'edit', id, '--pain', '4', '--area', 'upper,left-leg']);
    expect(stdout).toBe(
      `Changed the entry for ${WHEN}: pain 4; upper back, down the left leg; trigger: heavy lifting, or doing too much; "crate" [${id}]\n`,
    );
    expect(anna.entries()).toMatchObject([
      { pain: 4, areas: ['upper', 'left-leg'], triggers: ['lifting'], note: 'crate' },
    ]);
  });

  it('names each trigger where the words for one have a comma', async () => {
    const anna = newPerson();
    const id = await anna.logs('6', '--trigger', 'lifting,stress', '--helped', 'ice,walk', ...YESTERDAY);
    expect(await anna.does(['log', 'edit', id, '--pain', '4'])).toBe(
      `Changed the entry for ${WHEN}: pain 4; trigger: heavy lifting, or doing too much; trigger: stress or tension; helped: ice, walking [${id}]\n`,
    );
  });

  it('changes the time, the note from standard input, and shows a document', async () => {
    const anna = newPerson();
    const id = await anna.logs('6', 'crate', ...YESTERDAY);
    const args = ['log', 'edit', id, '--at', `${isoDay(3)} 08:00`, '--note', '-', '--helped', 'ice'];
    const { entry } = await anna.document<{ entry: object }>(args, { input: 'box\n' });
    expect(entry).toMatchObject({ pain: 6, at: `${isoDay(3)}T08:00:00${OFFSET}`, note: 'box', helped: ['ice'] });
  });

  it('removes what was said, and undo brings it back', async () => {
    const anna = newPerson();
    const id = await anna.logs('6', 'crate', '--trigger', 'lifting', '--area', 'lower', '--medicine', 'ibuprofen');
    const cleared = await anna.document<{ entry: object }>([
      'log',
      'edit',
      id,
      '--clear',
      'trigger,area',
      '--pain',
      '5',
    ]);
    expect(cleared.entry).toMatchObject({ pain: 5, note: 'crate', medicine: 'ibuprofen' });
    expect(Object.keys(cleared.entry)).not.toEqual(expect.arrayContaining(['areas', 'triggers']));
    await anna.does(['log', 'edit', id, '--clear', 'note', '--clear', 'medicine']);
    expect(Object.keys(anna.entries()[0]!)).not.toEqual(expect.arrayContaining(['note', 'medicine']));
    await anna.does(['log', 'undo']);
    expect(anna.entries()[0]).toMatchObject({ note: 'crate', medicine: 'ibuprofen' });
  });

  it('forgets a warning sign with the words that mentioned it, and keeps it with those that do', async () => {
    const anna = newPerson();
    await anna.run(['log', '6', 'numb between my legs', '--trigger', 'lifting']);
    const { id } = anna.entries()[0]!;
    expect(anna.entries()).toMatchObject([{ signs: ['ces-saddle'] }]);
    await anna.run(['log', 'edit', id, '--clear', 'trigger']);
    expect(anna.entries()).toMatchObject([{ signs: ['ces-saddle'] }]);
    await anna.does(['log', 'edit', id, '--clear', 'note']);
    expect(Object.keys(anna.entries()[0]!)).not.toEqual(expect.arrayContaining(['note']));
    expect(Object.keys(anna.entries()[0]!)).not.toEqual(expect.arrayContaining(['signs']));
    expect(await anna.does(['today'])).not.toContain('mentions a possible warning sign');
    await anna.does(['log', 'undo']);
    expect(anna.entries()).toMatchObject([{ note: 'numb between my legs', signs: ['ces-saddle'] }]);
  });

  it('does not remove what an entry is about, or what is set as well', async () => {
    const anna = newPerson();
    const note = await anna.logs('--note', 'stiff');
    const refused = async (...args: string[]) => (await anna.run(['log', 'edit', note, ...args])).stderr;
    expect(await refused('--clear', 'note')).toContain("the note can't be removed from an entry of the kind note");
    expect(await refused('--note', ' ')).toContain("the note can't be removed from an entry of the kind note");
    expect(await refused('--clear', 'area', '--area', 'lower')).toContain(
      "--clear area and --area can't be used together",
    );
    expect(await refused('--clear', 'pain')).toContain('use one of these: area, trigger, helped, medicine, note');
    expect(anna.entries()).toMatchObject([{ note: 'stiff' }]);
  });

  it('says the zone of a new time', async () => {
    const anna = newPerson({ TZ: 'Europe/Berlin' });
    const id = await anna.logs('6', ...YESTERDAY);
    await anna.does(['log', 'edit', id, '--at', 'yesterday 08:00'], { env: { TZ: 'Asia/Kathmandu' } });
    expect(anna.entries()[0]).toMatchObject({ at: expect.stringContaining('+05:45'), tz: 'Asia/Kathmandu' });
  });

  it('keeps the zone where the time stays', async () => {
    const anna = newPerson({ TZ: 'Europe/Berlin' });
    const id = await anna.logs('6', ...YESTERDAY);
    await anna.does(['log', 'edit', id, '--pain', '5'], { env: { TZ: 'Asia/Kathmandu' } });
    expect(anna.entries()[0]).toMatchObject({ tz: 'Europe/Berlin', pain: 5 });
  });

  it('shows a pain that was given to a note', async () => {
    const anna = newPerson();
    const id = await anna.logs('--note', 'stiff');
    expect(await anna.does(['log', 'edit', id, '--pain', '4'])).toContain('pain 4');
    expect(await anna.does(['log', 'list'])).toContain('pain 4');
  });

  it.each([
    [1, ['zzzzz', '--pain', '4'], 'there is no entry "zzzzz"'],
    [2, [], "missing required argument 'id'"],
  ])('ends with %i for %j', async (exitCode, args, message) => {
    const { code, stderr } = await newPerson().run(['log', 'edit', ...args]);
    expect(code).toBe(exitCode);
    expect(stderr).toContain(message);
  });

  it.each([
    [[], 'no change was given'],
    [['--pain', '11'], '"11" isn\'t a pain rating'],
    [['--area', 'lowr'], '--area can\'t be "lowr"'],
    [['--at', '2999-01-01'], 'is in the future'],
  ])('changes nothing with %j', async (args, message) => {
    const anna = newPerson();
    const id = await anna.logs('6');
    const before = anna.text();
    const { code, stderr } = await anna.run(['log', 'edit', id, ...args]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(anna.text()).toBe(before);
  });
});

describe('log remove and log undo', () => {
  it('take an entry out, and bring it back, and take it out', async () => {
    const anna = newPerson();
    const id = await anna.logs('6', 'crate', ...YESTERDAY);
    expect(await anna.does(['log', 'remove', id])).toBe(
      `Removed the entry for ${WHEN}: pain 6; "crate" [${id}]\nTo restore it, run: unspasm log undo\n`,
    );
    expect(anna.entries()).toEqual([]);
    expect(await anna.does(['log', 'undo'])).toBe(`Undone: restored the entry for ${WHEN}: pain 6; "crate" [${id}]\n`);
    expect(anna.entries()).toMatchObject([{ pain: 6, note: 'crate' }]);
    await anna.does(['log', 'undo']);
    expect(anna.entries()).toEqual([]);
  });

  it('take back an entry just made', async () => {
    const anna = newPerson();
    await anna.logs('3', ...YESTERDAY);
    const id = await anna.logs('6', ...YESTERDAY);
    expect(await anna.does(['log', 'undo'])).toBe(`Undone: removed the entry for ${WHEN}: pain 6 [${id}]\n`);
    expect(anna.entries()).toMatchObject([{ pain: 3 }]);
    await anna.does(['log', 'undo']);
    expect(anna.entries()).toHaveLength(2);
  });

  it('take back an edit', async () => {
    const anna = newPerson();
    const id = await anna.logs('6', 'crate', ...YESTERDAY);
    await anna.does(['log', 'edit', id, '--pain', '2', '--note', 'box']);
    expect(await anna.does(['log', 'undo'])).toBe(`Undone: restored the entry for ${WHEN}: pain 6; "crate" [${id}]\n`);
    expect(await anna.does(['log', 'undo'])).toBe(`Undone: restored the entry for ${WHEN}: pain 2; "box" [${id}]\n`);
  });

  it('do nothing where there is nothing', async () => {
    const anna = newPerson();
    expect(await anna.run(['log', 'undo'])).toMatchObject({
      code: 1,
      stdout: '',
      stderr:
        'unspasm: there is nothing to undo on this computer\n  undo a change on the computer where it was made; to see the entries, run: unspasm log list\n',
    });
    expect(await anna.run(['log', 'remove', 'zzzzz'])).toMatchObject({ code: 1, stdout: '' });
  });

  it('say that an entry is gone when it is removed again', async () => {
    const anna = newPerson();
    const id = await anna.logs('6');
    await anna.does(['log', 'remove', id]);
    for (const args of [
      ['remove', id],
      ['edit', id, '--pain', '3'],
    ]) {
      const { code, stderr } = await anna.run(['log', ...args]);
      expect(code).toBe(1);
      expect(stderr).toContain(`the entry "${id}" was removed`);
    }
  });
});

describe('log seen and log resolved', () => {
  it('are kept, with their time and note', async () => {
    const anna = newPerson();
    expect(await anna.does(['log', 'seen', '--note', 'hospital, sent home', ...YESTERDAY])).toMatch(
      `Logged for ${WHEN}: seen by a health professional; "hospital, sent home" [`,
    );
    expect(await anna.does(['log', 'resolved', ...YESTERDAY])).toMatch(`Logged for ${WHEN}: the episode is over [`);
    expect(await anna.document(['log', 'resolved'])).toMatchObject({ entry: { kind: 'resolved' } });
    expect(
      anna
        .entries()
        .map(({ kind }) => kind)
        .toSorted(),
    ).toEqual(['resolved', 'resolved', 'seen']);
  });

  it.each(['seen', 'resolved'])('take nothing else: %s', async (name) => {
    const anna = newPerson();
    expect((await anna.run(['log', name, '6'])).code).toBe(2);
    expect((await anna.run(['log', name, '--at', '2999-01-01'])).code).toBe(2);
    expect(anna.text()).toBe('');
  });
});

describe('log path', () => {
  it('is the folder of the journal, and makes none', async () => {
    const anna = newPerson();
    expect(await anna.does(['log', 'path'])).toBe(`${anna.journal}\n`);
    expect(existsSync(anna.journal)).toBe(false);
  });

  it('is where UNSPASM_DATA_DIR says, before XDG_DATA_HOME', async () => {
    const anna = newPerson();
    const env = { UNSPASM_DATA_DIR: join(anna.home, 'sync'), XDG_DATA_HOME: join(anna.home, 'data') };
    expect(await anna.does(['log', 'path'], { env })).toBe(`${join(anna.home, 'sync', 'journal')}\n`);
    await anna.does(['log', '6'], { env });
    expect(anna.entries(join(anna.home, 'sync', 'journal'))).toHaveLength(1);
    expect(readdirSync(join(anna.home, 'sync'))).toEqual(['journal']);
  });

  it('is not where a relative XDG_DATA_HOME would lead', async () => {
    const anna = newPerson();
    const env = { XDG_DATA_HOME: 'data', XDG_STATE_HOME: './state' };
    await anna.does(['log', '6'], { env, cwd: anna.home });
    expect(anna.entries()).toHaveLength(1);
    expect(readdirSync(anna.home)).toEqual(['.local']);
  });
});

describe('log purge', () => {
  it.each([{}, { UNSPASM_NO_INPUT: '1' }])('erases nothing off a terminal without --yes, with %j', async (env) => {
    const anna = newPerson(env);
    const id = await anna.logs('6');
    for (const all of [
      ['log', 'purge'],
      ['log', 'purge', id],
    ]) {
      const { code, stdout, stderr } = await anna.run(all);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain('to delete without being asked, use --yes');
    }
    expect(anna.entries()).toHaveLength(1);
  });

  it('erases nothing when the answer is no', async () => {
    const anna = newPerson();
    await anna.logs('6');
    for (const input of ['n\n', '\n']) {
      const { code, stderr } = await anna.run(['log', 'purge'], { input });
      expect(code).toBe(1);
      expect(stderr).toContain(`Permanently delete the whole journal in ${anna.journal}?`);
      expect(stderr).toContain('unspasm: nothing was deleted');
    }
    expect(anna.entries()).toHaveLength(1);
  });

  it('erases an entry with all its states, and keeps a backup', async () => {
    const anna = newPerson();
    const id = await anna.logs('6', 'a secret');
    await anna.logs('3', 'other');
    await anna.does(['log', 'edit', id, '--note', 'a secret still']);
    const stdout = await anna.does(['log', 'purge', id, '--yes']);
    const backup = /^Deleted this entry and all its earlier versions\.\nA backup was saved in (.+)\n$/.exec(
      stdout,
    )![1]!;
    expect(anna.text()).not.toContain('secret');
    expect(anna.entries()).toMatchObject([{ note: 'other' }]);
    expect(readFileSync(join(backup, readdirSync(backup)[0]!), 'utf8')).toContain('a secret still');
  });

  it('says with --dry-run what it would erase, and erases nothing', async () => {
    const anna = newPerson();
    const id = await anna.logs('6');
    expect(await anna.does(['log', 'purge', '--dry-run', '--yes'])).toBe(
      `This would delete the whole journal in ${anna.journal}. Nothing was deleted.\n`,
    );
    expect(await anna.document(['log', 'purge', id, '--dry-run', '--yes'])).toEqual({
      schemaVersion: 1,
      dryRun: true,
      erased: expect.stringMatching(new RegExp(`${id}$`, 'i')) as string,
    });
    expect(anna.entries()).toHaveLength(1);
  });

  it('erases an entry without a trace', async () => {
    const anna = newPerson();
    const id = await anna.logs('6', 'a secret');
    expect(await anna.does(['log', 'purge', id, '--yes', '--no-backup'])).toBe(
      'Deleted this entry and all its earlier versions.\nThere is no backup.\n',
    );
    expect(anna.text()).not.toContain('secret');
    expect(existsSync(join(anna.state, 'backups'))).toBe(false);
  });

  it('erases everything, and the next entry is the first', async () => {
    const anna = newPerson();
    await anna.logs('6', 'a secret');
    expect(await anna.does(['log', 'purge', '--yes'])).toContain(`Deleted the whole journal in ${anna.journal}.`);
    expect(anna.text()).toBe('');
    const list = await anna.run(['log', 'list']);
    expect(list).toMatchObject({ code: 0, stdout: expect.stringContaining('no entries'), stderr: '' });
    await anna.logs('2');
    expect(anna.entries()).toMatchObject([{ pain: 2 }]);
  });

  it('refuses what is no entry', async () => {
    const anna = newPerson();
    await anna.logs('6');
    const { code, stderr } = await anna.run(['log', 'purge', 'zzzzz', '--yes']);
    expect(code).toBe(1);
    expect(stderr).toContain('there is no entry "zzzzz"');
    expect(anna.entries()).toHaveLength(1);
  });
});

describe('a script', () => {
  it('gets a document of what changes the journal, too', async () => {
    const anna = newPerson();
    const id = await anna.logs('6');
    const entry = { id: expect.stringMatching(new RegExp(`${id}$`, 'i')) as string, pain: 6 };
    expect(await anna.document(['log', 'path'])).toEqual({ schemaVersion: 1, folder: anna.journal });
    expect(await anna.document(['log', 'remove', id])).toMatchObject({ schemaVersion: 1, entry });
    expect(await anna.document(['log', 'undo'])).toMatchObject({ schemaVersion: 1, done: 'brought-back', entry });
    expect(await anna.document(['log', 'undo'])).toMatchObject({ done: 'taken-back', entry });
    expect(await anna.document(['log', 'purge', '--yes', '--no-backup'])).toEqual({
      schemaVersion: 1,
      dryRun: false,
      erased: 'journal',
      backup: null,
    });
  });

  it.each([
    ['undo', '--count', '3'],
    ['path', '--all'],
  ])('is refused, not passed over: log %s %s', async (...args) => {
    const { code, stdout } = await newPerson().run(['log', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});
