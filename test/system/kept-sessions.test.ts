import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { KeptSession } from '../../src/sessions/core/kept.ts';
import { processSign } from '../../src/system/computer.ts';
import { openKeptSessions } from '../../src/system/kept-sessions.ts';
import { therapyScript } from '../sessions/scripts.ts';
import { MINUTE, Run } from '../sessions/stepping.ts';
import { makeFolder, makePlaces, removeFolders } from './places.ts';

/** No process has this number: it lies above the greatest that a kernel gives. */
const NOBODY = 2 ** 30;
const NOW = Date.now();

const { session } = new Run(therapyScript('ice'), NOW - MINUTE).ready();
const KEPT = { session, planned: 15 * MINUTE };

afterEach(removeFolders);

function open(state = makePlaces().state) {
  return { kept: openKeptSessions(state, () => NOW), folder: join(state, 'sessions'), state };
}

/** The file of a session that a process left behind. */
function lies(
  { folder, state }: { folder: string; state: string },
  more: Partial<KeptSession> = {},
  name = `${more.pid ?? NOBODY}.json`,
): KeptSession {
  mkdirSync(folder, { recursive: true });
  const process = processSign(more.pid ?? NOBODY, state) ?? 'one that ended';
  const one: KeptSession = { v: 1, pid: NOBODY, process, ...KEPT, ...more };
  writeFileSync(join(folder, name), JSON.stringify(one));
  return one;
}

/** What lies in the file of this process. */
function written(folder: string): unknown {
  return JSON.parse(readFileSync(join(folder, `${process.pid}.json`), 'utf8'));
}

describe('a session that is kept', () => {
  it('runs while its process does', () => {
    const place = open();
    const one = lies(place, { pid: process.ppid, form: 'bath', painBefore: 0 });
    expect(place.kept.running()).toEqual([one]);
    expect(place.kept.cutOff()).toEqual([]);
  });

  it('is written with all that was known', () => {
    const { kept, folder, state } = open();
    kept.keep({ ...KEPT, form: 'bath', painBefore: 0 });
    expect(written(folder)).toEqual({
      v: 1,
      pid: process.pid,
      process: processSign(process.pid, state),
      ...KEPT,
      form: 'bath',
      painBefore: 0,
    });
  });

  it('is one, as it stood last', () => {
    const { kept, folder } = open();
    kept.keep(KEPT);
    kept.keep({ ...KEPT, painBefore: 4 });
    expect(written(folder)).toMatchObject({ painBefore: 4 });
    expect(readdirSync(folder)).toEqual([`${process.pid}.json`]);
  });

  it('is gone when it is over', () => {
    const { kept, folder } = open();
    kept.keep(KEPT);
    expect(kept.cutOff()).toHaveLength(1);
    kept.forget();
    kept.forget();
    expect([kept.running(), kept.cutOff(), readdirSync(folder)]).toEqual([[], [], []]);
  });

  it.skipIf(process.platform === 'win32')('can be read by its owner alone', () => {
    const { kept, folder, state } = open();
    kept.keep(KEPT);
    const modes = [state, folder, join(folder, `${process.pid}.json`)].map((path) => statSync(path).mode & 0o777);
    expect(modes.map((mode) => mode.toString(8))).toEqual(['700', '700', '600']);
  });
});

describe('a session that was cut off', () => {
  it('is one whose process is gone', () => {
    const place = open();
    const one = lies(place);
    expect(place.kept.cutOff()).toEqual([one]);
    expect(place.kept.running()).toEqual([]);
  });

  it('is one that a signal ended, whoever has its number now', () => {
    const place = open();
    lies(place, { pid: process.ppid, cutAt: NOW });
    expect(place.kept.cutOff()).toMatchObject([{ cutAt: NOW }]);
    expect(place.kept.running()).toEqual([]);
  });

  it('is one of another process of its number, or from before this computer was started', () => {
    const place = open();
    lies(place, { pid: process.ppid, process: processSign(process.pid, place.state)! }, '1.json');
    lies(place, { pid: process.ppid, session: { ...session, startedAt: 0, seen: 0 } }, '2.json');
    expect(place.kept.cutOff()).toHaveLength(2);
  });

  it('is one that bears the number of this very process: it was a former one', () => {
    const place = open();
    const one = lies(place, { pid: process.pid });
    expect(place.kept.cutOff()).toEqual([one]);
    expect(place.kept.running()).toEqual([]);
  });

  it('stands beside the one that runs', () => {
    const place = open();
    lies(place);
    lies(place, { pid: process.ppid });
    expect([place.kept.running(), place.kept.cutOff()].map((all) => all.map(({ pid }) => pid))).toEqual([
      [process.ppid],
      [NOBODY],
    ]);
  });

  it('is settled once, and no other one with it', () => {
    const place = open();
    const one = lies(place);
    lies(place, { pid: NOBODY + 1 });
    place.kept.settle(one);
    expect(place.kept.cutOff().map(({ pid }) => pid)).toEqual([NOBODY + 1]);
  });
});

describe('files that hold no session', () => {
  it.each(['', '{', 'null', '[]', '{"v":1}', '{"v":1,"session":{}}', '{"v":2,"pid":1}', '\0\0\0'])(
    'are passed over: %j',
    (text) => {
      const place = open();
      lies(place);
      writeFileSync(join(place.folder, '3.json'), text);
      expect(place.kept.cutOff()).toHaveLength(1);
      expect(place.kept.running()).toEqual([]);
      expect(readFileSync(join(place.folder, '3.json'), 'utf8')).toBe(text);
    },
  );

  it('are those with a step that the session lacks', () => {
    const place = open();
    lies(place, { session: { ...session, at: 99 } });
    expect(place.kept.cutOff()).toEqual([]);
  });

  it('are those of other names, and folders', () => {
    const place = open();
    lies(place, {}, 'notes.json');
    lies(place, {}, '12.json.tmp');
    mkdirSync(join(place.folder, '5.json'));
    expect([place.kept.running(), place.kept.cutOff()]).toEqual([[], []]);
  });
});

describe('a place where nothing can be kept', () => {
  it('is no reason to stop', () => {
    const file = join(makeFolder(), 'file');
    writeFileSync(file, '');
    const { kept } = open(join(file, 'state'));
    kept.keep(KEPT);
    kept.forget();
    expect([kept.running(), kept.cutOff()]).toEqual([[], []]);
  });

  it('is asked without anything being made', () => {
    const { kept, state } = open();
    expect([kept.running(), kept.cutOff()]).toEqual([[], []]);
    expect(() => statSync(state)).toThrow('ENOENT');
  });
});
