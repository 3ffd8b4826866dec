import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { StoredSession } from '../../src/sessions/core/stored-session.ts';
import { sessionFileText } from '../../src/sessions/core/session-file.ts';
import { processSign } from '../../src/system/computer.ts';
import { openSessionStore } from '../../src/system/session-store.ts';
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
  return { store: openSessionStore(state, () => NOW), folder: join(state, 'sessions'), state };
}

/** The file of a session that a process left behind. */
function lies(
  { folder, state }: { folder: string; state: string },
  more: Partial<StoredSession> = {},
  name = `${more.pid ?? NOBODY}.json`,
): StoredSession {
  mkdirSync(folder, { recursive: true });
  const process = processSign(more.pid ?? NOBODY, state) ?? 'one that ended';
  const one: StoredSession = { v: 1, pid: NOBODY, process, ...KEPT, ...more };
  writeFileSync(join(folder, name), sessionFileText(one));
  return one;
}

/** What lies in the file of this process. */
function written(folder: string): unknown {
  return JSON.parse(readFileSync(join(folder, `${process.pid}.json`), 'utf8'));
}

describe('the only place for a session', () => {
  it('is free of what processes left that were killed while they started', () => {
    const { store, folder } = open();
    mkdirSync(folder, { recursive: true });
    for (const pid of [NOBODY, NOBODY + 1]) writeFileSync(join(folder, `${pid}.claim`), 'one that ended');
    expect(store.claim()).toBe(true);
    expect(readdirSync(folder)).toEqual([`${process.pid}.claim`]);
  });

  it.each([
    [0, false],
    [61, true],
  ])('is claimed by a running process for a minute, by the clock of the disk (%i s: free is %s)', (seconds, isFree) => {
    const { store, folder, state } = open();
    mkdirSync(folder, { recursive: true });
    const claim = join(folder, `${process.ppid}.claim`);
    writeFileSync(claim, processSign(process.ppid, state)!);
    const then = statSync(claim).mtimeMs / 1000 - seconds;
    utimesSync(claim, then, then);
    hurryOwnClock();
    expect(store.claim()).toBe(isFree);
  });
});

/** Our own clock is an hour ahead, and a second later at each look, so that nobody waits. */
function hurryOwnClock(): void {
  let ahead = 3_600_000;
  const now = performance.now.bind(performance);
  vi.spyOn(performance, 'now').mockImplementation(() => now() + (ahead += 1000));
  onTestFinished(() => void vi.restoreAllMocks());
}

describe('a session that is kept', () => {
  it('runs while its process does', () => {
    const place = open();
    const one = lies(place, { pid: process.ppid, form: 'bath', painBefore: 0 });
    expect(place.store.running()).toEqual([one]);
    expect(place.store.interrupted()).toEqual([]);
  });

  it('that was taken over from another process belongs to this one from its first saving', () => {
    const { store, folder, state } = open();
    store.saveSurely({ v: 1, pid: NOBODY, process: 'another', ...KEPT } as StoredSession);
    const saved = JSON.parse(readFileSync(join(folder, `${process.pid}.json`), 'utf8')) as StoredSession;
    expect(saved).toMatchObject({ pid: process.pid, process: processSign(process.pid, state) });
  });

  it('is written with all that was known', () => {
    const { store, folder, state } = open();
    store.save({ ...KEPT, form: 'bath', painBefore: 0 });
    const sign = processSign(process.pid, state)!;
    const whole: StoredSession = { v: 1, pid: process.pid, process: sign, ...KEPT, form: 'bath', painBefore: 0 };
    expect(written(folder)).toEqual(JSON.parse(sessionFileText(whole)));
  });

  it('is one, as it stood last', () => {
    const { store, folder } = open();
    store.save(KEPT);
    store.save({ ...KEPT, painBefore: 4 });
    expect(written(folder)).toMatchObject({ painBefore: 4 });
    expect(readdirSync(folder)).toEqual([`${process.pid}.json`]);
  });

  it('is gone when it is over', () => {
    const { store, folder } = open();
    store.save(KEPT);
    expect(store.interrupted()).toHaveLength(1);
    store.forget();
    store.forget();
    expect([store.running(), store.interrupted(), readdirSync(folder)]).toEqual([[], [], []]);
  });

  it.skipIf(process.platform === 'win32')('can be read by its owner alone', () => {
    const { store, folder, state } = open();
    store.save(KEPT);
    const modes = [state, folder, join(folder, `${process.pid}.json`)].map((path) => statSync(path).mode & 0o777);
    expect(modes.map((mode) => mode.toString(8))).toEqual(['700', '700', '600']);
  });
});

