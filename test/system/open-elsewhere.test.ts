import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { purgeJournal } from '../../src/system/purge.ts';
import { openSessionStore } from '../../src/system/session-store.ts';
import { openAnswerStore } from '../../src/system/answer-store.ts';
import { createFile, replaceFile } from '../../src/system/replace-file.ts';
import { entry, fileText } from '../journal/lines.ts';
import { therapyScript } from '../sessions/scripts.ts';
import { Run } from '../sessions/stepping.ts';
import { fakeSystem, realFs, realSystem } from './fake-system.ts';
import { makeFolder, makePlaces, removeFolders } from './places.ts';

/** How often another process still has the file open that is to be replaced. */
let looks = 0;
let links = true;

// A Windows of which only one thing is here: a file that is open, in this process or in another one, isn't replaced.
const windows = {
  renameSync: (from: string, to: string) => {
    if (existsSync(to) && (isOpenHere(to) || (looks -= 1) >= 0)) refuse('EPERM');
    realFs.renameSync(from, to);
  },
  linkSync: (from: string, to: string) => (links ? realFs.linkSync(from, to) : refuse('EISDIR')),
} as Partial<typeof realFs>;

function refuse(code: string): never {
  throw Object.assign(new Error(`${code}: refused`), { code });
}

function isOpenHere(file: string): boolean {
  return readdirSync('/proc/self/fd').some((descriptor) => {
    try {
      return readlinkSync(join('/proc/self/fd', descriptor)) === file;
    } catch {
      return false;
    }
  });
}

const { platform } = process;
beforeEach(() => {
  Object.defineProperty(process, 'platform', { value: 'win32' });
  [looks, links] = [4, true];
  fakeSystem({ fs: windows });
});
afterEach(() => {
  realSystem();
  Object.defineProperty(process, 'platform', { value: platform });
  removeFolders();
});

const SECRET = entry('2026-06-17T08:00:00Z', { note: 'a secret' });
const OTHER = entry('2026-06-17T12:00:00Z', { note: 'other' });

describe.runIf(platform === 'linux')('on Windows, while another process looks at the file,', () => {
  test.each([true, false])('one entry is erased (hard links: %s)', (linked) => {
    links = linked;
    const { journal, state } = makePlaces();
    mkdirSync(journal, { recursive: true });
    writeFileSync(join(journal, 'laptop22.jsonl'), fileText([SECRET, OTHER]));
    purgeJournal(journal, state, SECRET.id, undefined);
    expect(readdirSync(journal)).toEqual(['laptop22.jsonl']);
    expect(readFileSync(join(journal, 'laptop22.jsonl'), 'utf8')).toBe(fileText([OTHER]));
  });

  test('a file is replaced, or made where there are no hard links', () => {
    const file = join(makeFolder(), 'a');
    replaceFile(file, 'one');
    replaceFile(file, 'two');
    expect(readFileSync(file, 'utf8')).toBe('two');
    links = false;
    looks = 2;
    expect(createFile(`${file}b`, 'three')).toBe(true);
    expect(readFileSync(`${file}b`, 'utf8')).toBe('three');
  });

  test('what is remembered is kept', () => {
    const answerStore = openAnswerStore(makeFolder());
    answerStore.rememberDeclined(1);
    answerStore.rememberDeclined(2);
    expect(answerStore.declined()).toBe(2);
  });

  test('a session is kept', () => {
    const now = Date.now();
    const store = openSessionStore(makeFolder(), () => now);
    const { session } = new Run(therapyScript('ice'), now - 60_000).ready();
    store.save({ session, planned: 1 });
    store.save({ session, planned: 2 });
    expect(store.interrupted()).toMatchObject([{ planned: 2 }]);
  });
});
