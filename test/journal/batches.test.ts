import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/app/command.ts';
import type { Context } from '../../src/app/context.ts';
import { command as importTable } from '../../src/journal/commands/import.ts';
import { command as undo } from '../../src/journal/commands/undo.ts';
import { fold } from '../../src/journal/core/fold.ts';
import type { Journal } from '../../src/journal/core/journal.ts';
import type { Entry } from '../../src/journal/core/records.ts';
import { operationsDocument } from '../../src/journal/exchange/operations.ts';
import { openJournal } from '../../src/system/journal.ts';
import { makeGlyphs } from '../../src/terminal/glyphs.ts';
import { PLAIN } from '../../src/terminal/style.ts';
import { content } from '../content/data-files.ts';
import { revision } from './lines.ts';

const TABLE = 'at,pain,note\n2026-06-10 10:00,6,a\n2026-06-11 10:00,5,b\n2026-06-12 10:00,4,c\n';
const NOON = Date.parse('2026-06-18T12:00:00Z');
const homes: string[] = [];

afterEach(() => {
  for (const home of homes.splice(0)) rmSync(home, { recursive: true, force: true, maxRetries: 5 });
});

/** A device, with a clock that goes on by a second for each command. */
class Device {
  readonly journal: Journal;
  readonly #home: string;
  clock = NOON;

  constructor(home = mkdtempSync(join(tmpdir(), 'unspasm-batch-')), name = 'laptop') {
    if (name === 'laptop') homes.push(home);
    this.#home = home;
    const places = { journal: join(home, 'journal'), state: join(home, name) };
    this.journal = openJournal(places as Parameters<typeof openJournal>[0], () => (this.clock += 1000));
  }

  /** Another device with the same folder for its journal. */
  beside(): Device {
    return new Device(this.#home, 'desktop');
  }

  import(text: string): Promise<Answer> {
    return this.#run(importTable, {}, ['-'], text);
  }

  undo(options: object = {}): Promise<Answer> {
    return this.#run(undo, options);
  }

  log(pain: number, note: string): Entry {
    return this.journal.put({ kind: 'pain', at: '2026-06-18T10:00:00+00:00', pain, note });
  }

  entries(): Entry[] {
    return fold(this.journal.read().lines);
  }

  notes(): string[] {
    return this.entries()
      .map(({ note }) => note!)
      .toSorted();
  }

  async #run(
    { run }: { readonly run: unknown },
    options: object,
    args: readonly string[] = [],
    text = '',
  ): Promise<Answer> {
    const context = {
      journal: this.journal,
      content,
      now: () => new Date(this.clock),
      locale: () => ({ zone: 'UTC' }),
      note: () => undefined,
      readText: () => text,
      readBytes: () => Buffer.from(text),
      page: { width: 80, framed: false, style: PLAIN, glyphs: makeGlyphs(true) },
      capabilities: { interactive: false },
    } as unknown as Context;
    return (run as (invocation: object, context: Context) => Promise<Answer>)({ args, options }, context);
  }
}

