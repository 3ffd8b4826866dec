import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Entry } from '../../src/journal/core/records.ts';
import { purgeJournal } from '../../src/system/purge.ts';
import type { Places } from '../../src/system/paths.ts';
import { edited, entry, fileText, removed, revision } from '../journal/lines.ts';
import { fakeSystem, realFs, realSystem } from './fake-system.ts';
import { makePlaces, removeFolders } from './places.ts';

const NOW = Date.parse('2026-06-20T12:00:00Z');
const SECRET = entry('2026-06-17T08:00:00Z', { note: 'a secret' });
const OTHER = entry('2026-06-17T12:00:00Z', { note: 'ä other' });
const LATER = revision('2026-06-18T12:00:00Z');
const NEWER = '{"v":99, "op" : "put", "id":"01KX", "note":"from a newer program ä" }\n';

/** A journal of these files. */
function journalOf(files: Readonly<Record<string, string | Buffer>>): Places {
  const places = makePlaces();
  mkdirSync(places.journal, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(places.journal, name), content);
  return places;
}

const contentOf = (folder: string, name = 'laptop22.jsonl') => readFileSync(join(folder, name));
const purge = ({ journal, state }: Places, one: Entry | undefined, backUpAt: number | undefined) =>
  purgeJournal(journal, state, one?.id, backUpAt);

/** Something that happens the first time alone. */
function once(act: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) act();
    isDone = true;
  };
}

afterEach(() => {
  realSystem();
  removeFolders();
});

/** A journal whose file is a link to one elsewhere. */
function linkedJournal() {
  const places = journalOf({});
  const elsewhere = join(places.state, 'elsewhere');
  mkdirSync(places.state, { recursive: true });
  writeFileSync(elsewhere, fileText([SECRET, OTHER]));
  symlinkSync(elsewhere, join(places.journal, 'laptop22.jsonl'));
  return { places, elsewhere };
}

describe('a file of the journal that is a link', () => {
  it.skipIf(process.platform === 'win32')('loses the entry where it leads, and stays a link', () => {
    const { places, elsewhere } = linkedJournal();
    purge(places, SECRET, undefined);
    expect(readFileSync(elsewhere, 'utf8')).toBe(fileText([OTHER]));
    expect(readlinkSync(join(places.journal, 'laptop22.jsonl'))).toBe(elsewhere);
  });

  it.skipIf(process.platform === 'win32')('is deleted with what it leads to', () => {
    const { places, elsewhere } = linkedJournal();
    purge(places, undefined, undefined);
    expect([existsSync(elsewhere), readdirSync(places.journal)]).toEqual([false, []]);
  });
});

describe('erasing one entry', () => {
  it('takes all its states out of all files', () => {
    const places = journalOf({
      'laptop22.jsonl': fileText([SECRET, OTHER, edited(SECRET, LATER, { note: 'a secret still' })]),
      'laptop22.sync-conflict-1.jsonl': fileText([SECRET]),
      'desktop3.jsonl': fileText([removed(SECRET, LATER)]),
    });
    purge(places, SECRET, undefined);
    expect(contentOf(places.journal).toString()).toBe(fileText([OTHER]));
    expect(contentOf(places.journal, 'laptop22.sync-conflict-1.jsonl').toString()).toBe('');
    expect(contentOf(places.journal, 'desktop3.jsonl').toString()).toBe('');
  });

  it.each([
    ['a line of a newer program', NEWER],
    ['a torn line', `${JSON.stringify(OTHER).slice(0, 50)}\n`],
    ['zero bytes', `${'\0'.repeat(600)}\n`],
    ['marks of a merge', `<<<<<<< HEAD\n=======\n>>>>>>> other\n`],
    ['CRLF, and empty lines', `\r\n\n${JSON.stringify(OTHER)}\r\n`],
    ['a tail that is not ended', '{"v":1,"op":"pu'],
  ])('leaves %s, byte for byte', (_what, rest) => {
    const places = journalOf({ 'laptop22.jsonl': fileText([OTHER, SECRET]) + rest });
    purge(places, SECRET, undefined);
    expect(contentOf(places.journal).toString()).toBe(fileText([OTHER]) + rest);
  });

  it('leaves a line that was torn within a letter, byte for byte', () => {
    const torn = Buffer.from('{"v":1,"note":"ä').subarray(0, -1);
    const places = journalOf({ 'laptop22.jsonl': Buffer.concat([Buffer.from(fileText([OTHER, SECRET])), torn]) });
    purge(places, SECRET, undefined);
    expect(contentOf(places.journal)).toEqual(Buffer.concat([Buffer.from(fileText([OTHER])), torn]));
  });

  it('erases it from a file with CRLF, too', () => {
    const places = journalOf({ 'laptop22.jsonl': `${JSON.stringify(SECRET)}\r\n${JSON.stringify(OTHER)}\r\n` });
    purge(places, SECRET, undefined);
    expect(contentOf(places.journal).toString()).toBe(`${JSON.stringify(OTHER)}\r\n`);
  });

  it('erases it from behind a byte order mark, too', () => {
    const places = journalOf({ 'laptop22.jsonl': `\uFEFF${fileText([SECRET, OTHER])}` });
    purge(places, SECRET, undefined);
    expect(contentOf(places.journal).toString()).not.toContain('secret');
    expect(contentOf(places.journal).toString()).toContain(JSON.stringify(OTHER));
  });

  it('does not rewrite a file that never held it', () => {
    const places = journalOf({ 'laptop22.jsonl': fileText([SECRET]), 'desktop3.jsonl': fileText([OTHER]) });
    const before = statSync(join(places.journal, 'desktop3.jsonl')).ino;
    purge(places, SECRET, undefined);
    expect(statSync(join(places.journal, 'desktop3.jsonl')).ino).toBe(before);
  });

  it('leaves nothing else in the folder, and the files for their owner alone', () => {
    const places = journalOf({ 'laptop22.jsonl': fileText([SECRET, OTHER]) });
    purge(places, SECRET, NOW);
    expect(readdirSync(places.journal)).toEqual(['laptop22.jsonl']);
    expect(statSync(join(places.journal, 'laptop22.jsonl')).mode & 0o777).toBe(0o600);
  });
});

