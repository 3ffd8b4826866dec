import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/errors.ts';
import { fold } from '../../../src/journal/core/fold.ts';
import { mergeOf } from '../../../src/journal/core/merge.ts';
import type { Entry, JournalLine } from '../../../src/journal/core/records.ts';
import { readRows } from '../../../src/journal/exchange/csv.ts';
import { decode } from '../../../src/journal/exchange/decode.ts';
import { readMap } from '../../../src/journal/exchange/name-columns.ts';
import { readTable, type TableInput } from '../../../src/journal/exchange/read-table.ts';
import { edited, removed, revision } from '../lines.ts';

const NOW = new Date('2026-11-24T12:00:00Z');
const ZONE = process.env['TZ'];
const setZone = (zone: string | undefined) => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
};
const read = (text: string, more: Partial<TableInput> = {}) =>
  readTable(readRows(text, 'diary.csv'), { file: 'diary.csv', lines: [], now: NOW, ...more });
const says = (text: string, more: Partial<TableInput> = {}) =>
  read(text, more).lines.map((line) => (line.op === 'put' ? [line.at.slice(0, 16), line.pain] : []));

afterEach(() => setZone(ZONE));

describe('what is no table is refused whole, with the line of the file', () => {
  it.each([
    [
      'a quote that never closes',
      'at,note\n2026-11-01 10:00,"a\n2026-11-02 10:00,b\n',
      'diary.csv:2: a cell has a quote',
    ],
    ['later', 'at,note\n2026-11-01 10:00,"a\nb"\n2026-11-02 10:00,"c\n', 'diary.csv:4: a cell has a quote'],
    ['text after a quote', 'at,note\n2026-11-01 10:00,"a" b\n', 'diary.csv:2: a cell has a quote'],
    [
      'cells beyond the names',
      'at,note\n2026-11-01 10:00,a\n2026-11-02 10:00,b, then c\n',
      'diary.csv:3: there are 3 cells',
    ],
    ['two columns of one name', 'at,pain,Pain\n2026-11-01 10:00,5,6\n', 'diary.csv:1: two columns are named "pain"'],
    ['the same below sep=', 'sep=;\nat;pain\n2026-11-01 10:00;11\n', 'diary.csv:3: pain can\'t be "11"'],
    ['an empty file', '', 'diary.csv is empty'],
    ['a file of empty rows', '\n;;\n', 'diary.csv is empty'],
    ['a header alone', 'at,pain\n', 'diary.csv: the table has no rows'],
    ['a header above empty rows', 'at,pain\n,\n\n', 'diary.csv: the table has no rows'],
    [
      'a title above the names',
      'My diary\n\nat,pain\n2026-11-01 10:00,5\n',
      'diary.csv:3: there are 2 cells, but 1 name',
    ],
    [
      'an entry that no line can hold',
      `at,pain,note\n2026-11-01 10:00,5,${'x'.repeat(70_000)}\n`,
      "diary.csv:2: this entry can't be imported: it is longer than",
    ],
  ])('%s', (_what, text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  it('takes empty cells at the end, missing ones, and a line sep=', () => {
    expect(says('sep=;\nat;pain;note\n2026-11-01 10:00;5;;;\n2026-11-02 10:00;6\n')).toEqual([
      ['2026-11-01T10:00', 5],
      ['2026-11-02T10:00', 6],
    ]);
  });

  it.each([
    ['empty rows above the names', '\n\nat,pain\n2026-11-01 10:00,5\n'],
    ['bars between cells', 'at|pain\n2026-11-01 10:00|5\n'],
    ['a line sep= in quotes', '"sep=;"\r\nat;pain\r\n2026-11-01 10:00;5\r\n'],
    ['a kind in capitals', 'at,kind,pain\n2026-11-01 10:00,Pain,5\n'],
  ])('takes %s', (_what, text) => {
    expect(says(text)).toEqual([['2026-11-01T10:00', 5]]);
  });

  it('counts the lines above the names, too', () => {
    expect(() => read('\n\nat,pain\n2026-11-01 10:00,11\n')).toThrow('diary.csv:4: pain can\'t be "11"');
  });

  it('finds a name in whatever form its letters have', () => {
    expect(
      says('Début;Douleur\n2026-11-01 10:00;5\n'.normalize('NFD'), { map: readMap(['at=Début', 'pain=Douleur']) }),
    ).toEqual([['2026-11-01T10:00', 5]]);
  });

  it('names a column without a name', () => {
    expect(read(',at,pain\n0,2026-11-01 10:00,5\n').unknownColumns).toEqual(['number 1, without a name']);
  });
});

describe('bytes', () => {
  const text = 'at,note\n2026-11-01 10:00,Rücken – “steif”, it’s\n';
  const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');

  it.each([
    ['UTF-8', Buffer.from(text), undefined],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`), undefined],
    ['UTF-16', utf16, 'UTF-16'],
    ['UTF-16, big end first', Buffer.from(utf16).swap16(), 'UTF-16'],
    ['UTF-16 without a mark', utf16.subarray(2), 'UTF-16'],
    ['UTF-16 without a mark, big end first', Buffer.from(utf16).swap16().subarray(2), 'UTF-16'],
    [
      'Windows-1252',
      Buffer.from(
        text.replace('ü', '\xFC').replace('–', '\x96').replace('“', '\x93').replace('”', '\x94').replace('’', '\x92'),
        'latin1',
      ),
      'Windows-1252',
    ],
  ])('%s is read', (_what, bytes, encoding) => {
    expect(decode(bytes, 'diary.csv')).toEqual(encoding === undefined ? { text } : { text, encoding });
  });

  it.each([
    ['xlsx', Buffer.from('PK\x03\x04xl/', 'latin1'), 'spreadsheet'],
    ['xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'Excel'],
    ['PDF', Buffer.from('%PDF-1.7\n'), 'a PDF'],
    ['gzip', Buffer.from([0x1f, 0x8b, 8]), 'gzip'],
    ['zero bytes', Buffer.from('at,note\n2026,\0\n'), 'diary.csv:2: it contains zero bytes'],
    ['code page 850', Buffer.from('at,note\nx,R\x81cken\n', 'latin1'), 'diary.csv:2: it isn'],
    ['code page 850, another letter', Buffer.from('at,note\nx,L\x94ffel\n', 'latin1'), 'diary.csv:2: it isn'],
    ['Mac OS Roman', Buffer.from('at,note\nx,R\x9fcken\n', 'latin1'), 'diary.csv:2: it isn'],
    ['Windows-1251', Buffer.from('at,note\nx,\xe1\xee\xeb\xfc\n', 'latin1'), 'diary.csv:2: it isn'],
    ['ISO 8859-2', Buffer.from('at,note\nx,Bol\xb1 \xbcle\n', 'latin1'), 'diary.csv:2: it isn'],
    ['a web page', Buffer.from('<!DOCTYPE html><table>'), 'a web page'],
    ['XML', Buffer.from('<?xml version="1.0"?><Workbook/>'), 'XML'],
    ['RTF', Buffer.from('{\\rtf1 at;pain}'), 'RTF'],
    ['what begins like UTF-16', Buffer.from('a\0\0\0b\0', 'latin1'), 'begins like UTF-16'],
    ['UTF-16 cut off', utf16.subarray(0, -1), 'UTF-16'],
  ])('%s is named for what it is', (_what, bytes, message) => {
    expect(() => decode(bytes, 'diary.csv')).toThrow(message);
    expect(() => decode(bytes, 'diary.csv')).toThrow(UsageError);
  });
});

describe('ratings of other programs', () => {
  it.each([
    ['6.0', 6, 0],
    ['6,0', 6, 0],
    ['6.5', 7, 1],
    ['6,4', 6, 1],
    ['7/10', 7, 0],
    ['65/100', 7, 1],
    ['65 %', 7, 1],
    ['70%', 7, 0],
    ['three', 3, 0],
  ])('%s is read as %i, and a rounding is told', (cell, pain, told) => {
    const table = `at;pain\n2026-11-01 10:00;${cell}\n`;
    expect(says(table)).toEqual([['2026-11-01T10:00', pain]]);
    expect(read(table).notes).toHaveLength(told);
    if (told) expect(() => read(table, { strict: true })).toThrow(`diary.csv:2: pain can't be "${cell}"`);
    else expect(says(table, { strict: true })).toEqual([['2026-11-01T10:00', pain]]);
  });

  it.each(['10.1', '11/10', '101 %', '-1', '5/0', '6.', 'NaN', '1e1'])('%s is refused', (cell) => {
    expect(() => read(`at;pain\n2026-11-01 10:00;${cell}\n`)).toThrow(`pain can't be "${cell}"`);
  });

  it('of a scale to 100 are tenths of it', () => {
    const table = 'at,pain\n2026-11-01 10:00,70\n2026-11-02 10:00,35\n2026-11-03 10:00,0\n';
    expect(says(table, { scale: 100 }).map(([, pain]) => pain)).toEqual([7, 4, 0]);
    expect(() => read('at,pain\n2026-11-01 10:00,101\n', { scale: 100 })).toThrow('pain can\'t be "101"');
  });
});

describe('columns of other names', () => {
  it('are mapped, whatever the case; the others are named', () => {
    const table = 'Start time,Intensity,pain\n2026-11-01 10:00,6,x\n';
    const map = readMap(['at=Start time', 'pain=intensity']);
    expect(says(table, { map })).toEqual([['2026-11-01T10:00', 6]]);
    expect(read(table, { map }).unknownColumns).toEqual(['pain']);
  });

  it.each([
    ['date,pain level,notes', '2026-11-01,6,x', { pain: 6, note: 'x' }],
    ['Date,Pain score,Trigger,Comments', '2026-11-01,6,car,x', { pain: 6, triggers: ['car'], note: 'x' }],
    ['timestamp,area,medication', '2026-11-01 08:00,hip,ibuprofen', { areas: ['hip'], medicine: 'ibuprofen' }],
    ['date,note,remarks', '2026-11-01,x,y', { note: 'x; y' }],
    ['date,pain,pain score', '2026-11-01,2,7', { pain: 2 }],
    ['date,location,areas,pain', '2026-11-01,hip,lower,6', { areas: ['lower', 'hip'] }],
  ])('that people usually choose are known: %s', (names, row, fields) => {
    expect(read(`${names}\n${row},\n`.replace(/,\n$/, '\n')).lines).toMatchObject([fields]);
  });

  it('are no rating where they may be of something else', () => {
    expect(read('date,intensity,note\n2026-11-01,7,ran\n').unknownColumns).toEqual(['intensity']);
  });

  it('a date and a time may be two columns', () => {
    expect(says('Date,Time,Pain\n20.11.2026,6:05 pm,6\n')).toEqual([['2026-11-20T18:05', 6]]);
    const map = readMap(['date=Tag', 'time=Uhrzeit']);
    expect(says('Tag,Uhrzeit,Pain\n2026-11-20,18:05:30,6\n', { map })).toEqual([['2026-11-20T18:05', 6]]);
  });

  it.each([
    [['mood=Pain'], 'there is no field "mood"'],
    [['pain'], '--map can\'t be "pain"'],
    [['pain='], '--map can\'t be "pain="'],
    [['pain=a', 'PAIN=b'], 'twice'],
    [['at=Datum,pain=Schmerz'], '--map takes one field, and "at=Datum,pain=Schmerz" has 2'],
  ])('%j is refused', (map, message) => {
    expect(() => readMap(map)).toThrow(message);
  });

  it('a column that is not there is named, with those that are', () => {
    expect(() => read('Start,Pain\n2026-11-01,5\n', { map: readMap(['at=Begin']) })).toThrow(
      'no column "begin" for at',
    );
  });
});

describe('dates', () => {
  it.each([
    ['2026-11-20 18:30:00', '2026-11-20T18:30'],
    ['2026-11-20T18:30:15.250', '2026-11-20T18:30'],
    ['2026/11/20 18:30', '2026-11-20T18:30'],
    ['20.11.2026 18:30', '2026-11-20T18:30'],
    ['20.11.2026, 18.30', '2026-11-20T18:30'],
    ['11/20/2026 6:30 PM', '2026-11-20T18:30'],
    ['Fri, 20 Nov 2026 12:05 am', '2026-11-20T00:05'],
    ['November 20, 2026 at 18:30', '2026-11-20T18:30'],
    ['2026-11-20', '2026-11-20T12:00'],
  ])('%s is read', (typed, at) => {
    expect(says(`at;pain\n${typed};5\n`)).toEqual([[at, 5]]);
  });

  it('that can be read in two ways are refused, unless the order is given or other rows show it', () => {
    const table = 'at;pain\n03/10/2026 10:00;5\n';
    expect(() => read(table)).toThrow('diary.csv:2: "03/10/2026 10:00": that date can be read in two ways');
    expect(says(table, { dates: 'dmy' })).toEqual([['2026-10-03T10:00', 5]]);
    expect(says(table, { dates: 'mdy' })).toEqual([['2026-03-10T10:00', 5]]);
    expect(says(`${table}25/10/2026 10:00;4\n`)[0]).toEqual(['2026-10-03T10:00', 5]);
    expect(() => read(`${table}25/10/2026 10:00;4\n10/25/2026 10:00;4\n`)).toThrow('line 3 has the day first');
    expect(() => read('at;pain\n25/10/2026 10:00;5\n', { dates: 'mdy' })).toThrow('diary.csv:2');
  });

  it.each(['now', '20m ago', 'yesterday 6pm', 'mon 08:00', '18:30', '2026-02-30', '2026-11-20 25:00', '2027-01-01'])(
    '%s is refused: it depends on today, is ahead or does not exist',
    (typed) => {
      expect(() => read(`at;pain\n${typed};5\n`)).toThrow('diary.csv:2: ');
    },
  );

  it('a time in UTC is on the day that it was here', () => {
    setZone('America/New_York');
    expect(says('at;pain\n2026-11-21T01:30:00Z;5\n2026-11-21T01:30:00.000Z;6\n')).toEqual([
      ['2026-11-20T20:30', 5],
      ['2026-11-20T20:30', 6],
    ]);
  });
});

describe('a row with the id of an entry', () => {
  const [before] = read('at,pain,note\n2026-11-01 10:00,5,a\n').lines;
  const entry = { ...(before as Entry), areas: ['lower'], signs: ['fever'], later: 'kept' };
  const change = (text: string) => read(text, { lines: [entry] });

  it('changes only what the table has a column for', () => {
    const { lines } = change(`id,at,pain\n${entry.id},${entry.at},6\n`);
    expect(lines).toEqual([{ ...entry, pain: 6, rev: lines[0]!.rev, base: entry.rev }]);
    expect(change(`id,at,note\n${entry.id},${entry.at},a\n`).lines).toEqual([entry]);
  });

  it('has its words checked again when they are new, and keeps the signs that were found otherwise', () => {
    expect(change(`id,at,pain,signs,note\n${entry.id},${entry.at},6,,a\n`).unread).toEqual(new Set());
    const { lines, unread } = change(`id,at,pain,signs,note\n${entry.id},${entry.at},5,,b\n`);
    expect(unread).toEqual(new Set([entry.id]));
    expect(lines).toMatchObject([{ note: 'b', signs: ['fever'] }]);
  });

  it('has its words checked where no column says which signs were found', () => {
    const other = revision('2026-11-02T10:00:00Z');
    expect(read(`id,at,signs,note\n${other},2026-11-02 10:00,,b\n`).unread.size).toBe(0);
    expect(read(`id,at,note\n${other},2026-11-02 10:00,b\n`).unread.size).toBe(1);
    expect(read('at,signs,note\n2026-11-02 10:00,,b\n').unread.size).toBe(1);
  });
});

describe('a table that is read again', () => {
  const ZONES = ['UTC', 'Europe/Berlin', 'America/Los_Angeles', 'Asia/Tokyo', 'Australia/Lord_Howe', 'Pacific/Apia'];
  const time = fc.constantFrom('', ' 05:10', ' 18:30:20', 'T18:30:00Z', 'T18:30+02:00');
  const row = fc.record({
    day: fc.integer({ min: 1, max: 20 }),
    time,
    pain: fc.constantFrom('5', '6.0', '6', '65 %', '7/10'),
    note: fc.constantFrom('', 'a', 'b'),
  });
  const table = fc
    .array(row, { minLength: 1, maxLength: 12 })
    .map((rows) =>
      [
        'at;pain;note',
        ...rows.map((one) => `2026-11-${String(one.day).padStart(2, '0')}${one.time};${one.pain};${one.note}`),
      ].join('\n'),
    );
  const moment = fc.record({ zone: fc.constantFrom(...ZONES), hours: fc.integer({ min: 0, max: 400 }) });

  it('tomorrow, in another zone, changes nothing, and gives one entry for each row', () => {
    fc.assert(
      fc.property(table, moment, moment, (text, first, second) => {
        const at = (lines: readonly JournalLine[], { zone, hours }: typeof first) => {
          setZone(zone);
          return read(text, { lines, now: new Date(NOW.getTime() + hours * 3_600_000) }).lines;
        };
        const lines = at([], first);
        expect(fold(lines)).toHaveLength(text.split('\n').length - 1);
        const { fresh, known } = mergeOf(lines, at(lines, second));
        expect([fresh.length, known]).toEqual([0, lines.length]);
      }),
    );
  });

  it('on another device in another zone it is the same entries', () => {
    const ids = ZONES.map((zone) => {
      setZone(zone);
      return read('at;pain\n2026-11-20;6\n2026-11-20;6\n2026-11-20 18:30;6.0\n').lines.map(({ id }) => id);
    });
    expect(new Set(ids.map((all) => all.join())).size).toBe(1);
    expect(new Set(ids[0]).size).toBe(3);
  });

  it('with other columns, in another order, under other names, it is the same', () => {
    const { lines } = read('at;pain;note\n2026-11-20 18:30;6;a\n2026-11-20 18:30;6;a\n');
    const other = read('mood,Text,Score,When\ngood,a,6.0,20/11/2026 18:30:00\nok,a,6,20/11/2026 18:30:00\n', {
      map: readMap(['note=Text', 'pain=Score', 'at=When']),
      lines,
    });
    expect(new Set(other.lines)).toEqual(new Set(lines));
    const more = read('at;pain;note;mood\n2026-11-20 18:30;6;a;\n2026-11-20 18:30;6;a;\n', { lines });
    expect(more.lines).toEqual(lines);
  });

  const TABLE = 'date;pain;text;level\n03/10/2026;6;a;2\n04/10/2026;5;b;3\n05/10/2026;;c;\n'.replace(';;c', ';4;c');
  const again = (journal: readonly JournalLine[], more: Partial<TableInput>) => {
    const { lines, unread } = read(TABLE, { dates: 'dmy', ...more, lines: journal });
    const merge = mergeOf(journal, lines);
    return {
      ...merge,
      unread,
      says: fold([...journal, ...merge.fresh]).map(({ at, pain, note }) => [at.slice(5, 10), pain, note]),
    };
  };
  const first = read(TABLE, { dates: 'dmy' }).lines;
  const note = readMap(['note=text']);

  it('by a better map changes its entries, once, and has their words checked', () => {
    const better = again(first, { map: note });
    expect(better).toMatchObject({ added: 0, changed: 3, known: 0, unread: new Set(first.map(({ id }) => id)) });
    expect(better.says.map(([, , words]) => words)).toEqual(['c', 'b', 'a']);
    const journal = [...first, ...better.fresh];
    expect(again(journal, { map: note })).toMatchObject({ added: 0, changed: 0, known: 3 });
    // A map that leaves the notes out takes none away.
    expect(again(journal, {})).toMatchObject({ added: 0, changed: 0, known: 3 });
  });

  it.each([
    ['another order of the dates', { dates: 'mdy' }, ['05-10', 4]],
    ['another column', { map: readMap(['pain=level', 'note=text']) }, ['10-04', 3]],
    ['another scale', { scale: 100 }, ['10-05', 0]],
  ] satisfies [string, Partial<TableInput>, unknown[]][])('with %s changes its entries', (_what, more, [day, pain]) => {
    const rated = TABLE.replace('05/10/2026;4;c;', '05/10/2026;4;c;4');
    const lines = read(rated, { dates: 'dmy' }).lines;
    const merge = mergeOf(lines, read(rated, { dates: 'dmy', ...more, lines }).lines);
    expect(merge).toMatchObject({ added: 0, removed: 0 });
    expect(merge.changed).toBeGreaterThan(1);
    const after = fold([...lines, ...merge.fresh]).map((one) => [one.at.slice(5, 10), one.pain]);
    expect(after).toHaveLength(3);
    expect(after).toContainEqual([day, pain]);
  });

  it('by a better map leaves what was edited or removed', () => {
    const [c, b, a] = fold(first);
    const journal = [
      ...first,
      edited(a!, revision('2026-11-23T10:00:00Z', 0), { pain: 1 }),
      edited(b!, revision('2026-11-23T10:00:00Z', 1), { note: 'mine' }),
      removed(c!, revision('2026-11-23T10:00:00Z', 2)),
    ];
    expect(again(journal, { map: note }).says).toEqual([
      ['10-04', 5, 'mine'],
      ['10-03', 1, 'a'],
    ]);
  });

  it('by a better map makes an import again that was undone', () => {
    const undone = first.map((line, nth) => removed(line as Entry, revision('2026-11-23T10:00:00Z', nth)));
    const { lines } = read(TABLE, { dates: 'dmy', map: note, lines: [...first, ...undone] });
    const merge = mergeOf([...first, ...undone], lines, new Set(undone.map(({ rev }) => rev)));
    expect(merge).toMatchObject({ added: 3, changed: 0 });
    expect(fold([...first, ...undone, ...merge.fresh]).map((one) => one.note)).toEqual(['c', 'b', 'a']);
  });

  it('adds nothing to entries whose ids an earlier version made from their fields', () => {
    const earlier = first.map((line, nth) => {
      const id = `${line.id.slice(0, 10)}${'ABC'[nth]!.repeat(16)}`;
      return { ...line, id, rev: line.rev === line.id ? id : line.rev };
    });
    expect(again(earlier, {})).toMatchObject({ added: 0, changed: 0, known: 3 });
  });

  it('what was edited stays edited, and what was removed stays removed', () => {
    const text = 'at;pain\n2026-11-20 10:00;6\n2026-11-21 10:00;5\n';
    const lines = read(text).lines;
    const [one, two] = fold(lines);
    const journal = [
      ...lines,
      edited(one!, revision('2026-11-23T10:00:00Z'), { pain: 1 }),
      removed(two!, revision('2026-11-23T10:00:00Z', 1)),
    ];
    setZone('Asia/Tokyo');
    expect(mergeOf(journal, read(text, { lines: journal }).lines).fresh).toEqual([]);
  });
});

const hintOf = (at: string) => {
  setZone('Europe/Berlin');
  try {
    read(`at,pain\n${at},5\n`);
  } catch (error) {
    return (error as UsageError).hint;
  }
  return undefined;
};

it('a time that is ahead is refused with what may be wrong', () => {
  expect(hintOf('2030-01-01 10:00')).toBe('correct the date, or the clock of this computer; nothing was imported');
});

describe('an hour that the clocks changed is refused with what can be written instead', () => {
  it.each([
    ['2026-10-25 02:30', 'say which one: 2026-10-25T02:30:00+02:00 or 2026-10-25T02:30:00+01:00; nothing was imported'],
    ['2026-03-29 02:30', 'use a time before or after; nothing was imported'],
  ])('%s', (at, hint) => {
    expect(hintOf(at)).toBe(hint);
  });

  it.each(['2026-10-25T02:30:00+02:00', '2026-10-25T02:30:00+01:00'])('%s is taken', (at) => {
    expect(hintOf(at)).toBeUndefined();
  });
});
