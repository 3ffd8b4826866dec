import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { isoDay } from '../harness/midday.ts';
import { forgetPeople, newPerson, type Person } from './person.ts';

afterEach(forgetPeople);

/** Somebody with a note of last year, two ratings and a medicine, of which one was changed and one removed. */
async function withJournal(): Promise<Person> {
  const anna = newPerson();
  await anna.does(['log', '--note', 'left leg tingles', '--at', `${isoDay(400)} 08:00`]);
  const rated = await anna.logs('6', 'left leg', '--at', `${isoDay(2)} 08:00`);
  await anna.does(['log', 'edit', rated, '--pain', '5']);
  await anna.does(['log', 'remove', await anna.logs('4', '--at', `${isoDay(2)} 09:00`)]);
  await anna.does(['log', '--medicine', 'ibuprofen', '--at', `${isoDay(1)} 08:00`]);
  return anna;
}

describe('log export', () => {
  it('takes the filters of log list, and chooses what that shows', async () => {
    const anna = await withJournal();
    for (const filter of [
      ['--from', isoDay(3)],
      ['--to', isoDay(3)],
      ['--kind', 'pain,note'],
      ['--search', 'left LEG'],
      ['--from', isoDay(3), '--kind', 'pain', '--search', 'leg'],
      ['--kind', 'peg'],
    ]) {
      const { entries } = await anna.document<{ entries: { id: string }[] }>(['log', 'list', ...filter]);
      const ids = new Set(entries.map(({ id }) => id));
      const csv = await anna.does(['log', 'export', '--format', 'csv', ...filter]);
      const rows = csv.trim().split('\r\n').slice(1);
      expect(new Set(rows.map((row) => row.split(',')[0]))).toEqual(ids);
      const json = JSON.parse(await anna.does(['log', 'export', ...filter])) as { operations: { id: string }[] };
      expect(new Set(json.operations.map(({ id }) => id))).toEqual(ids);
      const markdown = await anna.does(['log', 'export', '--format', 'md', ...filter]);
      expect(markdown.match(/^\| \w{3} /gm) ?? []).toHaveLength(ids.size);
    }
  });

  it('says in each format what it leaves out', async () => {
    const anna = await withJournal();
    const said = `These are 2 of 3 entries: those since ${isoDay(3)}, of the kind pain or medicine.`;
    const filter = ['--from', isoDay(3), '--kind', 'pain,medicine'];
    const csv = await anna.run(['log', 'export', '--format', 'csv', ...filter]);
    expect(csv.stderr).toBe(`unspasm: ${said}\n`);
    expect(await anna.does(['log', 'export', '--format', 'md', ...filter])).toContain(`# Pain journal\n\n${said}\n`);
    const json = JSON.parse(await anna.does(['log', 'export', ...filter])) as object;
    expect(json).toMatchObject({ leftOut: 1 });
    expect(JSON.parse(await anna.does(['log', 'export']))).not.toHaveProperty('leftOut');
    expect((await anna.run(['log', 'export', '--format', 'csv'])).stderr).toBe('');
  });

  it('says on standard error that a table has no room for the answers of a check', async () => {
    const anna = newPerson();
    await anna.does(['triage', '--answers', '-'], { input: '{"signs":["fever"]}' });
    const { stderr } = await anna.run(['log', 'export', '--format', 'csv']);
    expect(stderr).toContain('unspasm: what was asked in 1 entry');
  });

  it('writes the year in Markdown', async () => {
    const anna = await withJournal();
    const markdown = await anna.does(['log', 'export', '--format', 'md']);
    for (const days of [400, 2, 1]) expect(markdown).toContain(` ${isoDay(days).slice(0, 4)} 08:00 |`);
  });

  it('exports a part that another computer can import, with its earlier versions', async () => {
    const anna = await withJournal();
    const file = join(anna.home, 'part.json');
    writeFileSync(file, await anna.does(['log', 'export', '--search', 'left leg', '--kind', 'pain']));
    const ben = newPerson();
    await ben.does(['log', 'import', file]);
    const own = anna.entries().find(({ kind }) => kind === 'pain');
    expect(ben.entries()).toEqual([own]);
    expect(ben.text()).toContain('"pain":6');
  });

  it.each([
    ['--from', 'soon'],
    ['--kind', 'pian'],
  ])('refuses %s %s', async (option, value) => {
    expect(await newPerson().run(['log', 'export', option, value])).toMatchObject({ code: 2, stdout: '' });
  });
});
