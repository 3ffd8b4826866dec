import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { OperationError } from '../../src/errors.ts';
import { fold } from '../../src/journal/core/fold.ts';
import type { Journal } from '../../src/journal/core/journal.ts';
import type { Fields } from '../../src/journal/core/fields.ts';
import { fieldsOf } from '../../src/journal/core/undo.ts';
import { openJournal } from '../../src/system/journal.ts';
import type { Places } from '../../src/system/paths.ts';
import { makePlaces, removeFolders } from './places.ts';

const NOW = Date.parse('2026-06-17T12:00:00Z');
const DAY_MS = 24 * 3_600_000;
const SIX: Fields = { kind: 'pain', at: '2026-06-17T12:00:00+00:00', pain: 6, note: 'stiff – ä 😀' };
const FOUR: Fields = { ...SIX, pain: 4 };

const open = (places: Places, time = NOW) => openJournal(places, () => time);
const fileOf = (journal: Journal) => join(journal.folder, `${journal.device()!}.jsonl`);
const says = (journal: Journal) => fold(journal.read().lines).map(fieldsOf);

/** Two devices on one folder: each with a state folder of its own. */
function twoDevices(): [Journal, Journal] {
  const places = makePlaces();
  return [open(places), open({ ...places, state: join(dirname(places.state), 'state-2') })];
}

afterEach(removeFolders);

describe('an entry', () => {
  it('is there when it was put, one line of its own device', () => {
    const journal = open(makePlaces());
    const entry = journal.put(SIX);
    expect(readFileSync(fileOf(journal), 'utf8')).toBe(`${JSON.stringify(entry)}\n`);
    expect(journal.read()).toEqual({ lines: [entry], bad: [] });
    expect(entry).toMatchObject({ v: 1, op: 'put', dev: journal.device(), ...SIX });
  });

  it('has a revision of the time that it was written at', () => {
    const [first, second] = [open(makePlaces()), open(makePlaces(), NOW + DAY_MS)].map((one) => one.put(SIX).rev);
    expect(first! < second!).toBe(true);
  });

  it('comes after the one before, though the clock was set back', () => {
    const places = makePlaces();
    const first = open(places, NOW).put(SIX);
    const second = open(places, NOW - DAY_MS).put(FOUR);
    expect(second.rev > first.rev).toBe(true);
  });

  it('keeps its id and names the state that it replaces when it is edited', () => {
    const journal = open(makePlaces());
    const before = journal.put(SIX);
    const after = journal.put(FOUR, before);
    expect(after).toMatchObject({ id: before.id, base: before.rev });
    expect(says(journal)).toEqual([FOUR]);
  });

  it('of a device with a fast clock is edited on one with a slow clock', () => {
    const places = makePlaces();
    const fast = open(places, NOW + 600_000).put(SIX);
    const slow = open({ ...places, state: join(dirname(places.state), 'state-2') }, NOW);
    slow.put(FOUR, fast);
    expect(says(slow)).toEqual([FOUR]);
    slow.remove(fold(slow.read().lines)[0]!);
    expect(says(slow)).toEqual([]);
  });

  it('stays in the file when it is removed', () => {
    const journal = open(makePlaces());
    const before = journal.put(SIX);
    const text = readFileSync(fileOf(journal), 'utf8');
    journal.remove(before);
    expect(says(journal)).toEqual([]);
    expect(readFileSync(fileOf(journal), 'utf8').startsWith(text)).toBe(true);
  });

  it('that is too long is refused before anything is written', () => {
    const journal = open(makePlaces());
    expect(() => journal.put({ ...SIX, note: 'ä'.repeat(40_000) })).toThrow('the entry is too long to save');
    expect(existsSync(journal.folder) ? readdirSync(journal.folder) : []).toEqual([]);
    expect(() => journal.put({ ...SIX, note: 'ä'.repeat(30_000) })).not.toThrow();
  });
});

