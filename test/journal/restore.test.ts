import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { changesWithout, lastBatch } from '../../src/journal/core/batches.ts';
import { fold } from '../../src/journal/core/fold.ts';
import type { Journal } from '../../src/journal/core/journal.ts';
import type { Entry } from '../../src/journal/core/records.ts';
import { restorationOf } from '../../src/journal/core/restore.ts';
import { fieldsOf } from '../../src/journal/core/undo.ts';
import { openJournal } from '../../src/system/journal.ts';
import { edited, entry, removed, revision } from './lines.ts';
import { tries } from '../tries.ts';

const [A, B, C] = ['10', '11', '12'].map((day) => entry(`2026-06-${day}T08:00:00+00:00`, { pain: 5, note: day }));
const LATER = revision('2026-06-18T08:00:00Z');

describe('a backup that is compared with the journal', () => {
  it.each([
    ['is all there', [A!, B!], [A!, B!], { added: 0, changed: 0, same: 2, since: 0 }],
    ['is gone', [], [A!, B!], { added: 2, changed: 0, same: 0, since: 0 }],
    ['was added to', [A!, C!], [A!], { added: 0, changed: 0, same: 1, since: 1 }],
    ['was changed', [A!, edited(A!, LATER, { pain: 1 })], [A!], { added: 0, changed: 1, same: 0, since: 0 }],
    ['was removed', [A!, removed(A!, LATER)], [A!], { added: 1, changed: 0, same: 0, since: 0 }],
    ['had it removed', [A!, B!], [A!, B!, removed(B!, LATER)], { added: 0, changed: 0, same: 1, since: 1 }],
    ['is empty', [A!], [], { added: 0, changed: 0, same: 0, since: 1 }],
  ])('%s', (_what, journal, backup, counts) => {
    expect(restorationOf(journal, backup)).toMatchObject(counts);
  });
});

describe('the warning signs of an entry', () => {
  const note = entry('2026-06-10T08:00:00+00:00', { kind: 'note', note: 'numb' });
  const found = edited(note, LATER, { signs: ['ces-saddle'] });

  it('that were found after the backup stay as long as it says the same', () => {
    expect(restorationOf([note, found], [note])).toMatchObject({ changes: [], changed: 0, same: 1 });
    const pain = edited(found, revision('2026-06-19T08:00:00Z'), { pain: 3 });
    const { changes } = restorationOf([note, found, pain], [note]);
    expect(changes).toMatchObject([{ fields: { note: 'numb', signs: ['ces-saddle'] } }]);
    expect(changes[0]!.fields).not.toHaveProperty('pain');
  });

  it('are those of the backup where the words have changed since', () => {
    const other = edited(found, revision('2026-06-19T08:00:00Z'), { note: 'better', signs: ['fever'] });
    expect(restorationOf([note, found, other], [note, found]).changes).toMatchObject([
      { fields: { note: 'numb', signs: ['ces-saddle'] } },
    ]);
  });
});

const homes: string[] = [];

afterEach(() => {
  for (const home of homes.splice(0)) rmSync(home, { recursive: true, force: true, maxRetries: 5 });
});

/** A journal on the disk, with a clock that goes on by an hour for each command. */
class Device {
  readonly journal: Journal;
  readonly home = mkdtempSync(join(tmpdir(), 'unspasm-restore-'));
  #clock = Date.parse('2026-06-18T12:00:00Z');

  constructor() {
    homes.push(this.home);
    const places = { journal: join(this.home, 'journal'), state: join(this.home, 'state') };
    this.journal = openJournal(places as Parameters<typeof openJournal>[0], () => (this.#clock += 3_600_000));
  }

  entries(): Entry[] {
    return fold(this.journal.read().lines);
  }

  says(): Map<string, object> {
    return new Map(this.entries().map((one) => [one.id, fieldsOf(one)]));
  }

  /** Restores a backup. @returns what it says of each entry */
  restore(nth: number): Map<string, object> {
    const backups = this.journal.backups();
    const backup = backups[nth % backups.length]!;
    const { lines, changes } = restorationOf(this.journal.read().lines, backup.read().lines);
    const then = new Map(fold(backup.read().lines).map((one) => [one.id, fieldsOf(one)]));
    if (lines.length + changes.length > 0) this.journal.adopt(lines, changes);
    return then;
  }

  undoImport(): void {
    const files = this.journal.files();
    const batch = lastBatch(
      files.map(({ name }) => name),
      this.journal.device()!,
    );
    if (batch) this.journal.change(changesWithout(files, batch).changes, batch.kind === 'import' ? 'undo' : 'import');
  }

  /** All that is in any file of this computer. */
  everything(): string {
    const files = readdirSync(this.home, { recursive: true, encoding: 'utf8' }).filter((one) => one.endsWith('.jsonl'));
    return files.map((one) => readFileSync(join(this.home, one), 'utf8')).join('');
  }
}

const step = fc.oneof(
  { weight: 4, arbitrary: fc.constant('log') },
  fc.constantFrom('edit', 'remove', 'purge', 'purge one', 'undo'),
  { weight: 3, arbitrary: fc.constant('restore') },
);
const steps = fc.array(fc.tuple(step, fc.nat({ max: 9 })), { minLength: 3, maxLength: 14 });

describe('backups, restored in any order among other things', () => {
  it('give every entry back as it was, take none that is newer, can be undone, and lose nothing', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const device = new Device();
        const { journal } = device;
        const written = new Set<string>();
        const put = (note: string, before?: Entry) => {
          written.add(note);
          journal.put({ kind: 'note', at: '2026-06-18T10:00:00+00:00', note }, before);
        };
        put('first');
        for (const [at, [what, nth]] of all.entries()) {
          const entries = device.entries();
          const one = entries[nth % Math.max(1, entries.length)];
          if (what === 'log' || !one) put(`note ${at}`);
          else if (what === 'edit') put(`note ${at}`, one);
          else if (what === 'remove') journal.remove(one);
          else if (what === 'purge') journal.purge(undefined, true);
          else if (what === 'purge one') journal.purge(one.id, true);
          else if (what === 'undo') device.undoImport();
          const before = device.says();
          if (what === 'restore') {
            const then = device.restore(nth);
            const after = device.says();
            expect(after).toEqual(new Map([...before, ...then]));
            if (nth % 2 === 0 && JSON.stringify([...after]) !== JSON.stringify([...before])) {
              device.undoImport();
              expect(device.says()).toEqual(before);
            }
          }
        }
        const everything = device.everything();
        expect([...written].filter((note) => !everything.includes(`"${note}"`))).toEqual([]);
        for (const home of homes.splice(0)) rmSync(home, { recursive: true, force: true });
      }),
      tries(15),
    );
  });
});
