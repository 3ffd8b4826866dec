import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { isoDay } from '../harness/midday.ts';
import { closeTerminals } from '../terminal.ts';
import { forgetPeople, newPerson, type Person } from './person.ts';

afterEach(async () => {
  await closeTerminals();
  forgetPeople();
});

/** Somebody with a table in their home. */
function withTable(text: string): { anna: Person; file: string } {
  const anna = newPerson();
  const file = join(anna.home, 'diary.csv');
  writeFileSync(file, text);
  return { anna, file };
}

const SIGNS = [
  'at,pain,note',
  `${isoDay(1)} 08:00,6,numb between the legs since this morning`,
  `${isoDay(2)} 08:00,5,walked the dog`,
  `${isoDay(300)} 08:00,7,lost control of my bladder`,
  '',
].join('\n');

describe('the notes of an imported table', () => {
  it('are checked for warning signs: recent ones are named, old ones only keep theirs', async () => {
    const { anna, file } = withTable(SIGNS);
    const said = (await anna.does(['log', 'import', file])).replaceAll(/\s+/g, ' ');
    expect(said).toMatch(
      /1 of the notes may mention a warning sign: Numb or tingling between the legs\. Check it now: unspasm triage $/,
    );
    expect(anna.entries().map(({ signs }) => signs)).toEqual([['ces-saddle'], undefined, ['ces-control-pee']]);
    expect(await anna.does(['today'])).toContain('numb between the legs since this morning');
  });

  it('imported again neither double nor change, nor after an undo', async () => {
    const { anna, file } = withTable(SIGNS);
    await anna.does(['log', 'import', file]);
    const before = anna.entries();
    const again = await anna.document<object>(['log', 'import', file]);
    expect(again).toMatchObject({ added: 0, changed: 0, known: 3, warningSigns: [] });
    expect(anna.entries()).toEqual(before);
    await anna.does(['log', 'undo']);
    expect(anna.entries()).toEqual([]);
    await anna.does(['log', 'import', file]);
    expect(anna.entries().map(({ signs }) => signs)).toEqual(before.map(({ signs }) => signs));
  });

  it('are named in the document, and on standard error, when standard output is for a script', async () => {
    const { anna, file } = withTable(SIGNS);
    const { stdout, stderr } = await anna.run(['log', 'import', file, '--json']);
    const id = anna.entries()[0]!.id;
    expect(JSON.parse(stdout)).toMatchObject({ warningSigns: [{ id, signs: ['ces-saddle'], unsure: [] }] });
    expect(stderr).toContain('unspasm: 1 of the notes may mention a warning sign');
  });

  it('are not named once a check or a visit has come after them', async () => {
    const { anna, file } = withTable(SIGNS);
    await anna.does(['log', 'seen']);
    expect(await anna.does(['log', 'import', file])).not.toContain('warning sign');
  });

  it('are checked again when a table of our own changes them, and that table changes nothing the second time', async () => {
    const { anna, file } = withTable(SIGNS);
    await anna.does(['log', 'import', file]);
    const csv = await anna.does(['log', 'export', '--format', 'csv']);
    writeFileSync(file, csv.replace('walked the dog', 'I have wet myself twice'));
    const first = await anna.document<object>(['log', 'import', file]);
    expect(first).toMatchObject({ added: 0, changed: 1, known: 2, warningSigns: [{ signs: ['ces-control-pee'] }] });
    expect(await anna.document<object>(['log', 'import', file])).toMatchObject({ changed: 0, known: 3 });
  });

  it('get the answer of a crisis, and no other', async () => {
    const { anna, file } = withTable(`at,note\n${isoDay(1)} 08:00,I want to end my life\n`);
    const said = await anna.does(['log', 'import', file]);
    expect(said).toContain('call a helpline');
    expect(said).not.toContain('of the notes may mention');
  });

  it('keep the signs that another computer found in them', async () => {
    const { anna, file } = withTable(SIGNS);
    await anna.does(['log', 'import', file]);
    writeFileSync(file, await anna.does(['log', 'export', '--format', 'csv']));
    const ben = newPerson();
    await ben.does(['log', 'import', file]);
    expect(ben.entries().map(({ signs }) => signs)).toEqual(anna.entries().map(({ signs }) => signs));
  });
});

/** What somebody exported, with these words instead of those that were checked for warning signs. */
async function exported(words: string): Promise<string> {
  const ben = newPerson();
  await ben.does(['log', '5', 'walked the dog']);
  return (await ben.does(['log', 'export', '--format', 'json'])).replaceAll('walked the dog', words);
}

