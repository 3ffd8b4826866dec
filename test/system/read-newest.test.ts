import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { fold } from '../../src/journal/core/fold.ts';
import type { Entry, JournalLine } from '../../src/journal/core/records.ts';
import { delLine, putLine, type Writing } from '../../src/journal/core/write.ts';
import { readJournal, readNewest, readSince } from '../../src/system/journal-store.ts';
import { entry, fileText } from '../journal/lines.ts';
import { makeFolder, removeFolders } from './places.ts';
import { tries } from '../tries.ts';

const BEGIN = Date.parse('2026-06-17T12:00:00Z');
const DAY_MS = 24 * 3_600_000;
const DEVICES = ['laptop22', 'desktop3', 'tablet44'] as const;

interface Step {
  readonly device: (typeof DEVICES)[number];
  readonly deed: 'add' | 'edit' | 'move' | 'remove';
  readonly which: number;
  /** Milliseconds that go by before. */
  readonly wait: number;
  /** How long ago it was what the entry is about. */
  readonly ago: number;
  readonly note: string;
}

/** The files of devices that have lived through this, each with a clock of its own. */
function filesOf(steps: readonly Step[], skews: readonly number[]): Map<string, JournalLine[]> {
  const files = new Map<string, JournalLine[]>(DEVICES.map((device) => [device, []]));
  let time = BEGIN;
  for (const step of steps) {
    time += step.wait;
    const line = lineOf(step, files, time + skews[DEVICES.indexOf(step.device)]!);
    if (line) files.get(step.device)!.push(line);
  }
  return files;
}

function lineOf(step: Step, files: Map<string, JournalLine[]>, now: number): JournalLine | undefined {
  const entries = fold([...files.values()].flat());
  const chosen = entries[step.which % Math.max(1, entries.length)];
  const after = [files.get(step.device)!.at(-1)?.rev, step.deed === 'add' ? undefined : chosen?.rev]
    .filter((rev) => rev !== undefined)
    .toSorted()
    .at(-1);
  const writing: Writing = { device: step.device, now, after, random: Math.random };
  const fields = { kind: 'note', at: new Date(now - step.ago).toISOString(), note: step.note } as const;
  if (step.deed === 'add') return putLine(fields, writing);
  if (!chosen) return undefined;
  if (step.deed === 'remove') return delLine(writing, chosen);
  return putLine(step.deed === 'move' ? fields : { ...fields, at: chosen.at }, writing, chosen);
}

function write(files: Iterable<readonly [string, string]>): string {
  const folder = join(makeFolder(), 'journal');
  mkdirSync(folder);
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
  return folder;
}

function expectTheNewest(folder: string, counts: readonly number[]): void {
  const all = fold(readJournal(folder).lines);
  const differing = counts.filter(
    (count) => !isDeepStrictEqual(readNewest(folder, count).entries, all.slice(0, count)),
  );
  // To see the first of them in full.
  for (const count of differing) expect(readNewest(folder, count).entries, `${count}`).toEqual(all.slice(0, count));
  expect(differing).toEqual([]);
}

const anyStep: fc.Arbitrary<Step> = fc.record({
  device: fc.constantFrom(...DEVICES),
  deed: fc.constantFrom('add', 'add', 'add', 'add', 'edit', 'move', 'remove'),
  which: fc.nat(60),
  wait: fc.oneof(fc.constant(0), fc.nat(1000), fc.nat(3_600_000), fc.nat(DAY_MS)),
  ago: fc.oneof(fc.constant(0), fc.nat(3_600_000), fc.nat(DAY_MS), fc.nat(10 * DAY_MS), fc.nat(60 * DAY_MS)),
  note: fc.oneof(
    fc.string({ maxLength: 40, unit: 'grapheme' }),
    fc.tuple(fc.constantFrom('x', 'ä', '😀–'), fc.nat(400)).map(([part, times]) => part.repeat(times)),
    fc.constantFrom('ä'.repeat(9000), 'x'.repeat(16_384), '😀'.repeat(5000)),
  ),
});
const anySteps = fc.array(anyStep, { minLength: 1, maxLength: 80, size: 'max' });
const anySkews = fc.array(fc.constantFrom(0, 600_000, -600_000), { minLength: 3, maxLength: 3 });

afterEach(removeFolders);