describe('an import is one thing', () => {
  it('that undo takes back, the next undo makes again, and so on', async () => {
    const device = new Device();
    device.log(3, 'own');
    await device.import(TABLE);
    const there = device.entries().map(({ at, pain, note }) => [at, pain, note]);
    const answer = await device.undo();
    expect(answer.document()).toEqual({
      done: 'taken-back',
      entry: null,
      import: { added: 0, changed: 0, removed: 3, left: 0 },
    });
    expect(answer.lines()).toHaveLength(1);
    expect(device.notes()).toEqual(['own']);
    const again = await device.undo();
    expect(again.document()).toMatchObject({ done: 'brought-back', import: { added: 3 } });
    expect(device.entries().map(({ at, pain, note }) => [at, pain, note])).toEqual(there);
    await device.undo();
    expect(device.notes()).toEqual(['own']);
  });

  it('an import that was interrupted, and left an empty file, is none', async () => {
    const device = new Device();
    device.log(3, 'own');
    const { folder } = device.journal;
    writeFileSync(join(folder, `import-${revision('2026-06-19T12:00:00Z')}-${device.journal.device()!}.jsonl`), '');
    await device.undo();
    expect(device.notes()).toEqual([]);
  });

  it('also on a device that has written nothing else', async () => {
    const device = new Device();
    await device.import(TABLE);
    await device.undo();
    expect(device.notes()).toEqual([]);
  });

  it('what was logged since comes first, and --import reaches past it', async () => {
    const device = new Device();
    await device.import(TABLE);
    device.log(3, 'later');
    await device.undo();
    expect(device.notes()).toEqual(['a', 'b', 'c']);
    await device.undo();
    await device.undo({ import: true });
    expect(device.notes()).toEqual(['later']);
    await device.undo({ import: true });
    expect(device.notes()).toEqual(['a', 'b', 'c', 'later']);
  });

  it('after a clock that was ahead the order is still the one in which things were done', async () => {
    const device = new Device();
    device.clock += 3 * 86_400_000;
    await device.import(TABLE);
    device.clock = NOON;
    device.log(3, 'later');
    await device.undo();
    expect(device.notes()).toEqual(['a', 'b', 'c']);
    device.clock = NOON;
    await device.import('at,note\n2026-06-01 10:00,second\n');
    await device.undo();
    expect(device.notes()).toEqual(['a', 'b', 'c']);
  });

  it('entries that were edited or removed since stay so', async () => {
    const device = new Device();
    await device.import(TABLE);
    const byNote = (note: string) => device.entries().find((entry) => entry.note === note)!;
    const { v: _v, op: _op, id: _id, rev: _rev, dev: _dev, ...fields } = byNote('a');
    device.journal.put({ ...fields, note: 'a, in fact' }, byNote('a'));
    device.journal.remove(byNote('b'));
    const answer = await device.undo({ import: true });
    expect(answer.document()).toMatchObject({ import: { removed: 1, left: 1 } });
    expect(answer.lines()[1]).toBe(
      '1 entry stayed as it is, because it was changed later or is also in the file of another computer.',
    );
    expect(device.notes()).toEqual(['a, in fact']);
    await device.undo({ import: true });
    expect(device.notes()).toEqual(['a, in fact', 'c']);
  });

  it('brings entries that it changed or removed back to what they were', async () => {
    const device = new Device();
    const [one, two] = [device.log(3, 'one'), device.log(4, 'two')];
    const other = new Device();
    await other.import(JSON.stringify(operationsDocument([one, two], '')));
    other.journal.put({ kind: 'pain', at: one.at, pain: 9, note: 'changed' }, one);
    other.journal.remove(two);
    await device.import(JSON.stringify(operationsDocument(other.journal.read().lines, '')));
    expect(device.notes()).toEqual(['changed']);
    await device.undo();
    expect(device.notes()).toEqual(['one', 'two']);
    await device.undo();
    expect(device.notes()).toEqual(['changed']);
  });

  it('a restored journal is taken back as a whole, though its lines are of this device', async () => {
    const device = new Device();
    // Lines that are ahead of the clock, as it was wrong when they were written.
    device.clock += 3 * 86_400_000;
    device.log(3, 'one');
    device.log(4, 'two');
    const saved = JSON.stringify(operationsDocument(device.journal.read().lines, ''));
    device.journal.purge(undefined, false);
    device.clock = NOON;
    await device.import(saved);
    expect(device.notes()).toEqual(['one', 'two']);
    await device.undo();
    expect(device.notes()).toEqual([]);
    await device.undo();
    expect(device.notes()).toEqual(['one', 'two']);
    device.log(1, 'three');
    await device.undo();
    expect(device.notes()).toEqual(['one', 'two']);
  });

  it('a file named for a time after the year 2199 keeps nothing from being logged or undone', async () => {
    const device = new Device();
    device.log(3, 'own');
    writeFileSync(join(device.journal.folder, `import-7${'Z'.repeat(25)}-${device.journal.device()!}.jsonl`), '');
    device.log(4, 'next');
    await device.undo();
    expect(device.notes()).toEqual(['own']);
  });
});

