import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../src/journal/core/fold.ts';
import { mergeOf } from '../../../src/journal/core/merge.ts';
import type { Entry } from '../../../src/journal/core/records.ts';
import { csvOf, escapeFormula, readRows, unescapeFormula } from '../../../src/journal/exchange/csv.ts';
import { escaped } from '../../../src/journal/exchange/markdown.ts';
import { operationsDocument, readOperations } from '../../../src/journal/exchange/operations.ts';
import { readTable } from '../../../src/journal/exchange/read-table.ts';
import { entry } from '../lines.ts';

const NOW = new Date('2026-11-24T12:00:00Z');
const read = (text: string, entries: readonly Entry[] = []) =>
  readTable(readRows(text, 'diary.csv'), { file: 'diary.csv', lines: entries, now: NOW });

const rating = fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined });
const text = fc.string({
  unit: fc.constantFrom('a', ' ', ',', '"', '\n', '=', "'", '+', '@', '|', ';', 'é', '\t', '-'),
  minLength: 1,
  maxLength: 12,
});
const anyEntry = fc
  .record({
    minute: fc.integer({ min: 0, max: 400_000 }),
    pain: fc.integer({ min: 0, max: 10 }),
    painAfter: rating,
    note: text,
    areas: fc.subarray(['lower', 'left-leg'], { minLength: 1 }),
  })
  .filter(({ note }) => note.trim() !== '')
  .map(({ minute, ...fields }) => {
    const at = new Date(Date.UTC(2026, 0, 1) + minute * 60_000).toISOString().replace('.000Z', '+00:00');
    return entry(at, JSON.parse(JSON.stringify(fields)) as Partial<Entry>);
  });
const entries = fc.array(anyEntry, { minLength: 1, maxLength: 8 }).map(fold);

describe('CSV', () => {
  test('that is read again changes nothing', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const { fresh, known } = mergeOf(all, read(csvOf(all), all).lines);
        expect([fresh.length, known]).toEqual([0, all.length]);
      }),
    );
  });

  test('brings everything to an empty journal', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const there = fold(read(csvOf(all)).lines);
        expect(there.map(({ id, note, pain }) => [id, note, pain])).toEqual(
          all.map(({ id, note, pain }) => [id, note!.trim(), pain]),
        );
      }),
    );
  });

  test.each(['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '＝1', "'=1", "''+1"])(
    '%s is no formula, and comes back',
    (cell) => {
      expect(escapeFormula(cell)).toBe(`'${cell}`);
      expect(unescapeFormula(escapeFormula(cell))).toBe(cell);
    },
  );

  test('leaves other texts alone, those with an apostrophe too', () => {
    for (const cell of ["'tis better", 'a = b', '', '3-4']) expect(unescapeFormula(escapeFormula(cell))).toBe(cell);
  });

  test('has CRLF at the end of its lines, a line of names first', () => {
    expect(csvOf([entry('2026-11-01T10:00:00+00:00', { note: 'a "b", c' })])).toMatch(
      /^id,at,tz,kind,pain,.*,note\r\n.*,"a ""b"", c"\r\n$/,
    );
  });
});

