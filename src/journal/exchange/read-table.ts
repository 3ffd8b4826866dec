import { BadTime } from '../core/bad-time.ts';
import type { Fields } from '../core/fields.ts';
import { type Entry, IMPORTED, JOURNAL_VERSION, type JournalLine, type Put } from '../core/records.ts';
import { parseLine, TIME } from '../core/parse.ts';
import { isUlid, makeUlid, seeded, ulidTime } from '../core/ulid.ts';
import { firstStates, fold } from '../core/fold.ts';
import { sameWords } from '../core/signs.ts';
import { fieldsOf as stateOf } from '../core/undo.ts';
import { LONGEST_LINE } from '../core/write.ts';
import { type CellValue, COLUMNS, readCell, readScaled, writeCell } from './columns.ts';
import { type NamedRow, namedRows, type Naming } from './named-rows.ts';
import type { Row, Rows } from './csv.ts';
import { badCell, badImport } from './refusal.ts';
import { kindOf } from './row-kind.ts';
import { idsOfRows, type ReadRow, timeOf as rowTime } from './row-ids.ts';
import { notesOn } from './table-notes.ts';
import { type DateOrder, type Moment, orderOf, readMoment } from './table-time.ts';

/** What is needed to read a table. */
export interface TableInput extends Naming {
  /** The lines of the journal: a row with the id of an entry changes it. */
  readonly lines: readonly JournalLine[];
  readonly now: Date;
  /** The order of the dates, where it isn't clear. */
  readonly dates?: DateOrder;
  /** What the worst pain is in this table; 10 if absent. */
  readonly scale?: number;
  /** Whether ratings that would have to be rounded are refused. */
  readonly strict?: boolean;
}

/** What was read from a table. */
export interface Table {
  readonly lines: readonly JournalLine[];
  /** The ids of the lines whose words haven't been checked for warning signs by unspasm yet. */
  readonly unread: ReadonlySet<string>;
  /** Names of columns that aren't fields. */
  readonly unknownColumns: readonly string[];
  /** The fields that the table has a column for, in lower case. */
  readonly fields: ReadonlySet<string>;
  /** How cells were read that could be read in another way, in words. */
  readonly notes: readonly string[];
}

/** A table while it is read. */
interface Reading extends TableInput {
  readonly order: DateOrder | undefined;
  /** The fields that the table has a column for, in lower case. */
  readonly columns: ReadonlySet<string>;
  readonly entries: ReadonlyMap<string, Entry>;
  /** The first state of each entry. */
  readonly firsts: ReadonlyMap<string, Put>;
  readonly rounded: string[];
  readonly unread: Set<string>;
}

/**
 * Reads a table with named columns as lines of the journal. The same table gives the same lines at any time and in any
 * zone, so it can be imported again.
 * @throws UsageError for the first cell that can't be understood, with its line and column
 */
export function readTable(table: Rows, input: TableInput): Table {
  const { rows, fields, unknownColumns, leftOut, rated } = namedRows(table, input);
  const order = input.dates ?? input.app?.dates ?? orderIn(rows, input.file);
  const reading: Reading = {
    ...input,
    order,
    columns: fields,
    entries: new Map(fold(input.lines).map((entry) => [entry.id, entry])),
    firsts: firstStates(input.lines),
    rounded: [],
    unread: new Set(),
  };
  const read = rows.map((row) => readRow(row, reading));
  const taken = new Set(read.flatMap(({ id }) => id || []));
  const without = read.filter(({ id }) => id === '');
  const ids = idsOfRows(without, reading.firsts, taken).values();
  const lines = read.map((row) => (row.id === '' ? rowLine(ids.next().value!, row, reading) : namedLine(row, reading)));
  return { lines, unread: reading.unread, unknownColumns, fields, notes: notesOn(reading, leftOut, rated) };
}

function orderIn(rows: readonly Row[], file: string): DateOrder | undefined {
  try {
    return orderOf(rows.map(({ line, cells }) => [line, cells.get('at') ?? '']));
  } catch (error) {
    throw badImport(`${file}: ${(error as Error).message}`, 'write all dates in one order');
  }
}

