import { appendFileSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { forgetPeople, newPerson, type Person } from './person.ts';

afterEach(forgetPeople);

async function withJournal(): Promise<Person> {
  const anna = newPerson();
  await anna.logs('6', '=HYPERLINK("http://x")', '--area', 'lower');
  await anna.does(['log', 'remove', await anna.logs('2', 'a slip')]);
  return anna;
}

const operations = (text: string) => (JSON.parse(text) as { operations: unknown[] }).operations;

describe('moving to another computer', () => {
  it('brings every line, once', async () => {
    const [anna, ben] = [await withJournal(), newPerson()];
    const file = join(anna.home, 'journal.json');
    await anna.does(['log', 'export', '--output', file]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await ben.does(['log', 'import', file, '--dry-run'])).toMatch(
      /^Would be imported: 1 added, 0 changed, 0 removed, 0 already there\.\n\nThe first of them:\n {2}\d{4}-\d\d-\d\d \d\d:\d\d {2}\S.*\n$/,
    );
    expect(ben.text()).toBe('');
    expect(await ben.does(['log', 'import', file])).toBe('Imported: 1 added, 0 changed, 0 removed, 0 already there.\n');
    expect(ben.entries()).toEqual(anna.entries());
    expect(await ben.does(['log', 'import', file])).toBe('Imported: 0 added, 0 changed, 0 removed, 3 already there.\n');
    expect(operations(await ben.does(['log', 'export']))).toEqual(operations(readFileSync(file, 'utf8')));
  });

  it('goes through a pipe as CSV, too', async () => {
    const [anna, ben] = [await withJournal(), newPerson()];
    const csv = await anna.does(['log', 'export', '--format', 'csv']);
    expect(csv).toMatch(/"'=HYPERLINK\(""http:\/\/x""\)"\r\n$/);
    await ben.does(['log', 'import', '-'], { input: csv });
    expect(await ben.does(['log', 'export', '--format', 'csv'])).toBe(csv);
    expect(await ben.does(['log', 'list'])).toContain('pain 6; lower back; "=HYPERLINK');
  });

  it('changes nothing when a row is bad', async () => {
    const anna = newPerson();
    const { code, stderr } = await anna.run(['log', 'import', '-'], {
      input: 'at,pain\n2026-01-01 10:00,5\n2026-01-02 10:00,12\n',
    });
    expect([code, stderr]).toEqual([
      2,
      'unspasm: standard input:3: pain can\'t be "12"\n  use a whole number from 0 to 10; nothing was imported\n',
    ]);
    expect(anna.text()).toBe('');
  });

  it('does not overwrite a file unless told to', async () => {
    const anna = await withJournal();
    const file = join(anna.home, 'journal.md');
    await anna.does(['log', 'export', '--format', 'md', '--output', file]);
    const again = await anna.run(['log', 'export', '--output', file]);
    expect([again.code, again.stderr]).toEqual([
      1,
      `unspasm: ${file} already exists\n  choose another name, or overwrite it with --force\n`,
    ]);
    await anna.does(['log', 'export', '--output', file, '--force']);
    expect(readFileSync(file, 'utf8')).toContain('"operations"');
  });
});

describe('log check', () => {
  it('says that all is well', async () => {
    const anna = await withJournal();
    // The line is broken before the folder if that has a long name.
    const said = await anna.does(['log', 'check']);
    expect(said.replaceAll(/\s+/g, ' ')).toBe(`3 good lines in 1 file in ${anna.journal} `);
  });

  it('names bad lines, copies them aside once, and leaves them where they are', async () => {
    const anna = await withJournal();
    appendFileSync(anna.file, '{"v":1,"op":"pu\n\u0000\u0000\n');
    const before = anna.text();
    for (const _ of [1, 2]) {
      const { code, stdout, stderr } = await anna.run(['log', 'check']);
      expect(code).toBe(1);
      expect(stdout).toMatch(/\.jsonl:4: it is incomplete[^]*\.jsonl:5: it contains zero bytes/);
      expect(stderr).toContain("2 lines of the journal can't be read");
    }
    const aside = join(anna.state, 'bad-lines');
    expect(readdirSync(aside).map((name) => readFileSync(join(aside, name), 'utf8'))).toEqual([
      '{"v":1,"op":"pu\n\u0000\u0000\n',
    ]);
    expect(anna.text()).toBe(before);
  });

  it('maps columns of other names, shows the first rows as they will be kept, and undoes it as one thing', async () => {
    const anna = newPerson();
    const input = 'sep=;\nStart time;Intensity;Mood\n03/06/2026 18:30;65;ok\n25/06/2026 7:05;70;\n';
    const args = ['log', 'import', '-', '--map', 'at=Start time', '--map', 'pain=Intensity', '--scale', '100'];
    const { stdout, stderr } = await anna.run([...args, '--dry-run'], { input });
    expect(stdout).toBe(
      'Would be imported: 2 added, 0 changed, 0 removed, 0 already there.\n\nThe first of them:\n  2026-06-03 18:30  pain 7\n  2026-06-25 07:05  pain 7\n',
    );
    expect(stderr).toBe(
      'unspasm: 1 rating was rounded, the first: pain "65" as 7 (line 3); --strict refuses them\nunspasm: the dates were read as day, month, year\nunspasm: these columns were not imported: mood. To import one as the note, import the file again with --map note="mood"\n',
    );
    expect(anna.entries()).toEqual([]);
    await anna.does(args, { input });
    expect(await anna.does(['log', 'undo'])).toMatch(
      /^Undone: the import or restore of .*: 0 added, 0 changed, 2 removed\.\n$/,
    );
    expect(anna.entries()).toEqual([]);
    expect(await anna.does(['log', 'undo'])).toBe(
      'Undone: the import or restore is back: 2 added, 0 changed, 0 removed.\n',
    );
    expect(anna.entries()).toHaveLength(2);
  });

  it.each([
    ['--scale', '0'],
    ['--scale', 'x'],
    ['--dates', 'dym'],
    ['--map', 'pain'],
  ])('%s %s is refused', async (option, value) => {
    const { code, stderr } = await newPerson().run(['log', 'import', '-', option, value], {
      input: 'at,pain\n2026-11-01,5\n',
    });
    expect([code, stderr]).toEqual([2, expect.stringContaining(option)]);
  });
});
