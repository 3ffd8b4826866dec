import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Context } from '../../../src/app/context.ts';
import { UsageError } from '../../../src/errors.ts';
import {
  FIELD_NAMES,
  fieldOf,
  type FieldName,
  type FieldType,
  type Kind,
  KINDS,
} from '../../../src/journal/core/fields.ts';
import { fold } from '../../../src/journal/core/fold.ts';
import { mergeOf } from '../../../src/journal/core/merge.ts';
import type { Entry, JournalLine } from '../../../src/journal/core/records.ts';
import { makeUlid } from '../../../src/journal/core/ulid.ts';
import { fieldsOf } from '../../../src/journal/core/undo.ts';
import { csvOf, readRows } from '../../../src/journal/exchange/csv.ts';
import { operationsDocument, readOperations } from '../../../src/journal/exchange/operations.ts';
import { readTable } from '../../../src/journal/exchange/read-table.ts';
import { NEEDED } from '../../../src/journal/exchange/row-kind.ts';
import { filterEntries } from '../../../src/journal/filter.ts';
import { content } from '../../content/data-files.ts';
import { edited, entry as entryAt, removed } from '../lines.ts';
import { tries } from '../../tries.ts';

const NOW = new Date('2026-11-24T12:00:00Z');
const ZONE = process.env['TZ'];
const ZONES = ['UTC', 'America/New_York', 'Asia/Tokyo', 'Pacific/Apia', 'America/St_Johns', 'Australia/Lord_Howe'];

afterAll(() => {
  if (ZONE === undefined) delete process.env['TZ'];
  else process.env['TZ'] = ZONE;
});

// All that people type, and what means something in a table, a spreadsheet or Markdown.
const text = fc
  .string({
    unit: fc.constantFrom(
      'a',
      'Z',
      '7',
      ' ',
      ',',
      ';',
      '"',
      "'",
      '\n',
      '\t',
      '|',
      '\\',
      '=',
      '+',
      '-',
      '@',
      'é',
      '日',
      '😀',
    ),
    minLength: 1,
    maxLength: 14,
  })
  .filter((one) => one.trim() !== '' && one === one.trim());
const rating = fc.integer({ min: 0, max: 10 });

const VALUES: Readonly<Record<FieldType, fc.Arbitrary<unknown>>> = {
  kind: fc.constantFrom(...KINDS),
  time: fc.constant(''),
  text,
  rating,
  minutes: fc.integer({ min: 0, max: 14_400 }).map((tenths) => tenths / 10),
  flag: fc.boolean(),
  list: fc.array(text, { minLength: 1, maxLength: 3 }),
  ratings: fc.tuple(rating, rating, rating),
  answers: fc.constant({ age: '20-44', pain: 5 }),
};

const OFFSETS = ['+00:00', '-05:00', '+09:00', '-03:30', '+13:45'];
const time = fc
  .tuple(fc.integer({ min: 0, max: 400_000 }), fc.constantFrom(...OFFSETS))
  .map(([minute, offset]) => `${new Date(Date.UTC(2026, 0, 1) + minute * 60_000).toISOString().slice(0, 19)}${offset}`);

/** What an entry of a kind has: the field that it is about, and any others that unspasm writes in it. */
function anyFields(kind: Kind): fc.Arbitrary<Partial<Entry>> {
  const names = FIELD_NAMES.filter((name) => name !== 'at' && name !== 'kind' && fieldOf(name).kinds.includes(kind));
  const about: Partial<Record<Kind, FieldName>> = { session: 'therapy', exercise: 'activity', triage: 'level' };
  const needed = about[kind] ?? NEEDED.find((name) => name === kind);
  const values = names.map((name) => {
    const value = VALUES[fieldOf(name).type];
    return [name, name === needed ? value : fc.option(value, { nil: undefined })] as const;
  });
  return fc.record(Object.fromEntries(values)).map((fields) => JSON.parse(JSON.stringify(fields)) as Partial<Entry>);
}

const anyEntry = fc
  .tuple(time, fc.constantFrom(...KINDS), fc.integer({ min: 0, max: 2 ** 31 }), fc.constantFrom('laptop22', 'desktop2'))
  .chain(([at, kind, seed, dev]) =>
    anyFields(kind).map((fields): Entry => {
      let state = seed;
      const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
      const id = makeUlid(Date.parse(at) + (seed % 1000), random);
      return { v: 1, op: 'put', id, rev: id, dev, kind, at, ...fields };
    }),
  );