/** A row that was read. */
interface RowRead extends ReadRow {
  readonly row: NamedRow;
  /** The id that the row has in the table, if any. */
  readonly id: string;
  readonly former: Entry | undefined;
}

function readRow(row: NamedRow, reading: Reading): RowRead {
  const id = row.cells.get('id')?.toUpperCase() ?? '';
  if (id !== '' && !isUlid(id)) throw badCell(reading, row, 'id', id, 'an id as log export writes it, or nothing');
  const former = reading.entries.get(id);
  return { row, id, former, source: row.source, ...fieldsOf(row, reading, former) };
}

function namedLine({ row, id, former, fields }: RowRead, reading: Reading): JournalLine {
  if (former && isUnchanged(former, fields)) return former;
  if (former) return readBack(changed(former, fields, reading), row, reading);
  // Only our own exports have this column, and their words have been checked already.
  if (!reading.columns.has('signs')) reading.unread.add(id);
  return readBack(added(id, fields), row, reading);
}

function rowLine(id: string, { row, fields, said }: RowRead, reading: Reading): JournalLine {
  const first = reading.firsts.get(id);
  if (!first) {
    reading.unread.add(id);
    return readBack(added(id, fields), row, reading);
  }
  const news = newsIn(first, fields, said, reading);
  if (Object.keys(news).length === 0) return first;
  const current = reading.entries.get(id);
  if (!current) {
    // A removed entry stays removed, as a line with this revision is there already; only an import that was undone takes
    // up what the row says now.
    reading.unread.add(id);
    return readBack({ ...first, ...news }, row, reading);
  }
  // What was edited since stays as it is.
  const isAsImported = ([name]: [string, unknown]) => sameValue(valueOf(current, name), valueOf(first, name));
  const untouched = Object.entries(news).filter(isAsImported);
  if (untouched.length === 0) return first;
  return readBack(changed(current, { ...stateOf(current), ...Object.fromEntries(untouched) }, reading), row, reading);
}

/** What a row says now and didn't say when it was imported first, because it was read by another map. */
function newsIn(first: Put, fields: Fields, said: string, { columns }: Reading): Partial<Fields> {
  const isFuller = Object.keys(stateOf(first)).every((name) => Object.hasOwn(fields, name) || NOT_READ.has(name));
  const isNew = ([name, value]: [string, unknown]) => {
    // The zone may be another one than when the row was imported first.
    if (name === 'at') return rowTime(said) !== ulidTime(first.id);
    if (name === 'kind' ? !isFuller : NOT_READ.has(name) || !columns.has(name.toLowerCase())) return false;
    return !sameValue(value, valueOf(first, name));
  };
  return Object.fromEntries(Object.entries(fields).filter(isNew));
}

/** The fields that aren't what a table says: what unspasm found in the words. */
const NOT_READ = new Set(['signs', 'unsure']);

function valueOf(entry: Put, name: string): unknown {
  return entry[name as keyof Put];
}

function sameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

// Checked by the reader of the journal, so that nothing is imported that couldn't be read later.
function readBack(line: Put, row: Row, { file }: TableInput): JournalLine {
  const text = JSON.stringify(line);
  const read =
    Buffer.byteLength(text) > LONGEST_LINE ? 'it is longer than the 60 000 letters or so that fit' : parseLine(text);
  if (typeof read === 'object') return read;
  throw badImport(`${file}:${row.line}: this entry can't be imported: ${read}`, 'correct it and import the file again');
}

function added(id: string, fields: Fields): Put {
  // No entry is about a time after its revision: the newest entries are found by that.
  const time = timeOf(fields);
  const rev = ulidTime(id) >= time ? id : makeUlid(time, seeded(id));
  return { v: JOURNAL_VERSION, op: 'put', id, rev, dev: IMPORTED, ...fields };
}

