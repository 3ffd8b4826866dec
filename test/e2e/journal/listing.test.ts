import { appendFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/journal/core/records.ts';
import { entry } from '../../journal/lines.ts';
import { OFFSET, isoDay, spokenDay } from '../harness/midday.ts';
import { forgetPeople, newPerson, type Person } from './person.ts';

/** A journal of twelve days, one entry a day at noon, the oldest first. */
const DAYS = Array.from({ length: 12 }, (_, at) => {
  const before = 12 - at;
  const kind = before % 3 === 0 ? ({ kind: 'note', note: `day ${before}` } as const) : ({ pain: before % 11 } as const);
  return entry(`${isoDay(before)}T12:00:00${OFFSET}`, kind);
});

async function listed(person: Person, args: string[]): Promise<number[]> {
  const { entries } = await person.document<{ entries: Entry[] }>(['log', 'list', ...args]);
  return entries.map(({ at }) => Math.round((Date.parse(isoDay(0)) - Date.parse(at.slice(0, 10))) / 86_400_000));
}

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);

afterAll(forgetPeople);

describe('the list', () => {
  let anna: Person;
  beforeAll(() => {
    anna = newPerson().keeps(DAYS);
  });

  it.each([
    [[], numbers(1, 10)],
    [
      ['--count', '3'],
      [1, 2, 3],
    ],
    [['--all'], numbers(1, 12)],
    [['--all', '--count', '11'], numbers(1, 11)],
    [['--from', isoDay(4)], numbers(1, 4)],
    [
      ['--to', isoDay(10)],
      [10, 11, 12],
    ],
    [
      ['--from', isoDay(4), '--to', isoDay(3)],
      [3, 4],
    ],
    [
      ['--from', `${isoDay(4)} 13:00`],
      [1, 2, 3],
    ],
    [['--from', 'yesterday'], [1]],
    [['--from', 'today'], []],
    [
      ['--kind', 'note'],
      [3, 6, 9, 12],
    ],
    [
      ['--kind', 'note,pain', '--count', '2'],
      [1, 2],
    ],
    [['--kind', 'medicine'], []],
    [['--search', 'DAY 1'], [12]],
    [
      ['--search', 'pain 1', '--kind', 'pain'],
      [1, 10],
    ],
  ])('with %j', async (args, days) => {
    expect(await listed(anna, args)).toEqual(days);
  });

  it('is a line an entry, the newest first', async () => {
    const stdout = await anna.does(['log', 'list', '--count', '3']);
    const ids = DAYS.slice(-3).map(({ id }) => id.slice(-5).toLowerCase());
    expect(stdout).toBe(
      `${ids[2]}  ${spokenDay(1)} 12:00  pain 1\n` +
        `${ids[1]}  ${spokenDay(2)} 12:00  pain 2\n` +
        `${ids[0]}  ${spokenDay(3)} 12:00  "day 3"\n`,
    );
  });

  it('is what log shows in a pipe', async () => {
    expect(await anna.run(['log'])).toEqual({
      code: 0,
      signal: null,
      stdout: await anna.does(['log', 'list']),
      stderr: '',
    });
    expect(await anna.does(['log', '--json'])).toBe(await anna.does(['log', 'list', '--json']));
  });

  it.each([
    [['--count', '0'], '--count can\'t be "0"\n  use a whole number from 1 up'],
    [['--count', 'ten'], '--count can\'t be "ten"'],
    [
      ['--kind', 'sesion'],
      '--kind can\'t be "sesion" (did you mean "session"?)\n  use one of these: pain, session, triage,',
    ],
    [['--from', 'soon'], `"soon" isn't a time that unspasm can read`],
    [['--to', '3/4'], '"3/4" could be two different dates'],
    [['--trigger', 'lifting'], "unknown option '--trigger'"],
    [['more'], "too many arguments for 'list'"],
  ])('refuses %j', async (args, message) => {
    const { code, stdout, stderr } = await anna.run(['log', 'list', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  it('says so where nothing fits', async () => {
    expect(await anna.does(['log', 'list', '--search', 'moonlight'])).toBe('No entry matches that.\n');
  });

  it('of an empty journal says how to begin', async () => {
    const bert = newPerson();
    expect(await bert.does(['log', 'list'])).toMatch(/^There are no entries\. To add one, run: unspasm log\n$/);
    expect(await bert.document(['log', 'list'])).toEqual({ schemaVersion: 1, entries: [] });
  });
});

describe('one entry', () => {
  it('is shown with all of it', async () => {
    const anna = newPerson().keeps(DAYS);
    const [first] = DAYS;
    const stdout = await anna.does(['log', 'show', first!.id.slice(-5).toLowerCase()]);
    expect(stdout).toContain(`${spokenDay(12)} 12:00, 12 days ago`);
    expect(stdout).toContain('"day 12"');
    expect(stdout).toContain(`id ${first!.id}, at ${first!.at}, device laptop22`);
    const { entry: shown } = await anna.document<{ entry: object }>(['log', 'show', first!.id]);
    expect(shown).toEqual({
      id: first!.id,
      rev: first!.rev,
      dev: 'laptop22',
      kind: 'note',
      at: first!.at,
      note: 'day 12',
    });
  });

  it('names what hurt as the session did', async () => {
    const fields = { kind: 'session', therapy: 'stretch', hurt: ['knee-to-chest', 'of-tomorrow'] } as const;
    const anna = newPerson().keeps([entry(`${isoDay(1)}T12:00:00${OFFSET}`, fields)]);
    expect(await anna.does(['log', 'list'])).toMatch(/stretching; hurt: knee to chest, of-tomorrow\n$/);
  });

  it.each(['zzzzz', 'q', ''])('is not guessed: "%s"', async (typed) => {
    const { code, stderr } = await newPerson().keeps(DAYS).run(['log', 'show', typed]);
    expect(code).toBe(1);
    expect(stderr).toContain(`there is no entry "${typed}"\n  to see the ids, run: unspasm log list --all`);
  });

  it('that is not there is told as a document, too', async () => {
    const { code, stdout, stderr } = await newPerson().run(['log', 'show', 'zzzzz', '--json']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'unknown-entry' } });
  });

  it('is not chosen when several are meant', async () => {
    const { code, stderr } = await newPerson()
      .keeps(DAYS)
      .run(['log', 'show', DAYS[0]!.id.slice(0, 3)]);
    expect(code).toBe(2);
    expect(stderr).toContain('fits the ids of 12 entries\n  type more letters of the id');
  });

  it('has to be named', async () => {
    expect((await newPerson().run(['log', 'show'])).stderr).toContain("missing required argument 'id'");
  });
});

describe('a line that cannot be understood', () => {
  it('is named on standard error, by file and line, and the rest is there', async () => {
    const anna = newPerson().keeps(DAYS);
    appendFileSync(join(anna.journal, 'laptop22.jsonl'), `{"v":99,"id":"x"}\n{"v":1,"op":"pu\n\0\0\0\n`);
    for (const args of [[], ['list', '--all'], ['show', DAYS[0]!.id]]) {
      const { code, stdout, stderr } = await anna.run(['log', ...args]);
      expect(code).toBe(0);
      expect(stdout).toContain('day');
      expect(stderr).toContain("unspasm: skipped 3 lines that can't be read; nothing was deleted\n");
      expect(stderr).toContain('laptop22.jsonl:13: a newer unspasm wrote it (version 99)');
      expect(stderr).toContain("laptop22.jsonl:14: it is incomplete, or isn't JSON");
      expect(stderr).toContain('laptop22.jsonl:15: it contains zero bytes, perhaps from a power cut');
    }
  });

  it('leaves the document on standard output whole', async () => {
    const anna = newPerson().keeps(DAYS);
    appendFileSync(join(anna.journal, 'laptop22.jsonl'), 'hello\n');
    expect(await listed(anna, ['--all'])).toEqual(numbers(1, 12));
  });

  it('does not stop today', async () => {
    const anna = newPerson().keeps(DAYS);
    appendFileSync(join(anna.journal, 'laptop22.jsonl'), 'hello\n');
    const { code, stderr } = await anna.run(['today']);
    expect(code).toBe(0);
    expect(stderr).toContain('laptop22.jsonl:13');
  });

  it.each([
    { areas: 'lower' },
    { note: 5 },
    { triggers: { lifting: true } },
    { helped: 7 },
    { pain: 'six' },
    { kind: 7 },
  ])('never stops the rest, though only a field of it is of the wrong type: %j', async (fields) => {
    const anna = newPerson().keeps([...DAYS, { ...entry(`${isoDay(0)}T00:00:00${OFFSET}`), ...fields }]);
    expect(await anna.does(['log', 'list', '--all'])).toContain('"day 12"');
    expect(await anna.does(['log', 'list', '--search', 'day 12'])).toContain('"day 12"');
    expect(await anna.does(['today'])).not.toBe('');
  });

  it('cannot steer the terminal', async () => {
    const evil = '\u001B[31mx';
    const odd = { kind: evil, therapy: evil, areas: [evil], level: evil, medicine: evil, dev: evil };
    const anna = newPerson().keeps([
      entry(`${isoDay(1)}T01:00:00${OFFSET}`, { ...odd, kind: 'session' }),
      entry(`${isoDay(1)}T02:00:00${OFFSET}`, { ...odd, kind: 'medicine' }),
      entry(`${isoDay(1)}T03:00:00${OFFSET}`, { ...odd, kind: 'triage' }),
      { ...entry(`${isoDay(1)}T04:00:00${OFFSET}`), ...odd },
    ]);
    let shown = await anna.does(['log', 'list']);
    for (const { id } of anna.entries()) shown += await anna.does(['log', 'show', id]);
    expect(shown).not.toContain('\u001B');
  });
});

describe('a journal that was there and is gone', () => {
  const LOST = 'but this computer has saved one before. Check that the folder was not moved';

  it('is said to be lost, by the list and by today', async () => {
    const anna = newPerson();
    await anna.does(['log', '6']);
    renameSync(anna.journal, `${anna.journal}-moved`);
    const list = await anna.run(['log', 'list']);
    expect(list).toMatchObject({ code: 0 });
    expect(list.stderr).toContain(`unspasm: there is no journal in ${anna.journal}, ${LOST}`);
    const today = await anna.run(['today']);
    expect(today.stderr).toContain(LOST);
  });

  it('is not said of one that there has never been', async () => {
    const anna = newPerson();
    await anna.run(['log', 'undo']);
    expect((await anna.run(['log', 'list'])).stderr).toBe('');
    expect((await anna.run(['today'])).stderr).toBe('');
  });
});