describe('what another process adds while it is erased', () => {
  const added = entry('2026-06-19T08:00:00Z', { note: 'added meanwhile' });

  it.each([
    ['one entry', SECRET, [OTHER, added]],
    ['everything', undefined, [added]],
  ])('stays, when %s is erased', (_what, one, left) => {
    const places = journalOf({ 'laptop22.jsonl': fileText([SECRET, OTHER]) });
    const file = join(places.journal, 'laptop22.jsonl');
    // The file gets a new content, or none, after it was read: the other process writes in that moment.
    const addFirst = once(() => appendFileSync(file, fileText([added])));
    fakeSystem({
      fs: {
        renameSync: (from, to) => {
          if (to === file) addFirst();
          realFs.renameSync(from, to);
        },
        rmSync: (path, options) => {
          if (path === file) addFirst();
          realFs.rmSync(path, options);
        },
      },
    });
    purge(places, one, undefined);
    expect(contentOf(places.journal).toString()).toBe(fileText(left));
  });
});

describe('erasing everything', () => {
  it('leaves no file of the journal, and what is none alone', () => {
    const places = journalOf({ 'laptop22.jsonl': fileText([SECRET]), 'desktop3.jsonl': NEWER, 'README.md': 'mine' });
    purge(places, undefined, undefined);
    expect(readdirSync(places.journal)).toEqual(['README.md']);
  });

  it('is nothing where there is no journal', () => {
    expect(() => purge(makePlaces(), undefined, undefined)).not.toThrow();
  });
});

describe('the backup before', () => {
  it.each([SECRET, undefined])('holds what was erased', (one) => {
    const text = fileText([SECRET, OTHER]);
    const places = journalOf({ 'laptop22.jsonl': text, 'desktop3.jsonl': NEWER });
    const backup = purge(places, one, NOW)!;
    expect(backup.startsWith(places.state)).toBe(true);
    expect(contentOf(backup).toString()).toBe(text);
    expect(contentOf(backup, 'desktop3.jsonl').toString()).toBe(NEWER);
  });

  it('is not made when none is wanted, and those that there were are erased', () => {
    const places = journalOf({ 'laptop22.jsonl': fileText([SECRET, OTHER]) });
    const backup = purge(places, OTHER, NOW)!;
    expect(purge(places, SECRET, undefined)).toBeUndefined();
    expect(existsSync(backup)).toBe(false);
    expect(existsSync(join(places.state, 'backups'))).toBe(false);
  });

  it('that cannot be made leaves everything as it is', () => {
    const places = journalOf({ 'laptop22.jsonl': fileText([SECRET, OTHER]) });
    writeFileSync(places.state, 'a file where the folder should be');
    expect(() => purge(places, SECRET, NOW)).toThrow();
    expect(contentOf(places.journal).toString()).toBe(fileText([SECRET, OTHER]));
  });
});