/** Lines of a journal: entries, of which some were changed or removed later, on either of two devices. */
const anyJournal = fc
  .array(fc.tuple(anyEntry, fc.constantFrom('kept', 'edited', 'removed')), { maxLength: 7 })
  .map((all): JournalLine[] =>
    all.flatMap(([entry, fate], nth) => {
      const later = makeUlid(NOW.getTime() - 1000 + nth, () => 0.5);
      if (fate === 'kept') return [entry];
      return [entry, fate === 'edited' ? edited(entry, later, { note: 'changed' }) : removed(entry, later)];
    }),
  );

const filter = fc.record(
  {
    from: fc.constantFrom('2026-03-01', '2026-06-01 10:00'),
    to: fc.constantFrom('2026-08-01', '2026-09-01 23:59'),
    kind: fc.subarray([...KINDS], { minLength: 1 }),
    search: fc.constantFrom('a', '7', 'changed', ';'),
  },
  { requiredKeys: [] },
);

const context = { content, now: () => NOW } as unknown as Context;
const chosen = (lines: readonly JournalLine[], given: object) => filterEntries(context, fold(lines), given);

/** What a table can say of an entry: all but what has no column, in lines that end as in a file. */
function tableFields(entry: Entry): object {
  const fields = Object.entries(fieldsOf(entry)).filter(([name]) => fieldOf(name as FieldName).column !== false);
  return Object.fromEntries([['id', entry.id], ...fields]);
}

describe('any journal, exported and imported again', () => {
  it('is the same as JSON, and a part of it that part', () => {
    fc.assert(
      fc.property(anyJournal, filter, (lines, given) => {
        const written = JSON.stringify(operationsDocument(lines, '2026-11-24T12:00:00Z'));
        const there = readOperations(written, 'journal.json');
        expect(fold(there)).toEqual(fold(lines));
        expect(mergeOf(lines, there).fresh).toEqual([]);
        const ids = new Set(chosen(lines, given).map(({ id }) => id));
        const part = lines.filter(({ id }) => ids.has(id));
        const read = readOperations(JSON.stringify(operationsDocument(part, 'now', 1)), 'journal.json');
        expect(fold(read)).toEqual(chosen(lines, given));
      }),
      tries(80),
    );
  });

  it('is the same as CSV, whole and in part, whatever the zone, and changes nothing where it came from', () => {
    fc.assert(
      fc.property(anyJournal, filter, fc.constantFrom(...ZONES), (lines, given, zone) => {
        process.env['TZ'] = zone;
        // A table without rows is refused.
        for (const entries of [fold(lines), chosen(lines, given)].filter((one) => one.length > 0)) {
          const rows = readRows(csvOf(entries), 'journal.csv');
          const input = { file: 'journal.csv', now: NOW };
          const there = fold(readTable(rows, { ...input, lines: [] }).lines);
          expect(there.map(tableFields)).toEqual(entries.map(tableFields));
          const again = readTable(rows, { ...input, lines });
          expect([mergeOf(lines, again.lines).fresh, again.unread.size]).toEqual([[], 0]);
        }
      }),
      tries(80),
    );
  });
});