describe('a table of another program', () => {
  const TABLE = 'Pain;At;mood\n7;2026-11-01 10:00;ok\n4;2026-11-02 11:00;\n3;2026-11-03 09:00;\n';

  test('is taken in by its names, whatever stands between cells, and the same again', () => {
    const { lines, unknownColumns } = read(TABLE);
    expect(unknownColumns).toEqual(['mood']);
    expect(fold(lines).map(({ kind, pain, at }) => [kind, pain, at.slice(0, 16)])).toEqual([
      ['pain', 3, '2026-11-03T09:00'],
      ['pain', 4, '2026-11-02T11:00'],
      ['pain', 7, '2026-11-01T10:00'],
    ]);
    expect(read(TABLE).lines).toEqual(lines);
    expect(read(TABLE.replaceAll('\n', '\r\n')).lines).toEqual(lines);
  });

  test.each([
    ['pain\n5\n', 'no column "at"'],
    ['at,pain\n2026-11-01 10:00,5\n2026-11-02 10:00,11\n', 'diary.csv:3: pain can\'t be "11"'],
    ['at,pain\n2026-11-01 10:00,NaN\n', 'pain can\'t be "NaN"'],
    ['at,pain\n2027-01-01 10:00,5\n', 'diary.csv:2: '],
    ['at,pain\nsome day,5\n', 'diary.csv:2: '],
    ['at,pain\n2026-11-01 10:00,\n', 'pain is empty'],
    ['at,kind,pain\n2026-11-01 10:00,joy,5\n', 'kind can\'t be "joy"'],
    ['at,kind,note\n2026-11-01 10:00,pain,x\n', 'pain is empty'],
    ['at,id,pain\n2026-11-01 10:00,__proto__,5\n', 'id can\'t be "__PROTO__"'],
    ['at,peg\n2026-11-01 10:00,5;6\n', 'peg can\'t be "5;6"'],
    ['at,limited,pain\n2026-11-01 10:00,maybe,5\n', 'limited can\'t be "maybe"'],
  ])('%j is refused, with its place', (csv, message) => {
    expect(() => read(csv)).toThrow(message);
  });

  test.each([
    ['at,pain\n2026-11-01 10:00,11\n', 'use a whole number from 0 to 10; nothing was imported'],
    ['at,pain\n2026-11-01 10:00,\n', 'use a pain rating, a note, a medicine or a therapy; nothing was imported'],
    [
      'at,kind,note\n2026-11-01 10:00,pain,x\n',
      'use a whole number from 0 to 10, as the kind of this row is pain; nothing was imported',
    ],
    [
      'at,kind,note\n2026-11-01 10:00,exercise,x\n',
      'use what was done, such as swim, as the kind of this row is exercise; nothing was imported',
    ],
    ['at,peg\n2026-11-01 10:00,5;6\n', 'use three whole numbers from 0 to 10, such as 6;5;7; nothing was imported'],
    ['at,pain\n3/4,5\n', 'write the date as year-month-day: 2026-11-20 18:30; nothing was imported'],
  ])('%j is refused with what to do', (csv, hint) => {
    expect(() => read(csv)).toThrow(expect.objectContaining({ hint }));
  });

  test('changes an entry by its id, empties what is empty, and keeps what no table holds', () => {
    const check = entry('2026-11-01T10:00:00+00:00', {
      kind: 'triage',
      level: 'urgent',
      signs: ['fever'],
      answers: { age: '20-44' },
      asked: ['fever', 'weight-loss'],
      notAsked: ['soon'],
      note: 'x',
    });
    const csv = csvOf([check]).replace(',x\r', ',\r');
    const [line] = read(csv, [check]).lines;
    const { answers, asked, notAsked } = check;
    expect(line).toMatchObject({ id: check.id, base: check.rev, level: 'urgent', answers, asked, notAsked });
    expect(line).not.toHaveProperty('note');
    const after = fold([check, line!]);
    expect(read(csv, after).lines).toEqual(after);
  });
});

describe('JSON', () => {
  const lines = [
    entry('2026-11-02T10:00:00+00:00'),
    entry('2026-11-01T10:00:00+00:00', { kind: 'note', note: '\u001B[2J' }),
  ];

  test('holds every line, and gives it back', () => {
    const document = operationsDocument(lines, '2026-11-24T12:00:00+00:00');
    expect(readOperations(JSON.stringify(document), 'journal.json')).toEqual(lines.toReversed());
  });

  test.each([
    ['{', "journal.json isn't valid JSON"],
    ['null', 'has no list of operations'],
    ['{"operations":{}}', 'has no list of operations'],
    ['{"operations":[{"v":99,"id":"a","rev":"b","op":"put"}]}', "operation 1 can't be imported"],
    [`{"operations":[${JSON.stringify({ ...lines[0], pain: 'x' })}]}`, 'wrong type'],
    [`{"operations":[${JSON.stringify({ ...lines[0], rev: '~~~~' })}]}`, 'it has no revision'],
    [`{"operations":${'['.repeat(200_000)}${']'.repeat(200_000)}}`, 'nested too deeply'],
  ])('%s is refused', (json, message) => {
    expect(() => readOperations(json, 'journal.json')).toThrow(message);
  });
});

test('Markdown shows a text as it is', () => {
  expect(escaped('a | b\n*c* `d` <e> [f](g) _h_ \\ #i https://j')).toBe(
    String.raw`a \| b \*c\* \`d\` \<e\> \[f\](g) \_h\_ \\ \#i https\://j`,
  );
});

describe('a fault in a table', () => {
  test.each([
    [
      'after a note in quotes that goes on over lines',
      'at,pain,note\n2026-11-20 10:00,5,"one\ntwo\n\nthree"\n2026-11-20 11:00,x,\n',
      6,
    ],
    ['after an empty line', 'at,pain\n\n2026-11-20 10:00,5\n2026-11-20 11:00,x\n', 4],
    ['after Windows line breaks', 'at,pain,note\r\n2026-11-20 10:00,5,"a\r\nb"\r\n2026-11-20 11:00,x,\r\n', 4],
    ['below the names', 'at,pain\n2026-11-20 11:00,x\n', 2],
  ])('is named with its line of the file: %s', (_where, table, line) => {
    expect(() => read(table)).toThrow(`diary.csv:${line}: `);
  });
});
