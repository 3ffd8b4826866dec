import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { install } from '../system/fake-programs.ts';
import { readBack } from '../report/pdf/read-back.ts';
import { isoDay } from './harness/midday.ts';
import { forgetPeople, newPerson, type Person } from './journal/person.ts';
import { closeTerminals } from './terminal.ts';

afterEach(async () => {
  await closeTerminals();
  forgetPeople();
});

async function withJournal(env = {}): Promise<Person> {
  const anna = newPerson(env);
  await anna.does(['log', '6', '<b>crate</b>', '--area', 'lower']);
  return anna;
}

/** The PDF that is written to standard output, as bytes. */
async function bytesOf(person: Person, env: Readonly<Record<string, string>>): Promise<Buffer> {
  const file = join(person.home, 'out.pdf');
  await person.does(['report', '--format', 'pdf', '--output', file], { env });
  return readFileSync(file);
}

describe('unspasm report', () => {
  it('breaks the lines of plain text between words in a narrow window', async () => {
    const anna = await withJournal();
    const terminal = anna.startTerminal(['report', '--format', 'text', '--output', '-'], { columns: 40, rows: 60 });
    expect((await terminal.exited()).code).toBe(0);
    expect(terminal.transcript()).toMatch(/\nPain, 0 to 10, in the first and last\nweek with ratings\n-{40}\n/);
    expect(
      Math.max(
        ...terminal
          .transcript()
          .split('\n')
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(40);
  });

  it('writes a page for its owner alone into the folder one is in, and says where', async () => {
    const anna = await withJournal();
    const said = await anna.does(['report', '--ask', 'Physio?', '--ask', 'a, b'], { cwd: anna.home });
    const [, name] = /^Written: (unspasm-report-\d{4}-\d\d-\d\d\.html)\nPrint it/.exec(said) ?? [];
    const file = join(anna.home, name!);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).toMatch(/^<!doctype html>[^]*<li>Physio\?<\/li>/);
    expect(readFileSync(file, 'utf8')).toContain('<li>a, b</li>');
    const plain = await anna.run(['report'], { cwd: anna.home });
    expect(plain).toMatchObject({ code: 1, stderr: expect.stringContaining('has questions of yours') as string });
    expect(readFileSync(file, 'utf8')).toContain('<li>Physio?</li>');
    await anna.does(['report', '--force'], { cwd: anna.home });
    expect(readFileSync(file, 'utf8')).not.toContain('Physio?');
    await anna.does(['report'], { cwd: anna.home });
    writeFileSync(file, 'of another making');
    expect((await anna.run(['report'], { cwd: anna.home })).code).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe('of another making');
  });

  it.each(['html', 'fhir', 'text'])('--format %s never ends up in a file that is called PDF', async (format) => {
    const anna = await withJournal();
    for (const more of [[], ['--force']]) {
      const to = ['--format', format, '--output', 'x.PDF', ...more];
      const { code, stderr } = await anna.run(['report', ...to], { cwd: anna.home });
      expect([code, stderr]).toEqual([2, expect.stringContaining(`ends in .pdf, but --format is ${format}`) as string]);
    }
    expect(existsSync(join(anna.home, 'x.PDF'))).toBe(false);
  });

  it('has the format that the name of its file ends in', async () => {
    const anna = await withJournal();
    const written = async (name: string) => {
      await anna.does(['report', '--output', name], { cwd: anna.home });
      return readFileSync(join(anna.home, name), 'utf8');
    };
    expect(await written('r.txt')).toMatch(/^Back pain journal\n=+\n/);
    expect(await written('r.json')).toMatch(/^\{\n "resourceType": "Bundle"/);
    expect(await written('r.htm')).toMatch(/^<!doctype html>/);
    expect(await written('report')).toMatch(/^<!doctype html>/);
  });

  it('for a physio has a name of its own, in each format that people read', async () => {
    const anna = await withJournal();
    await anna.does(['report'], { cwd: anna.home });
    for (const [format, ending] of [
      ['html', 'html'],
      ['text', 'txt'],
      ['pdf', 'pdf'],
    ] as const) {
      const name = `unspasm-report-physio-${isoDay(0)}.${ending}`;
      expect(await anna.does(['report', '--for', 'physio', '--format', format], { cwd: anna.home })).toContain(name);
      const bytes = readFileSync(join(anna.home, name));
      const words = format === 'pdf' ? (await readBack(bytes)).pages[0] : bytes.toString();
      expect(words).toContain('Back pain journal: exercise and function');
    }
    expect(readFileSync(join(anna.home, `unspasm-report-${isoDay(0)}.html`), 'utf8')).toContain('Pain by day');
  });

  it('for a physio is no FHIR, which is the same for everybody', async () => {
    const anna = await withJournal();
    const { code, stderr } = await anna.run(['report', '--for', 'physio', '--format', 'fhir'], { cwd: anna.home });
    expect([code, stderr]).toEqual([2, expect.stringContaining('leave out --for') as string]);
  });

  it('is a PDF that only its owner may read, where the format or the name says so', async () => {
    const anna = await withJournal({ UNSPASM_COUNTRY: 'US' });
    expect(await anna.does(['report', '--format', 'pdf'], { cwd: anna.home })).toBe(
      `Written: unspasm-report-${isoDay(0)}.pdf\n`,
    );
    await anna.does(['report', '--output', 'x.PDF'], { cwd: anna.home });
    for (const name of [`unspasm-report-${isoDay(0)}.pdf`, 'x.PDF']) {
      const file = join(anna.home, name);
      expect(statSync(file).mode & 0o777).toBe(0o600);
      const { pages, sizes } = await readBack(readFileSync(file));
      expect(pages).toEqual([expect.stringMatching(/Back pain journal.*lower back: 1 day.*Made with unspasm/)]);
      expect(sizes).toEqual([[612, 792]]);
    }
    const page = await readBack(await bytesOf(anna, { UNSPASM_COUNTRY: 'DE' }));
    expect(page.sizes[0]!.map(Math.round)).toEqual([595, 842]);
  });

  it('is a PDF even where a font of the computer is broken', async () => {
    const anna = await withJournal();
    const font = 'files/noto-sans-devanagari-400-normal.woff';
    const bytes = readFileSync(fileURLToPath(import.meta.resolve(`@fontsource/noto-sans/${font}`)));
    // The shapes of its letters are gone; which letters it has can still be read.
    for (let table = 44; table < 44 + bytes.readUInt16BE(12) * 20; table += 20) {
      const [offset, length] = [bytes.readUInt32BE(table + 4), bytes.readUInt32BE(table + 8)];
      if (/glyf|loca|hmtx/.test(bytes.toString('latin1', table, table + 4))) bytes.fill(0xff, offset, offset + length);
    }
    const folder = join(anna.home, '.local', 'share', 'fonts');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'NotoSansDevanagari.ttf'), bytes);
    await anna.does(['report', '--ask', 'कमर?', '--output', 'r.pdf'], { cwd: anna.home });
    expect((await readBack(readFileSync(join(anna.home, 'r.pdf')))).pages).toHaveLength(1);
  });

  it('keeps words from right to left apart in the list of all entries', async () => {
    const anna = await withJournal();
    await anna.logs('4', 'אבג');
    const page = await anna.does(['report', '--all', '--format', 'html', '--output', '-']);
    expect(page).toMatch(/"<bdi>אבג<\/bdi>"|&quot;<bdi>אבג<\/bdi>&quot;/);
  });

  it('is a PDF that says so where it lacks letters that no font has', async () => {
    const anna = await withJournal();
    const lacking = ['report', '--format', 'pdf', '--ask', 'why \u{10FFFD}?', '--output'];
    const missing = 'letters that no font on this computer has';
    expect(await anna.does([...lacking, 'r.pdf'], { cwd: anna.home })).toMatch(
      new RegExp(`^Written: r\\.pdf\nNot in this report: ${missing}\\.\nA web page may show them\\.`),
    );
    const piped = await anna.run([...lacking, '-']);
    expect([piped.code, piped.stdout.slice(0, 4)]).toEqual([0, '%PDF']);
    expect(piped.stderr).toContain(missing);
  });

  it.each([false, true])('is a whole PDF in a pipe (in a process of its own: %s)', async (ownProcess) => {
    const anna = await withJournal();
    const { code, stdout, stderr } = await anna.run(['report', '--format', 'pdf', '--output', '-'], { ownProcess });
    expect([code, stdout.slice(0, 8), stdout.trim().slice(-5), stderr]).toEqual([0, '%PDF-1.7', '%%EOF', '']);
  });

  it('is no PDF on a terminal, which would show it as noise', async () => {
    const anna = await withJournal();
    const { code, stderr } = await anna.run(['report', '--format', 'pdf', '--output', '/dev/tty']);
    expect([code, stderr]).toEqual([1, expect.stringContaining("can't be written") as string]);
  });

  it.each(['html', 'text', 'pdf'])('in %s with questions is only replaced by one that has them too', async (format) => {
    const anna = await withJournal();
    const report = (...more: string[]) => anna.run(['report', '--format', format, ...more], { cwd: anna.home });
    expect(await report('--ask', 'Physio?')).toMatchObject({ code: 0 });
    for (const more of [[], ['--ask', 'Surgery?'], ['--all']]) {
      const { code, stderr } = await report(...more);
      expect([code, stderr]).toEqual([1, expect.stringContaining('has questions of yours') as string]);
    }
    expect(await report('--ask', 'Surgery?', '--force')).toMatchObject({ code: 0 });
  });

  it('says what it leaves out: other periods, the future, and lines that cannot be read', async () => {
    const anna = await withJournal();
    await anna.does(['log', '3', '--at', '2020-01-05 10:00']);
    const [name] = readdirSync(anna.journal);
    appendFileSync(join(anna.journal, name!), 'not a line\n');
    const said =
      'Not in this report: 1 entry from before 1 Jan 2026; 1 line of the journal that can&#39;t be read; the words of 1 note.';
    expect(await anna.does(['report', '--from', '2026-01-01', '--output', '-'])).toContain(said);
    const { leftOut } = (await anna.document([
      'report',
      '--from',
      '2026-01-01',
      '--output',
      join(anna.home, 'r.html'),
    ])) as {
      leftOut: string[];
    };
    expect(leftOut).toEqual([
      '1 entry from before 1 Jan 2026',
      "1 line of the journal that can't be read",
      'the words of 1 note',
    ]);
  });

  it('is written as it is where the terminal shows only ASCII', async () => {
    const anna = await withJournal({ LANG: 'C' });
    expect(await anna.does(['report', '--output', '-', '--ask', 'für wen?'])).toContain('<li>für wen?</li>');
    await anna.logs('5', 'für');
    expect(await anna.does(['log', 'export', '--format', 'csv'])).toContain('für');
  });

  it('answers at once to a question that tells of a warning sign', async () => {
    const anna = await withJournal();
    const asked = ['--ask', "I can't pee since yesterday, is that bad?"];
    const { stdout, stderr } = await anna.run(['report', '--output', '-', ...asked], { cwd: anna.home });
    expect(stdout).toMatch(/^<!doctype html>[^]*<\/html>\s*$/);
    expect(stderr).toContain('GO TO AN EMERGENCY DEPARTMENT NOW');
  });

  it('goes to standard output, with every entry when asked to', async () => {
    const anna = await withJournal();
    expect(await anna.does(['report', '--output', '-', '--all'], { cwd: anna.home })).toMatch(
      /All entries[^]*&lt;b&gt;crate&lt;\/b&gt;/,
    );
    expect(readdirSync(anna.home).filter((name) => name.startsWith('unspasm-report'))).toEqual([]);
  });

  it('is FHIR for other programs', async () => {
    const anna = await withJournal();
    const bundle = JSON.parse(await anna.does(['report', '--format', 'fhir', '--output', '-'])) as { entry: object[] };
    expect(bundle.entry).toHaveLength(2);
  });

  it('is a transaction for a server, and says what FHIR leaves out', async () => {
    const anna = await withJournal();
    await anna.does(['log', '4', 'slept badly', '--trigger', 'posture']);
    await anna.does(['log', '--medicine', 'ibuprofen']);
    const to = ['--format', 'fhir', '--bundle', 'transaction', '--output'];
    const { stdout, stderr } = await anna.run(['report', ...to, '-']);
    const bundle = JSON.parse(stdout) as { type: string; entry: { request: object }[] };
    expect([bundle.type, bundle.entry.map(({ request }) => request)]).toEqual([
      'transaction',
      ['Patient', 'Observation', 'Observation', 'MedicationStatement'].map((type) => ({
        method: 'PUT',
        url: expect.stringMatching(`^${type}/`) as string,
      })),
    ]);
    expect(stderr).toBe('Not in this report: triggers.\n');
    const file = join(anna.home, 'r.json');
    expect(await anna.does(['report', ...to, file])).toContain('Not in this report: triggers.\n');
    expect(await anna.document(['report', ...to, file, '--force'])).toMatchObject({ leftOut: ['triggers'] });
  });

  it('says that --bundle is for FHIR', async () => {
    const anna = await withJournal();
    const { code, stderr } = await anna.run(['report', '--bundle', 'transaction'], { cwd: anna.home });
    expect([code, stderr]).toEqual([2, expect.stringContaining('add --format fhir') as string]);
    expect(readdirSync(anna.home).filter((name) => name.startsWith('unspasm-report'))).toEqual([]);
  });

  it.each([
    ['--ask', 'Physio?'],
    ['--all', '--force'],
  ])('says that FHIR takes no %s, and writes nothing', async (...args) => {
    const anna = await withJournal();
    const { code, stdout, stderr } = await anna.run(['report', '--format', 'fhir', ...args], { cwd: anna.home });
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: '',
      stderr:
        "unspasm: FHIR can't contain questions, and it always contains every entry of the period\n  leave out --ask and --all, or use --format html\n",
    });
    expect(readdirSync(anna.home).filter((name) => name.startsWith('unspasm-report'))).toEqual([]);
  });

  it('answers a question that tells of a warning sign, also where it takes no questions', async () => {
    const anna = await withJournal();
    const asked = ['--format', 'fhir', '--ask', "I can't pee since yesterday, is that bad?"];
    const { code, stderr } = await anna.run(['report', ...asked], { cwd: anna.home });
    expect(code).toBe(2);
    expect(stderr).toMatch(/GO TO AN EMERGENCY DEPARTMENT NOW[^]*FHIR can't contain questions/);
  });

  it.each([
    ['where it would replace other questions', []],
    ['where its name and its format disagree', ['--format', 'text', '--output', 'r.pdf']],
    ['where there is no such folder', ['--output', '/nowhere/r.html']],
    ['where its period makes no sense', ['--last', 'soon']],
  ])('answers a question that tells of a warning sign, also %s', async (_where, more) => {
    const anna = await withJournal();
    await anna.does(['report', '--ask', 'Physio?'], { cwd: anna.home });
    const asked = ['--ask', "I can't pee since yesterday, is that bad?", ...more];
    const { code, stderr } = await anna.run(['report', ...asked], { cwd: anna.home });
    expect(code).not.toBe(0);
    expect(stderr).toContain('GO TO AN EMERGENCY DEPARTMENT NOW');
  });

  it('with nothing but blank questions does not replace one with real ones', async () => {
    const anna = await withJournal();
    const file = join(anna.home, `unspasm-report-${isoDay(0)}.html`);
    await anna.does(['report', '--ask', 'Physio?'], { cwd: anna.home });
    const blank = await anna.run(['report', '--ask', ' ', '--ask', ''], { cwd: anna.home });
    expect(blank).toMatchObject({ code: 1, stderr: expect.stringContaining('has questions of yours') as string });
    expect(readFileSync(file, 'utf8')).toContain('<li>Physio?</li>');
    await anna.does(['report', '--ask', ' ', '--force'], { cwd: anna.home });
    await anna.does(['report'], { cwd: anna.home });
    expect(await anna.does(['report', '--format', 'fhir', '--ask', ' '], { cwd: anna.home })).toContain('Written');
  });

  it('tells scripts where it is', async () => {
    const anna = await withJournal();
    const file = join(anna.home, 'r.html');
    expect(await anna.document(['report', '--output', file])).toMatchObject({
      schemaVersion: 1,
      file,
      format: 'html',
      ratedDays: 1,
    });
  });

  it.each([
    [['--format', 'doc'], 2, '--format can\'t be "doc"'],
    [['--last', 'soon'], 2, '--last can\'t be "soon"'],
    [['--output', '-', '--json'], 2, "can't be used with --json or --open"],
    [['--output', '/nowhere/r.html'], 1, 'there is no folder /nowhere'],
    [['--output', '/tmp'], 1, '/tmp already exists'],
  ])('refuses %j', async (args, wanted, message) => {
    const anna = await withJournal();
    const { code, stderr } = await anna.run(['report', ...args], { cwd: anna.home });
    expect([code, stderr]).toEqual([wanted, expect.stringContaining(message)]);
  });

  it('does not overwrite what somebody else put there', async () => {
    const anna = await withJournal();
    const file = join(anna.home, 'letter.html');
    writeFileSync(file, 'a letter');
    expect((await anna.run(['report', '--output', file])).code).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe('a letter');
    await anna.does(['report', '--output', file, '--force']);
  });

  it('opens it with what the desktop has, and says when it cannot', async () => {
    const programs = join(newPerson().home, 'programs');
    const anna = await withJournal({ PATH: programs });
    const file = join(anna.home, 'r.html');
    const { stderr } = await anna.run(['report', '--output', file, '--open']);
    expect(stderr).toContain("couldn't be opened: xdg-open isn't installed on this computer");
    install(programs, { 'xdg-open': `echo "$1" >"${anna.home}/opened"` });
    await anna.does(['report', '--output', file, '--force', '--open']);
    await expect
      .poll(() => existsSync(join(anna.home, 'opened')) && readFileSync(join(anna.home, 'opened'), 'utf8'))
      .toBe(`${file}\n`);
    const far = await anna.run(['report', '--output', file, '--force', '--open'], { env: { SSH_TTY: '/dev/pts/1' } });
    expect(far.stderr).toContain('over ssh it would open at the other end');
  });
});