describe('an import with two devices', () => {
  it("is taken back by the one that made it, and nothing of the other's is touched", async () => {
    const laptop = new Device();
    const desktop = laptop.beside();
    await laptop.import(TABLE);
    desktop.log(2, 'desktop');
    await expect(desktop.undo({ import: true })).rejects.toThrow('no import or restore to undo on this computer');
    await desktop.undo();
    expect(laptop.notes()).toEqual(['a', 'b', 'c']);
    await desktop.undo();
    await laptop.undo();
    expect(laptop.notes()).toEqual(['desktop']);
    await laptop.undo();
    expect(desktop.notes()).toEqual(['a', 'b', 'c', 'desktop']);
  });

  it('what the other device edited stays, and what is in its own file as well', async () => {
    const laptop = new Device();
    const desktop = laptop.beside();
    await laptop.import(TABLE);
    const one = desktop.entries().find(({ note }) => note === 'a')!;
    desktop.journal.put({ kind: 'pain', at: one.at, pain: 1, note: 'edited there' }, one);
    await desktop.import(`${TABLE}2026-06-13 10:00,2,d\n`);
    const answer = await laptop.undo();
    expect(answer.document()).toMatchObject({ import: { removed: 2, left: 1 } });
    expect(laptop.notes()).toEqual(['d', 'edited there']);
  });

  it('that both imported stays, with an error that says so', async () => {
    const [laptop, other] = [new Device(), new Device()];
    await laptop.import(TABLE);
    await other.import(TABLE);
    const [name] = readdirSync(other.journal.folder);
    copyFileSync(join(other.journal.folder, name!), join(laptop.journal.folder, name!));
    await expect(laptop.undo()).rejects.toThrow('nothing of the last import or restore can be undone');
    expect(laptop.notes()).toEqual(['a', 'b', 'c']);
  });

  it('what both imported is counted where the rest is taken back', async () => {
    const [laptop, other] = [new Device(), new Device()];
    await laptop.import(`${TABLE}2026-06-13 10:00,2,d\n`);
    await other.import(TABLE);
    const [name] = readdirSync(other.journal.folder);
    copyFileSync(join(other.journal.folder, name!), join(laptop.journal.folder, name!));
    const answer = await laptop.undo();
    expect(answer.document()).toMatchObject({ import: { removed: 1, left: 3 } });
    expect(answer.lines()[1]).toBe(
      '3 entries stayed as they are, because they were changed later or are also in the files of other computers.',
    );
    expect(laptop.notes()).toEqual(['a', 'b', 'c']);
  });

  it('a copy of its file that a sync program made is taken back with it', async () => {
    const laptop = new Device();
    await laptop.import(TABLE);
    const [name] = readdirSync(laptop.journal.folder);
    const copy = name!.replace('.jsonl', ' (conflicted copy).jsonl');
    copyFileSync(join(laptop.journal.folder, name!), join(laptop.journal.folder, copy));
    await laptop.undo();
    expect(laptop.notes()).toEqual([]);
  });
});

describe('after an undo', () => {
  it('the table can be imported again, corrected or not, and what was removed by hand stays removed', async () => {
    const device = new Device();
    await device.import(TABLE);
    device.journal.remove(device.entries().find(({ note }) => note === 'b')!);
    await device.undo({ import: true });
    const answer = await device.import(TABLE.replace(',c', ',corrected'));
    expect(answer.document()).toMatchObject({ added: 2, known: 1 });
    expect(device.notes()).toEqual(['a', 'corrected']);
    expect((await device.import(TABLE.replace(',c', ',corrected'))).document()).toMatchObject({ added: 0, known: 3 });
    await device.undo();
    expect(device.notes()).toEqual([]);
  });
});