describe('the newest entries, read from the ends of the files', () => {
  it('are those of the whole journal', () => {
    const same = fc.property(anySteps, anySkews, (steps, skews) => {
      const files = [...filesOf(steps, skews)].map(([name, lines]) => [`${name}.jsonl`, fileText(lines)] as const);
      expectTheNewest(write(files), [1, 2, 3, 5, 10, 30]);
      removeFolders();
    });
    fc.assert(same, tries(40));
  });

  it('are those of the whole journal for every number from 1 to 30', () => {
    const [steps, skews] = fc.sample(fc.tuple(fc.array(anyStep, { minLength: 300, maxLength: 300 }), anySkews), {
      numRuns: 1,
      seed: 3,
    })[0]!;
    const files = [...filesOf(steps, skews)].map(([name, lines]) => [`${name}.jsonl`, fileText(lines)] as const);
    expectTheNewest(
      write(files),
      Array.from({ length: 30 }, (_, at) => at + 1),
    );
  });

  it('are those of the whole journal when a sync tool has left a copy of a part', () => {
    const lines = Array.from({ length: 50 }, (_, at) => entry(new Date(BEGIN + at * 60_000).toISOString()));
    const folder = write([
      ['laptop22.jsonl', fileText(lines)],
      ['laptop22.sync-conflict-20260617-120000-ABCDEFG.jsonl', fileText(lines.slice(0, 30))],
    ]);
    expectTheNewest(folder, [1, 10, 49, 50, 51]);
  });

  it('show an old entry that was moved to now, and not where it was', () => {
    const lines: Entry[] = Array.from({ length: 60 }, (_, at) => entry(new Date(BEGIN + at * 60_000).toISOString()));
    const now = new Date(BEGIN + 60 * 60_000).toISOString();
    const moved = putLine({ kind: 'pain', at: now, pain: 9 }, writingAfter(lines.at(-1)!), lines[0]);
    const folder = write([['laptop22.jsonl', fileText([...lines, moved])]]);
    expect(readNewest(folder, 1).entries).toEqual([moved]);
    expectTheNewest(folder, [1, 5, 59, 60]);
  });

  it.each([0.1, 1, 3, 30])('are found behind a hundred entries about %d days before', (days) => {
    const now = entry('2026-06-17T12:00:00Z');
    const before = new Date(BEGIN - days * DAY_MS).toISOString();
    const backDated = Array.from({ length: 100 }, (_, at) =>
      putLine({ kind: 'pain', at: before, pain: at % 11 }, writingAfter(now, at)),
    );
    expectTheNewest(write([['laptop22.jsonl', fileText([now, ...backDated])]]), [1, 2, 10]);
  });

  it('come with the lines that could not be understood, by their numbers in the file', () => {
    const lines = Array.from({ length: 50 }, (_, at) => entry(new Date(BEGIN + at * 60_000).toISOString()));
    const text = `${fileText(lines)}{"v":1,"op":"pu`;
    const { entries, bad } = readNewest(write([['laptop22.jsonl', text]]), 3);
    expect(entries).toEqual(lines.slice(-3).toReversed());
    expect(bad).toEqual([{ file: 'laptop22.jsonl', line: 51, why: "it is incomplete, or isn't JSON" }]);
  });

  it.each(['  ', `\uFEFF${JSON.stringify(entry('2026-06-17T12:30:00Z'))}`])(
    'count as bad what the whole journal counts as bad: %j',
    (odd) => {
      const text = `${fileText([entry('2026-06-17T12:00:00Z')])}${odd}\n${fileText([entry('2026-06-17T13:00:00Z')])}`;
      const folder = write([['laptop22.jsonl', text]]);
      const { lines, bad } = readJournal(folder);
      expect(readNewest(folder, 9)).toEqual({ entries: fold(lines), bad });
    },
  );

  it('are none where there is no journal, no file, or nothing in it', () => {
    expect(readNewest(join(makeFolder(), 'journal'), 10)).toEqual({ entries: [], bad: [] });
    expect(readNewest(write([]), 10)).toEqual({ entries: [], bad: [] });
    expect(readNewest(write([['laptop22.jsonl', '']]), 10)).toEqual({ entries: [], bad: [] });
  });
});

function expectThoseSince(folder: string, times: readonly number[]): void {
  const all = fold(readJournal(folder).lines);
  for (const time of times) {
    const since = all.filter(({ at }) => Date.parse(at) >= time);
    expect(readSince(folder, time).entries, new Date(time).toISOString()).toEqual(since);
  }
}

describe('the entries since some time, read from the ends of the files', () => {
  it('are those of the whole journal, whatever was changed, moved or removed on any device', () => {
    const anyDays = fc.array(fc.double({ min: -70, max: 90, noNaN: true }), { minLength: 5, maxLength: 5 });
    const same = fc.property(anySteps, anySkews, anyDays, (steps, skews, days) => {
      const files = [...filesOf(steps, skews)].map(([name, lines]) => [`${name}.jsonl`, fileText(lines)] as const);
      expectThoseSince(
        write(files),
        days.map((day) => Math.round(BEGIN + day * DAY_MS)),
      );
      removeFolders();
    });
    fc.assert(same, tries(40));
  });

  it('include those at that very time, and none that was removed on another device', () => {
    const lines = Array.from({ length: 20 }, (_, at) => entry(new Date(BEGIN + at * 60_000).toISOString()));
    const del = delLine({ ...writingAfter(lines.at(-1)!), device: 'desktop3' }, lines[15]!);
    const folder = write([
      ['laptop22.jsonl', fileText(lines)],
      ['desktop3.jsonl', fileText([del])],
    ]);
    const { entries } = readSince(folder, BEGIN + 10 * 60_000);
    expect(entries).toEqual(lines.slice(10).toReversed().toSpliced(4, 1));
  });

  it('come without what is before them: a line there that could not be understood is not looked at', () => {
    const lines = Array.from({ length: 50 }, (_, at) => entry(new Date(BEGIN + at * 60_000).toISOString()));
    const folder = write([['laptop22.jsonl', `{"v":1,"op":"pu\n${fileText(lines)}`]]);
    expect(readSince(folder, BEGIN + 40 * 60_000)).toEqual({ entries: lines.slice(40).toReversed(), bad: [] });
    expect(readSince(folder, BEGIN - DAY_MS).bad).toHaveLength(1);
  });

  it('are all of them since a time before 1970', () => {
    const lines = [entry('2026-06-17T12:00:00Z')];
    expect(readSince(write([['laptop22.jsonl', fileText(lines)]]), -DAY_MS).entries).toEqual(lines);
  });
});

function writingAfter({ rev }: Entry, later = 0): Writing {
  return { device: 'laptop22', now: BEGIN + later, after: rev, random: Math.random };
}