describe('the entries of an imported export', () => {
  it('are checked for warning signs that nobody has looked for, and stay as they are', async () => {
    const { anna, file } = withTable(await exported('I cannot pee and am numb between my legs'));
    const said = await anna.does(['log', 'import', file]);
    expect(said).toMatch(/EMERGENCY[^]*You wrote[^]*unspasm triage/i);
    expect(said.replaceAll(/\s+/g, ' ')).toContain('1 of the notes may mention');
    expect(anna.entries()[0]!.signs).toContain('ces-saddle');
    expect(await anna.document<object>(['log', 'import', file])).toMatchObject({
      added: 0,
      changed: 0,
      warningSigns: [],
    });
    await anna.does(['log', 'undo']);
    expect(anna.entries()).toEqual([]);
  });

  it('are named with the signs that they have already', async () => {
    const ben = newPerson();
    await ben.does(['log', '5', 'numb between my legs']);
    const { anna, file } = withTable(await ben.does(['log', 'export', '--format', 'json']));
    const document = await anna.document<object>(['log', 'import', file]);
    expect(document).toMatchObject({ added: 1, warningSigns: [{ signs: ['ces-saddle'] }] });
    expect(anna.entries()).toEqual(ben.entries());
  });

  it('without a warning sign cause none', async () => {
    const { anna, file } = withTable(await exported('went for a walk'));
    expect(await anna.does(['log', 'import', file])).not.toContain('warning sign');
  });
});

describe('several warning signs in imported notes', () => {
  const notes = [
    'tingling in my toes',
    'a high fever',
    'losing weight without trying',
    'crushing chest pain and my arm is heavy',
  ];
  const rows = ['at,note', ...notes.map((note, at) => `${isoDay(1)} 0${9 - at}:00,${note}`), ''].join('\n');

  it('are named from the gravest on, and what needs help now is answered as a note is', async () => {
    const { anna, file } = withTable(rows);
    const said = (await anna.does(['log', 'import', file])).replaceAll(/\s+/g, ' ');
    expect(said).toMatch(
      /CALL AN AMBULANCE.*You wrote: • "[^"]*chest pain[^"]*".*4 of the notes may mention warning signs: Chest pain/,
    );
    const { stdout, stderr } = await withTable(rows).anna.run(['log', 'import', file, '--json']);
    expect(stderr).toContain('CALL AN AMBULANCE');
    expect(JSON.parse(stdout)).toMatchObject({ added: 4 });
  });

  it('of other names of columns are found as well', async () => {
    const { anna, file } = withTable(`date,pain,notes\n${isoDay(1)},6,cannot pee since this morning\n`);
    expect((await anna.run(['log', 'import', file])).stderr).not.toContain('not imported');
    expect(anna.entries()[0]).toMatchObject({ pain: 6, signs: ['ces-start-pee'] });
  });
});

const app = (name: string) => join(import.meta.dirname, '../../journal/exchange/apps', `${name}.csv`);

describe('the table of an app', () => {
  it('is recognised by its columns, and what becomes of it is said', async () => {
    const anna = newPerson();
    const { stderr } = await anna.run(['log', 'import', app('bearable'), '--dry-run']);
    expect(stderr).toContain('unspasm: this is a table from Bearable. Its back symptoms become notes');
    await anna.does(['log', 'import', app('bearable')]);
    const again = await anna.document<object>(['log', 'import', app('bearable'), '--app', 'bearable']);
    expect(again).toMatchObject({ added: 0, known: 3 });
    expect(anna.entries().map(({ kind }) => kind)).toEqual(['note', 'medicine', 'note']);
  });

  it('is read by its columns alone if that is asked for, or if its time is mapped', async () => {
    const anna = newPerson();
    for (const options of [
      ['--app', 'none', '--map', 'pain=mood'],
      ['--map', 'date=full_date', '--map', 'pain=mood'],
    ])
      expect(await anna.run(['log', 'import', app('daylio'), ...options])).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('daylio.csv:2: pain can\'t be "meh"'),
      });
  });

  it('has to be of the app that is named', async () => {
    const anna = newPerson();
    const other = await anna.run(['log', 'import', app('daylio'), '--app', 'bearable']);
    expect(other).toMatchObject({ code: 2, stderr: expect.stringContaining("isn't a table from Bearable") });
    const unknown = await anna.run(['log', 'import', app('daylio'), '--app', 'dailyo']);
    expect(unknown).toMatchObject({ code: 2, stderr: expect.stringContaining('daylio') });
  });

  it('is explained on a page of the help', async () => {
    const page = await newPerson().does(['help', 'import']);
    expect(page).toMatch(/Migraine Buddy \(--app migraine-buddy\)[^]*headaches/);
  });
});

const ODD = 'Start;Clock;Intensity;Memo\n03/06/2026;18:30;6;bent\n04/06/2026;7:05;4;better\n';

