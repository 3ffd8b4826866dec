import { UsageError } from '../../errors.ts';
import { type Fields, type Kind, KINDS } from '../core/fields.ts';
import { type Entry, JOURNAL_VERSION, type JournalLine, type Put } from '../core/records.ts';
import { parseLine } from '../core/parse.ts';
import { isUlid, makeUlid, seeded, ulidTime } from '../core/ulid.ts';
import { readWhen, toIso } from '../core/when.ts';
import { type CellValue, COLUMNS, readCell, WITHOUT_COLUMN, writeCell } from './columns.ts';
import { readRows, type Row } from './csv.ts';

/** The device of lines that come from a table. */
const DEVICE = 'imported';
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$/;

/** What is needed to read a table. */
export interface TableInput {
  readonly file: string;
  /** The entries as they are now: a row with the id of one changes it. */
  readonly entries: readonly Entry[];
  readonly now: Date;
}

/** What was read from a table. */
export interface Table {
  readonly lines: readonly JournalLine[];
  /** Names of columns that aren't fields. */
  readonly unknownColumns: readonly string[];
}

/**
 * Reads a table with named columns as lines of the journal. The same table gives the same lines, so it can be imported
 * again.
 * @throws UsageError for the first cell that can't be understood, with its line and column
 */
export function readTable(text: string, reading: TableInput): Table {
  const { names, rows } = readRows(text);
  if (!names.includes('at')) {
    const hint = `a first line of names: at, and pain, note, medicine or therapy; all there are: ${COLUMNS.map(({ name }) => name).join(', ')}`;
    throw new UsageError(`${reading.file} has no column "at"`, { code: 'bad-import', hint });
  }
  const known = new Set(COLUMNS.map(({ name }) => name.toLowerCase()));
  const byId = new Map(reading.entries.map((entry) => [entry.id, entry]));
  return {
    lines: rows.flatMap((row) => lineOf(row, reading, byId)),
    unknownColumns: names.filter((name) => name !== '' && !known.has(name)),
  };
}

function lineOf(row: Row, reading: TableInput, byId: ReadonlyMap<string, Entry>): JournalLine[] {
  const fields = fieldsOf(row, reading);
  const id = row.cells.get('id')?.toUpperCase() ?? '';
  if (id !== '' && !isUlid(id)) throw refusal(reading, row, 'id', id, 'an id as log export writes it, or nothing');
  const former = byId.get(id);
  if (former && isSame(former, fields)) return [former];
  const line = former ? changed(former, fields, reading.now) : added(id === '' ? idOf(fields, row) : id, fields);
  return [readBack(line, row, reading)];
}

// Checked by the reader of the journal, so that nothing is imported that couldn't be read later.
function readBack(line: Put, row: Row, { file }: TableInput): JournalLine {
  const read = parseLine(JSON.stringify(line));
  if (typeof read === 'object') return read;
  throw new UsageError(`${file}:${row.line}: the entry can't be kept: ${read}`, {
    code: 'bad-import',
    hint: 'nothing was imported',
  });
}

function added(id: string, fields: Fields): Put {
  // No entry is about a time after its revision: the newest entries are found by that.
  const time = timeOf(fields);
  const rev = ulidTime(id) >= time ? id : makeUlid(time, seeded(id));
  return { v: JOURNAL_VERSION, op: 'put', id, rev, dev: DEVICE, ...fields };
}

// Fields without a column stay as they were.
function changed(former: Entry, fields: Fields, now: Date): Put {
  const { id, rev: base, dev } = former;
  const rev = makeUlid(Math.max(now.getTime(), ulidTime(base) + 1), seeded(base));
  const kept = WITHOUT_COLUMN.flatMap((name) => (former[name] === undefined ? [] : [[name, former[name]] as const]));
  return { v: JOURNAL_VERSION, op: 'put', id, rev, dev, base, ...Object.fromEntries(kept), ...fields };
}

function isSame(former: Entry, fields: Fields): boolean {
  return COLUMNS.every(({ name }) => name === 'id' || plain(former[name]) === plain(fields[name]));
}

function plain(value: CellValue | undefined): string {
  return writeCell(value).replace(/\r\n?/g, '\n').trim();
}

function fieldsOf(row: Row, reading: TableInput): Fields {
  const fields: Record<string, unknown> = {};
  for (const column of COLUMNS.filter(({ name }) => name !== 'id' && name !== 'at')) {
    const text = row.cells.get(column.name.toLowerCase()) ?? '';
    const read = readCell(column, text);
    if (typeof read === 'string') throw refusal(reading, row, column.name, text, read);
    if (read.value !== undefined) fields[column.name] = read.value;
  }
  const at = momentOf(row, reading);
  return { ...fields, kind: kindOf(fields, row, reading), at };
}

function momentOf(row: Row, reading: TableInput): string {
  const typed = row.cells.get('at') ?? '';
  try {
    const moment = readWhen(typed, reading.now);
    return ISO.test(typed) ? typed : toIso(moment);
  } catch (error) {
    const { message } = error as Error;
    throw new UsageError(`${reading.file}:${row.line}: ${message}`, {
      code: 'bad-import',
      hint: 'nothing was imported',
    });
  }
}

/** The field that an entry of each kind must have; a row without a kind is of the first kind whose field it has. */
const NEEDS: readonly (readonly [Kind, keyof Fields | undefined])[] = [
  ['session', 'therapy'],
  ['pain', 'pain'],
  ['peg', 'peg'],
  ['medicine', 'medicine'],
  ['note', 'note'],
  ['triage', 'level'],
  ['seen', undefined],
  ['resolved', undefined],
];

function kindOf(fields: Readonly<Record<string, unknown>>, row: Row, reading: TableInput): Kind {
  const given = fields['kind'] as string | undefined;
  const kind = given ?? NEEDS.find(([, need]) => need !== undefined && fields[need] !== undefined)?.[0];
  if (kind === undefined) throw refusal(reading, row, 'pain', '', 'a pain, a note, a medicine or a therapy');
  const [known, need] = NEEDS.find(([one]) => one === kind) ?? [];
  if (known === undefined) throw refusal(reading, row, 'kind', kind, `one of ${KINDS.join(', ')}`);
  if (need !== undefined && fields[need] === undefined)
    throw refusal(reading, row, need, '', `something for a ${kind}`);
  return known;
}

function refusal({ file }: TableInput, { line }: Row, column: string, text: string, right: string): UsageError {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return new UsageError(`${file}:${line}: ${column} "${shown}": it takes ${right}`, {
    code: 'bad-import',
    hint: 'nothing was imported',
  });
}

function idOf(fields: Fields, { cells }: Row): string {
  return makeUlid(timeOf(fields), seeded(JSON.stringify([...cells])));
}

// An id can't have a time before 1970.
function timeOf({ at }: Fields): number {
  return Math.max(0, Date.parse(at));
}