describe('an interrupted session', () => {
  it('is one whose process is gone', () => {
    const place = open();
    const one = lies(place);
    expect(place.store.interrupted()).toEqual([one]);
    expect(place.store.running()).toEqual([]);
  });

  it('is one that a signal ended, whoever has its number now', () => {
    const place = open();
    lies(place, { pid: process.ppid, cutAt: NOW });
    expect(place.store.interrupted()).toMatchObject([{ cutAt: NOW }]);
    expect(place.store.running()).toEqual([]);
  });

  it('is one of another process of its number, or from before this computer was started', () => {
    const place = open();
    lies(place, { pid: process.ppid, process: processSign(process.pid, place.state)! }, '1.json');
    lies(place, { pid: process.ppid, session: { ...session, startedAt: 0, seen: 0 } }, '2.json');
    expect(place.store.interrupted()).toHaveLength(2);
  });

  it('is one that bears the number of this very process: it was a former one', () => {
    const place = open();
    const one = lies(place, { pid: process.pid });
    expect(place.store.interrupted()).toEqual([one]);
    expect(place.store.running()).toEqual([]);
  });

  it('stands beside the one that runs', () => {
    const place = open();
    lies(place);
    lies(place, { pid: process.ppid });
    expect([place.store.running(), place.store.interrupted()].map((all) => all.map(({ pid }) => pid))).toEqual([
      [process.ppid],
      [NOBODY],
    ]);
  });

  it('is settled once, and no other one with it', () => {
    const place = open();
    const one = lies(place);
    lies(place, { pid: NOBODY + 1 });
    place.store.resolve(one);
    expect(place.store.interrupted().map(({ pid }) => pid)).toEqual([NOBODY + 1]);
  });
});

describe('files that hold no session', () => {
  it.each(['', '{', 'null', '[]', '{"v":1}', '{"v":1,"session":{}}', '{"v":2,"pid":1}', '\0\0\0'])(
    'are passed over: %j',
    (text) => {
      const place = open();
      lies(place);
      writeFileSync(join(place.folder, '3.json'), text);
      expect(place.store.interrupted()).toHaveLength(1);
      expect(place.store.running()).toEqual([]);
      expect(readFileSync(join(place.folder, '3.json'), 'utf8')).toBe(text);
    },
  );

  it('are those with a step that the session lacks', () => {
    const place = open();
    lies(place, { session: { ...session, at: 99 } });
    expect(place.store.interrupted()).toEqual([]);
  });

  it('are those of other names, and folders', () => {
    const place = open();
    lies(place, {}, 'notes.json');
    lies(place, {}, '12.json.tmp');
    mkdirSync(join(place.folder, '5.json'));
    expect([place.store.running(), place.store.interrupted()]).toEqual([[], []]);
  });
});

describe('a place where nothing can be kept', () => {
  it('is no reason to stop', () => {
    const file = join(makeFolder(), 'file');
    writeFileSync(file, '');
    const { store } = open(join(file, 'state'));
    store.save(KEPT);
    store.forget();
    expect([store.running(), store.interrupted()]).toEqual([[], []]);
  });

  it('is asked without anything being made', () => {
    const { store, state } = open();
    expect([store.running(), store.interrupted()]).toEqual([[], []]);
    expect(() => statSync(state)).toThrow('ENOENT');
  });
});