describe('log import in a terminal', () => {
  it('shows the first rows as they would be kept, and asks', async () => {
    const { anna, file } = withTable('at,pain\n2026-06-03 18:30,6\n');
    const terminal = anna.startTerminal(['log', 'import', file]);
    await terminal.waitFor('Import this?');
    expect(terminal.screen()).toContain('2026-06-03 18:30  pain 6');
    expect(anna.entries()).toEqual([]);
    terminal.type('n');
    expect(await terminal.exited()).toEqual({ code: 1, signal: null });
    expect(terminal.screen()).toContain('nothing was imported');
    expect(anna.entries()).toEqual([]);
    const again = anna.startTerminal(['log', 'import', file]);
    await again.waitFor('Import this?');
    again.press('enter');
    expect(await again.exited()).toEqual({ code: 0, signal: null });
    expect(anna.entries()).toHaveLength(1);
    const third = anna.startTerminal(['log', 'import', file]);
    expect(await third.exited()).toEqual({ code: 0, signal: null });
    expect(third.screen()).toContain('1 already there');
  });

  it.each([['--yes'], ['--no-input'], ['--json']])('asks nothing with %s', async (option) => {
    const { anna, file } = withTable('at,pain\n2026-06-03 18:30,6\n');
    const terminal = anna.startTerminal(['log', 'import', file, option]);
    expect(await terminal.exited()).toEqual({ code: 0, signal: null });
    expect(anna.entries()).toHaveLength(1);
  });

  it('asks which column is which, and which order the dates have, and says how to do without', async () => {
    const { anna, file } = withTable(ODD);
    const terminal = anna.startTerminal(['log', 'import', file]);
    for (const [question, key] of [
      ['Which column says when it was?', '1'],
      ['Which column has the time of day?', '1'],
      ['Which column has your pain, from 0 to 10?', '1'],
      ['Which column has your notes?', '1'],
      ['Which day is 03/06/2026?', '1'],
      ['Import this?', 'y'],
    ] as const) {
      await terminal.waitFor(question);
      terminal.type(key);
    }
    expect(await terminal.exited()).toEqual({ code: 0, signal: null });
    expect(anna.entries().map(({ at, pain, note }) => [at.slice(0, 16), pain, note])).toEqual([
      ['2026-06-04T07:05', 4, 'better'],
      ['2026-06-03T18:30', 6, 'bent'],
    ]);
    const typed = ['date=Start', 'time=Clock', 'pain=Intensity', 'note=Memo'].flatMap((one) => ['--map', one]);
    for (const one of typed.filter((_, at) => at % 2 === 1)) {
      const [field, column] = one.split('=');
      expect(terminal.transcript().replaceAll(/\s+/g, ' ')).toContain(`--map ${field}="${column}"`);
    }
    expect(terminal.transcript()).toContain('--dates dmy');
    const same = await anna.document<object>(['log', 'import', file, ...typed, '--dates', 'dmy']);
    expect(same).toMatchObject({ added: 0, known: 2 });
  });

  it('says to a screen reader how to answer that no column is meant', async () => {
    const { anna, file } = withTable('at;Intensity;Memo\n2026-06-03 18:30;6;bent\n');
    const terminal = anna.startTerminal(['log', 'import', file, '--accessible']);
    await terminal.waitFor(/pain, from 0 to 10\?\n1\. Intensity \(6\)\n0\. none of these\n/);
    terminal.type('0\r');
    await terminal.waitFor(/your notes\?\n1\. Memo \(bent\)\n0\. none of these\n/);
    await terminal.close();
  });

  it('leaves it at a refusal where nobody can be asked', async () => {
    const { anna, file } = withTable(ODD);
    expect(await anna.run(['log', 'import', file])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('has no column "at"'),
    });
  });

  it('saves nothing if somebody leaves at a question', async () => {
    const { anna, file } = withTable(ODD);
    const terminal = anna.startTerminal(['log', 'import', file]);
    await terminal.waitFor('Which column says when it was?');
    terminal.press('escape');
    expect(await terminal.exited()).toEqual({ code: 130, signal: null });
    expect(anna.entries()).toEqual([]);
  });
});

describe('options for tables', () => {
  it('are refused for JSON, by name', async () => {
    const anna = newPerson();
    await anna.does(['log', '5']);
    const file = join(anna.home, 'journal.json');
    await anna.does(['log', 'export', '--output', file]);
    const { code, stderr } = await anna.run(['log', 'import', file, '--scale', '100', '--map', 'pain=Level']);
    expect(code).toBe(2);
    expect(stderr).toContain('is JSON, and --map, --scale are for tables');
    expect(anna.entries()).toHaveLength(1);
  });
});