describe('a file that something else has harmed', () => {
  it('with a torn tail takes the next entry on a line of its own', () => {
    const journal = open(makePlaces());
    const first = journal.put(SIX);
    appendFileSync(fileOf(journal), '{"v":1,"op":"put","id":"01K');
    const second = journal.put(FOUR);
    expect(journal.read()).toEqual({
      lines: [first, second],
      bad: [{ file: `${journal.device()}.jsonl`, line: 2, why: "it is incomplete, or isn't JSON" }],
    });
  });

  it('with a tail of zero bytes takes the next entry', () => {
    const journal = open(makePlaces());
    const first = journal.put(SIX);
    appendFileSync(fileOf(journal), '\0'.repeat(600));
    const second = journal.put(FOUR);
    expect(journal.read().lines).toEqual([first, second]);
    expect(journal.read().bad).toMatchObject([{ line: 2 }]);
  });

  it.each(['', '\n', '\uFEFF', '\r\n'])('that holds only %j takes an entry', (text) => {
    const journal = open(makePlaces());
    journal.put(FOUR);
    writeFileSync(fileOf(journal), text);
    const entry = journal.put(SIX);
    expect(journal.read().lines).toEqual([entry]);
    expect(journal.newest(10).entries).toEqual([entry]);
  });

  it('as a link that leads back to itself stops nothing', () => {
    const journal = open(makePlaces());
    const line = journal.put(SIX);
    symlinkSync('loop.jsonl', join(journal.folder, 'loop.jsonl'));
    const bad = [{ file: 'loop.jsonl', line: 0, why: "it isn't a file" }];
    expect(journal.read()).toEqual({ lines: [line], bad });
    expect(journal.newest(1)).toEqual({ entries: [line], bad });
    expect(journal.check()).toMatchObject({ files: [{ lines: 1 }], bad });
  });

  it('with nothing but bad lines takes an entry, and keeps them', () => {
    const journal = open(makePlaces());
    journal.put(FOUR);
    writeFileSync(fileOf(journal), 'hello\n{"v":99}\n');
    journal.put(SIX);
    expect(says(journal)).toEqual([SIX]);
    expect(readFileSync(fileOf(journal), 'utf8').startsWith('hello\n{"v":99}\n')).toBe(true);
  });
});

describe('two devices on one folder', () => {
  it('have names of their own, and write files of their own', () => {
    const [one, other] = twoDevices();
    one.put(SIX);
    other.put(FOUR);
    expect(one.device()).not.toBe(other.device());
    expect(readdirSync(one.folder).toSorted()).toEqual([`${one.device()}.jsonl`, `${other.device()}.jsonl`].toSorted());
    expect(says(one)).toHaveLength(2);
  });

  it.each([
    '.sync-conflict-20261122-164112-ABCDEFG.jsonl',
    ' (conflicted copy 2026-11-22).jsonl',
    " (Anna's conflicted copy).jsonl",
  ])('are read with the copies that a sync tool made, each entry once: %s', (ending) => {
    const [journal] = twoDevices();
    journal.put(SIX);
    copyFileSync(fileOf(journal), join(journal.folder, `${journal.device()}${ending}`));
    journal.put(FOUR);
    expect(says(journal)).toEqual([FOUR, SIX]);
    expect(journal.newest(10).entries.map(fieldsOf)).toEqual([FOUR, SIX]);
  });

  it('leave a file alone that belongs to something else', () => {
    const [journal] = twoDevices();
    journal.put(SIX);
    for (const name of ['.gitattributes', 'README.md', 'x.jsonl.123.tmp', '.x.jsonl', '.#x.jsonl', 'x.jsonl~']) {
      writeFileSync(join(journal.folder, name), 'something\n');
    }
    expect(journal.read().bad).toEqual([]);
  });

  it('notice a state folder that was copied from another machine', () => {
    const places = makePlaces();
    const journal = open(places);
    journal.put(SIX);
    writeFileSync(join(places.state, 'device.json'), JSON.stringify({ id: journal.device(), host: `${hostname()}-2` }));
    expect(open(places).put(FOUR).dev).not.toBe(journal.device());
  });

  it.each(['', '{', 'null', '{"id":"../../x","host":"h"}', '[]'])('make a new name when theirs is %j', (text) => {
    const places = makePlaces();
    mkdirSync(places.state, { recursive: true });
    writeFileSync(join(places.state, 'device.json'), text);
    const { dev } = open(places).put(SIX);
    expect(dev).toMatch(/^[a-z0-9]{8}$/);
    expect(open(places).put(FOUR).dev).toBe(dev);
  });
});

describe('a journal that was there and is gone', () => {
  it('is said to be lost', () => {
    const places = makePlaces();
    const journal = open(places);
    journal.put(SIX);
    expect(journal.isLost()).toBe(false);
    renameSync(journal.folder, `${journal.folder}-moved`);
    expect(open(places).isLost()).toBe(true);
  });

  it('is not lost where there has never been one', () => {
    expect(open(makePlaces()).isLost()).toBe(false);
  });

  it('is not lost where this device was only asked for its name', () => {
    const places = makePlaces();
    open(places).device();
    expect(open(places).isLost()).toBe(false);
  });

  it('is not lost where the first entry could not be kept', () => {
    const places = makePlaces();
    mkdirSync(dirname(dirname(places.journal)), { recursive: true });
    writeFileSync(dirname(places.journal), 'a file where the folder should be');
    expect(() => open(places).put(SIX)).toThrow(OperationError);
    expect(open(places).isLost()).toBe(false);
  });

  it('is not lost after all of it was erased', () => {
    const places = makePlaces();
    open(places).put(SIX);
    open(places).purge(undefined, false);
    expect(open(places).isLost()).toBe(false);
  });
});