const cell = {
  at: fc.oneof(
    time,
    fc.constantFrom(
      '2026-11-03',
      '2026-11-04 7:05',
      '05.11.2026 18:30:10',
      '11/06/26',
      '6/11/2026 6 pm',
      'Nov 7, 2026',
    ),
    fc.constantFrom('2026-11-08T01:30:00Z', '20261109', '2027-01-01', '31.02.2026', '', 'soon', '2026-03-08 02:30'),
  ),
  pain: fc.constantFrom('6', '6.0', '6,5', '7/10', '65 %', '0', '', '', 'bad', '11', '-1', '5/0', ' 4 '),
  note: fc.oneof(text, fc.constantFrom('', '', 'a "b" c', "'=1")),
};
const row = fc.record(cell);
/** How a program puts a cell: in quotes where it has to be, or as it stands. */
const styles = {
  careful: (one: string, separator: string) =>
    /["\n\r]/.test(one) || one.includes(separator) ? `"${one.replaceAll('"', '""')}"` : one,
  careless: (one: string) => one,
};
const anyTable = fc.record({
  rows: fc.array(row, { minLength: 1, maxLength: 5 }),
  separator: fc.constantFrom(',', ';', '\t', '|'),
  style: fc.constantFrom(...(['careful', 'careful', 'careful', 'careless'] as const)),
  newline: fc.constantFrom('\n', '\r\n', '\r'),
  above: fc.constantFrom('', '', '\n', 'sep=;\n'),
  dates: fc.constantFrom(undefined, 'dmy' as const, 'mdy' as const),
});
const moment = fc.record({ zone: fc.constantFrom(...ZONES), hours: fc.integer({ min: 0, max: 400 }) });

describe('what other programs put into a journal', () => {
  const odd = fc.record({
    kind: fc.constantFrom('pain', 'mood', 'Diet'),
    pain: fc.constantFrom(undefined, -1, 11, 5.5, 7, 1e9),
    minutes: fc.constantFrom(undefined, -3, 0.123_456, 1e7),
    peg: fc.constantFrom(undefined, [1, 2, 99], [0.5, 5, 5]),
    areas: fc.constantFrom(undefined, [], ['', 'a;b', 'a'], ['\\']),
    later: fc.constantFrom(undefined, { is: 'kept' }),
  });

  it('is not changed by a table of ours, nor does it keep the rest from being changed', () => {
    fc.assert(
      fc.property(fc.array(odd, { minLength: 1, maxLength: 4 }), (all) => {
        const lines = all.map((fields, nth) => {
          const defined = JSON.parse(JSON.stringify(fields)) as Partial<Entry>;
          return entryAt(`2026-06-1${nth}T08:00Z`, { ...defined, note: 'x' });
        });
        const read = (csv: string) => readTable(readRows(csv, 'journal.csv'), { file: 'journal.csv', lines, now: NOW });
        expect(mergeOf(lines, read(csvOf(fold(lines))).lines).fresh).toEqual([]);
        const changed = fold(read(csvOf(fold(lines)).replaceAll(',x\r', ',y\r')).lines);
        expect(changed.map(fieldsOf)).toEqual(fold(lines).map((one) => ({ ...fieldsOf(one), note: 'y' })));
      }),
    );
  });

  it('but a rating that somebody takes out of a table is missed', () => {
    const line = entryAt('2026-06-10T08:00:00+00:00', { pain: 6 });
    const csv = csvOf([line]).replace(',6,', ',,');
    const input = { file: 'journal.csv', lines: [line], now: NOW };
    expect(() => readTable(readRows(csv, 'journal.csv'), input)).toThrow('journal.csv:2: pain is empty');
  });
});

describe('any table', () => {
  it('gives one entry for each row, or an error with its line; and again, tomorrow, in another zone, the same', () => {
    let taken = 0;
    let refused = 0;
    fc.assert(
      fc.property(anyTable, moment, moment, ({ rows, separator, style, newline, above, dates }, first, second) => {
        const line = (cells: readonly string[]) => cells.map((one) => styles[style](one, separator)).join(separator);
        const body = [['at', 'pain', 'note'], ...rows.map((one) => [one.at, one.pain, one.note])].map(line).join('\n');
        const file = `${above}${body}\n`.replaceAll('\n', newline);
        const read = (lines: readonly JournalLine[], { zone, hours }: typeof first) => {
          process.env['TZ'] = zone;
          const now = new Date(NOW.getTime() + hours * 3_600_000);
          const more = dates === undefined ? {} : { dates };
          return readTable(readRows(file, 'diary.csv'), { file: 'diary.csv', lines, now, ...more }).lines;
        };
        const lines = linesOr(() => read([], first));
        if (typeof lines === 'string') {
          refused += 1;
          expect(lines).toMatch(
            /^diary\.csv(:\d+: |: line \d+ has the day first|: the table has no rows| has no column)/,
          );
          return;
        }
        taken += 1;
        const filled = rows.filter((one) => Object.values(one).some((value) => value.trim() !== ''));
        if (style === 'careful') expect(fold(lines)).toHaveLength(filled.length);
        // In another zone a time may be one that the clocks skipped: refused, so that nothing changes either.
        const again = linesOr(() => read(lines, second));
        if (typeof again === 'string') expect(again).toMatch(/^diary\.csv:\d+: "[^"]+" (was skipped|came twice)/);
        else expect(mergeOf(lines, again)).toMatchObject({ fresh: [], known: lines.length });
      }),
      tries(300),
    );
    expect(Math.min(taken, refused)).toBeGreaterThan(10);
  });
});

function linesOr(read: () => readonly JournalLine[]): readonly JournalLine[] | string {
  try {
    return read();
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return (error as Error).message;
  }
}