function changed(former: Entry, fields: Fields, { now, unread }: Reading): Put {
  const { id, rev: base, dev } = former;
  const rev = makeUlid(Math.max(now.getTime(), ulidTime(base) + 1), seeded(base));
  if (!sameWords(former, fields)) unread.add(id);
  return { v: JOURNAL_VERSION, op: 'put', id, rev, dev, base, ...fields };
}

function isUnchanged(former: Entry, fields: Fields): boolean {
  return COLUMNS.every(({ name }) => name === 'id' || plain(former[name]) === plain(fields[name]));
}

function plain(value: CellValue | undefined): string {
  return writeCell(value).replace(/\r\n?/g, '\n').trim();
}

function fieldsOf(row: Row, reading: Reading, former?: Entry): { fields: Fields; said: string } {
  const fields: Record<string, unknown> = former ? keptOf(former, reading) : {};
  for (const column of COLUMNS.filter(({ name }) => name !== 'id' && name !== 'at' && !(name in fields))) {
    const text = row.cells.get(column.name.toLowerCase()) ?? '';
    // Another program may have put a value into the journal that isn't a rating, or a kind that we don't know: it stays.
    const isSame = former !== undefined && text === plain(former[column.name]);
    const read = isSame ? { value: former[column.name] } : readCell(column, text, reading.scale);
    if (typeof read === 'string') throw badCell(reading, row, column.name, text, read);
    if (column.type === 'rating' && text !== '' && !isSame) noteRounding(row, reading, column.name, text);
    if (read.value !== undefined) fields[column.name] = read.value;
  }
  const typed = row.cells.get('at') ?? '';
  const isOurs = typed === former?.at || (row.cells.get('id') && isOwnTime(typed));
  const { at, said } = isOurs ? { at: typed, said: typed } : momentOf(typed, row, reading);
  return { fields: { ...fields, kind: kindOf(fields, row, reading, former), at }, said };
}

// In a row with an id the time is one of the journal's own: it is kept to the letter, even if a wrong clock made it.
function isOwnTime(typed: string): boolean {
  return TIME.test(typed) && !Number.isNaN(Date.parse(typed));
}

// A field without a column stays as it was, also one that this version doesn't know. So do the warning signs that were
// found in the words: a table doesn't take them away.
function keptOf(former: Entry, { columns }: Reading): Record<string, unknown> {
  const isKept = (name: string) => (former.kind !== 'triage' && NOT_READ.has(name)) || !columns.has(name.toLowerCase());
  return Object.fromEntries(Object.entries(stateOf(former)).filter(([name]) => isKept(name)));
}

function noteRounding(row: Row, reading: Reading, name: string, text: string): void {
  const { value, isExact } = readScaled(text, reading.scale ?? 10)!;
  if (isExact) return;
  if (reading.strict) throw badCell(reading, row, name, text, 'a whole number from 0 to 10, as --strict asks');
  reading.rounded.push(`${name} "${text}" as ${value} (line ${row.line})`);
}

function momentOf(typed: string, row: Row, { file, now, order }: Reading): Moment {
  try {
    return readMoment(typed, now, order);
  } catch (error) {
    const { message } = error as Error;
    const bad = error instanceof BadTime ? error : undefined;
    const what = bad ? message : `"${typed}": ${message}`;
    throw badImport(`${file}:${row.line}: ${what}`, rightTime(typed, bad));
  }
}

function rightTime(typed: string, bad: BadTime | undefined): string {
  // The date is fine there: the hint names the hours that can be meant.
  if (bad?.reason === 'clocks changed') return bad.hint;
  if (bad?.reason === 'ahead') return 'correct the date, or the clock of this computer';
  // A spreadsheet counts days, and a database seconds.
  if (/^\d{4,}([.,]\d+)?$/.test(typed))
    return 'show that column as a date and time in the program that it comes from, and save the table again';
  return 'write the date as year-month-day: 2026-11-20 18:30';
}

// An id can't have a time before 1970.
function timeOf({ at }: Fields): number {
  return Math.max(0, Date.parse(at));
}
