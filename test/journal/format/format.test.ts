import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Field, FIELDS, KINDS } from '../../../src/journal/core/fields.ts';
import { parseLine, TIME } from '../../../src/journal/core/parse.ts';
import { LAST_REVISION_TIME } from '../../../src/journal/core/records.ts';
import { makeUlid } from '../../../src/journal/core/ulid.ts';
import { lineSchema } from './line-schema.ts';
import { FORMAT_PAGE, problemsOf, SCHEMA_FILE } from './schema.ts';
import { tries } from '../../tries.ts';

const ALL: [string, Field][] = Object.entries(FIELDS);

const anyTime = fc.stringMatching(new RegExp(TIME.source));
const anyUlid = (max: number) =>
  fc
    .tuple(fc.integer({ min: 0, max }), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }))
    .map(([time, random]) => makeUlid(time, () => random));
const goodUlid = anyUlid(LAST_REVISION_TIME);
const anyText = fc.string({ unit: 'grapheme', maxLength: 12 });

const VALUES: Readonly<Record<Field['type'], fc.Arbitrary<unknown>>> = {
  kind: fc.oneof(fc.constantFrom(...KINDS), fc.constant('mood')),
  time: anyTime,
  text: anyText,
  rating: fc.integer({ min: -1, max: 11 }),
  minutes: fc.double({ min: 0, max: 1e4, noNaN: true }),
  flag: fc.boolean(),
  list: fc.array(anyText, { maxLength: 3 }),
  ratings: fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 3, maxLength: 3 }),
  answers: fc.dictionary(anyText, fc.oneof(anyText, fc.integer())),
};

/** A line that is as it should be, with any of the fields. */
const goodLine = fc
  .tuple(
    fc.record({ v: fc.constant(1), op: fc.constant('put'), id: goodUlid, rev: goodUlid, dev: anyText }),
    fc.record({ base: goodUlid, mood: fc.jsonValue({ maxDepth: 2 }) }, { requiredKeys: [] }),
    fc.record(Object.fromEntries(ALL.map(([name, { type }]) => [name, VALUES[type]])), {
      requiredKeys: ['at', 'kind'],
    }),
  )
  .map(([head, more, fields]): Record<string, unknown> => ({ ...head, ...more, ...fields }));

const ODD_TIMES = [
  '2026-06-17',
  '2026-06-17T08:00',
  '2026-06-17T24:00',
  '2026-06-17T24:01',
  '2026-02-31T08:00Z',
  '2026-13-01T08:00Z',
  '2026-06-17T08:00:00+0200',
  '2026-06-17T08:00 UTC',
  'at 2026-06-17T08:00',
  '2026-06-17T08:00Z\n',
];
const ODD_IDS = [
  makeUlid(LAST_REVISION_TIME, () => 0),
  makeUlid(LAST_REVISION_TIME, () => 0.999),
  makeUlid(LAST_REVISION_TIME + 1, () => 0),
  '01KB000000000000000000000a',
  '81KB000000000000000000000A',
  '01KB00000000000000000000A',
];
const ODD_WORDS = ['', '1', 'put', 'del', 'merge', '__proto__'];
const ODD_LISTS = [[], ['a'], [1], ['a', 1], [1, 2, 3]];
const ODD_VALUES = [
  ...ODD_TIMES,
  ...ODD_IDS,
  ...ODD_WORDS,
  ...ODD_LISTS,
  null,
  true,
  0,
  1,
  2,
  0.5,
  -3,
  {},
  { a: null },
];
const NAMES = ['v', 'op', 'id', 'rev', 'base', 'dev', 'mood', ...ALL.map(([name]) => name)];
const oddity = fc.tuple(
  fc.constantFrom(...NAMES),
  fc.oneof(fc.constantFrom(undefined, ...ODD_VALUES), anyUlid(2 ** 48 - 1), anyTime, fc.jsonValue({ maxDepth: 2 })),
);

describe('the schema of a line', () => {
  it('is made from the table of fields; vitest -u writes it', async () => {
    await expect(`${JSON.stringify(lineSchema(), undefined, 2)}\n`).toMatchFileSnapshot(SCHEMA_FILE);
  });

  it('takes every line that a reader takes, and so does the reader', () => {
    fc.assert(
      fc.property(goodLine, (line) => {
        const text = JSON.stringify(line);
        expect([parseLine(text), problemsOf(text)]).toEqual([JSON.parse(text), []]);
      }),
    );
  });

  it('refuses what a reader refuses, and nothing else', () => {
    const seen = { taken: 0, refused: 0 };
    const same = fc.property(goodLine, fc.array(oddity, { minLength: 1, maxLength: 3 }), (line, oddities) => {
      const text = JSON.stringify({ ...line, ...Object.fromEntries(oddities) });
      const isTaken = typeof parseLine(text) === 'object';
      expect([problemsOf(text).length === 0, text]).toEqual([isTaken, text]);
      seen[isTaken ? 'taken' : 'refused'] += 1;
    });
    fc.assert(same, tries(500));
    expect(Math.min(seen.taken, seen.refused)).toBeGreaterThan(20);
  });

  it.each(NAMES)('judges %s as a reader does, whatever it holds', (name) => {
    const lines = [undefined, ...ODD_VALUES].map((value) => JSON.stringify({ ...GOOD, [name]: value }));
    const taken = (isTaken: (line: string) => boolean) => lines.filter(isTaken);
    expect(taken((line) => problemsOf(line).length === 0)).toEqual(
      taken((line) => typeof parseLine(line) === 'object'),
    );
  });

  it.each(['v1.jsonl', 'v1-asked.jsonl'])('takes the journals that there are: %s', (file) => {
    const lines = readFileSync(join(import.meta.dirname, '..', 'golden', file), 'utf8').split('\n');
    expect(lines.filter(Boolean).flatMap(problemsOf)).toEqual([]);
  });
});

const ID = '01KB000000000000000000000A';
const GOOD = { v: 1, op: 'put', id: ID, rev: ID, dev: 'laptop22', kind: 'pain', at: '2026-06-17T08:00:00+02:00' };

describe('a time', () => {
  it('that a line may have is one that can be counted with', () => {
    fc.assert(
      fc.property(anyTime, (time) => !Number.isNaN(Date.parse(time))),
      tries(300),
    );
  });
});

describe('the page that describes the format', () => {
  it('names every field, with its type and the kinds that have it', () => {
    const rows = Array.from(FORMAT_PAGE.matchAll(/^\| `(\w+)` +\| ([^|]+?) +\| ([^|]+?) +\| ([^|]+?) +\|$/gm));
    const table = rows.map(([, name, type, kinds, about]) => [name, type, kinds, about]);
    expect(table).toEqual(
      ALL.map(([name, { type, kinds, about }]) => [
        name,
        type,
        kinds.length === KINDS.length ? 'all' : kinds.join(', '),
        about,
      ]),
    );
  });

  it('names every kind', () => {
    expect(FORMAT_PAGE).toContain(KINDS.map((kind) => `\`${kind}\``).join(', '));
  });
});
