import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { appendLine } from '../../src/system/append.ts';
import { openJournal } from '../../src/system/journal.ts';
import { fakeSystem, realFs, realSystem } from './fake-system.ts';
import { makeFolder, makePlaces, removeFolders } from './places.ts';

afterEach(() => {
  realSystem();
  removeFolders();
});

/** Follows what is done to files, in order: "write journal.jsonl", "sync journal.jsonl", "read …", "close …". */
function watchFiles(): string[] {
  const done: string[] = [];
  const names = new Map<number, string>();
  const note = (what: string, descriptor: number) => done.push(`${what} ${names.get(descriptor)}`);
  fakeSystem({
    fs: {
      openSync: (path, ...rest) => {
        const descriptor = realFs.openSync(path, ...rest);
        names.set(descriptor, String(path));
        return descriptor;
      },
      writeSync: ((descriptor: number, bytes: Buffer) => {
        note('write', descriptor);
        return realFs.writeSync(descriptor, bytes);
      }) as typeof realFs.writeSync,
      fsyncSync: (descriptor) => {
        note('sync', descriptor);
        realFs.fsyncSync(descriptor);
      },
      readSync: ((descriptor: number, ...rest: [Buffer, number, number, number]) => {
        note('read', descriptor);
        return realFs.readSync(descriptor, ...rest);
      }) as typeof realFs.readSync,
      closeSync: (descriptor) => {
        note('close', descriptor);
        realFs.closeSync(descriptor);
      },
    },
  });
  return done;
}

describe('a line', () => {
  it('is on the disk, and read back from there, before anybody is told that it was kept', () => {
    const file = join(makeFolder(), 'laptop22.jsonl');
    writeFileSync(file, '{"first":1}\n');
    const done = watchFiles();
    appendLine(file, '{"second":2}');
    const afterWriting = done.slice(done.lastIndexOf(`write ${file}`) + 1);
    expect(afterWriting[0]).toBe(`sync ${file}`);
    expect(afterWriting[1]).toBe(`read ${file}`);
  });

  it('that is the first of its file has the name of the file on the disk, too', () => {
    const file = join(makeFolder(), 'laptop22.jsonl');
    const done = watchFiles();
    appendLine(file, '{"first":1}');
    expect(done).toContain(`sync ${file}`);
    expect(done.indexOf(`sync ${dirname(file)}`)).toBeGreaterThan(done.indexOf(`sync ${file}`));
  });

  it('that the disk does not take is not acknowledged, and named with its words', () => {
    const places = makePlaces();
    const journal = openJournal(places, () => Date.parse('2026-06-17T12:00:00Z'));
    journal.put({ kind: 'note', at: '2026-06-17T12:00:00+00:00', note: 'first' });
    fakeSystem({
      fs: {
        fsyncSync: () => {
          throw Object.assign(new Error('EIO: i/o error, fsync'), { code: 'EIO' });
        },
      },
    });
    const keep = () => journal.put({ kind: 'note', at: '2026-06-17T12:01:00+00:00', note: 'second' });
    expect(keep).toThrow(/couldn't be saved.*EIO/);
    expect(keep).toThrow(expect.objectContaining({ hint: expect.stringContaining('"note":"second"') as string }));
  });

  it('that cannot be read back as it was written is not acknowledged', () => {
    const places = makePlaces();
    const journal = openJournal(places, () => Date.parse('2026-06-17T12:00:00Z'));
    fakeSystem({
      fs: {
        writeSync: ((descriptor: number, bytes: Buffer) => {
          const spoilt = Buffer.from(bytes);
          spoilt[1] = spoilt[1]! ^ 1;
          return realFs.writeSync(descriptor, spoilt);
        }) as typeof realFs.writeSync,
      },
    });
    const keep = () => journal.put({ kind: 'note', at: '2026-06-17T12:01:00+00:00', note: 'a crate' });
    expect(keep).toThrow(/couldn't be saved.*couldn't be read back/);
    expect(keep).toThrow(expect.objectContaining({ hint: expect.stringContaining('"note":"a crate"') as string }));
  });

  it('gets a line of its own where another writer has torn one at that very moment', () => {
    const file = join(makeFolder(), 'laptop22.jsonl');
    writeFileSync(file, '{"first":1}\n');
    let torn = false;
    fakeSystem({
      fs: {
        writeSync: ((descriptor: number, bytes: Buffer) => {
          if (!torn) realFs.writeSync(descriptor, '{"other":');
          torn = true;
          return realFs.writeSync(descriptor, bytes);
        }) as typeof realFs.writeSync,
      },
    });
    appendLine(file, '{"second":2}');
    expect(readFileSync(file, 'utf8').split('\n').slice(0, -1)).toEqual([
      '{"first":1}',
      '{"other":{"second":2}',
      '',
      '{"second":2}',
    ]);
  });
});
