import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { beginBreaks, snooze } from '../../src/breaks/core/breaks.ts';
import { breaksFileText, readBreaksFile, type StoredBreaks } from '../../src/breaks/core/stored.ts';
import { openBreaksStore } from '../../src/system/breaks-store.ts';
import { processSign } from '../../src/system/computer.ts';
import { makePlaces, removeFolders } from './places.ts';

/** No process has this number: it is above the greatest that a kernel gives. */
const NOBODY = 2 ** 30;
const BREAKS = beginBreaks(1_800_000, Date.UTC(2026, 10, 30, 9));

afterEach(removeFolders);

function open() {
  const { state } = makePlaces();
  const file = join(state, 'breaks.json');
  return { state, file, store: openBreaksStore(state), other: openBreaksStore(state) };
}

/** The file of another process. */
function left(
  { state, file }: { state: string; file: string },
  pid: number,
  sign = processSign(pid, state) ?? 'ended',
) {
  const stored: StoredBreaks = { pid, process: sign, inBackground: true, breaks: BREAKS };
  mkdirSync(state, { recursive: true });
  writeFileSync(file, breaksFileText(stored));
  return stored;
}

describe('breaks', () => {
  it('are off at first, and on once a process looks after them', () => {
    const { store, other } = open();
    expect([store.running(), store.own()]).toEqual([undefined, undefined]);
    expect(store.begin(BREAKS, false)).toBe(true);
    expect([store.own(), other.running()?.breaks, other.own()]).toEqual([BREAKS, BREAKS, undefined]);
    store.end();
    expect([store.own(), other.running()]).toEqual([undefined, undefined]);
  });

  it('are looked after by one process at a time', () => {
    const place = open();
    const stored = left(place, process.ppid);
    expect(place.store.running()).toEqual(stored);
    expect(place.store.begin(BREAKS, false)).toBe(false);
    expect(readBreaksFile(JSON.parse(readFileSync(place.file, 'utf8')))).toEqual(stored);
  });

  it('of a process that was killed are off, also where another one has its number now', () => {
    for (const [pid, sign] of [
      [NOBODY, 'ended'],
      [process.ppid, 'an earlier one'],
    ] as const) {
      const place = open();
      left(place, pid, sign);
      expect(place.store.running()).toBeUndefined();
      expect(place.store.begin(BREAKS, true)).toBe(true);
      expect(place.other.running()).toMatchObject({ pid: process.pid, inBackground: true });
    }
  });

  it('can be changed by any process, and stay with theirs', () => {
    const { store, other } = open();
    store.begin(BREAKS, false);
    const later = snooze(BREAKS, 60_000, 0);
    other.save(later);
    expect([store.own(), other.running()]).toMatchObject([later, { pid: process.pid, breaks: later }]);
  });

  it('that are off are not switched on by a change', () => {
    const { store, file, state } = open();
    store.save(BREAKS);
    mkdirSync(state, { recursive: true });
    expect(readdirSync(state)).not.toContain(file.split('/').at(-1));
  });

  it('are given up once another process has taken over, or the file is gone, and then leave the file alone', () => {
    const place = open();
    place.store.begin(BREAKS, false);
    left(place, process.ppid);
    expect(place.store.own()).toBeUndefined();
    place.store.end();
    expect(place.other.running()?.pid).toBe(process.ppid);
    rmSync(place.file);
    place.store.begin(BREAKS, false);
    rmSync(place.file);
    expect(place.store.own()).toBeUndefined();
  });

  it('go on with a change that cannot be written', () => {
    const { store, file } = open();
    store.begin(BREAKS, false);
    // Nothing can be renamed to a folder that has something in it.
    const blocked = `${file}.${process.pid}.tmp`;
    mkdirSync(join(blocked, 'x'), { recursive: true });
    const later = snooze(BREAKS, 60_000, 0);
    store.save(later);
    expect(store.own()).toEqual(later);
    rmSync(blocked, { recursive: true });
    expect(store.own()).toEqual(later);
  });

  it('of another process are not said to be changed where nothing can be written', () => {
    const place = open();
    left(place, process.ppid);
    mkdirSync(join(`${place.file}.${process.pid}.tmp`, 'x'), { recursive: true });
    expect(() => place.store.save(snooze(BREAKS, 60_000, 0))).toThrow("the breaks couldn't be changed: ");
    expect(place.other.running()?.breaks).toEqual(BREAKS);
  });
});

it.each([
  'null',
  '[]',
  '{}',
  '{"v":2,"pid":1,"process":"x","breaks":{"every":1,"nextAt":1}}',
  '{"v":1,"pid":1,"process":"x","breaks":{"every":0,"nextAt":1}}',
  '{"v":1,"pid":1,"process":"x","breaks":{"every":"1","nextAt":1}}',
  '{"v":1,"pid":"1","process":"x","breaks":{"every":1,"nextAt":1}}',
])('%s is no file of breaks', (text) => {
  expect(readBreaksFile(JSON.parse(text))).toBeUndefined();
});

it('what a later version adds to a file is ignored', () => {
  const text = '{"v":1,"pid":1,"process":"x","more":1,"breaks":{"every":1,"nextAt":1,"pause":"moon","due":{"move":1}}}';
  expect(readBreaksFile(JSON.parse(text))).toEqual({
    pid: 1,
    process: 'x',
    inBackground: false,
    breaks: { every: 1, nextAt: 1 },
  });
});
