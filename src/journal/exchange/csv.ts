import Papa from 'papaparse';
import type { UsageError } from '../../errors.ts';
import { pluralize } from '../../text/plural.ts';
import type { Entry } from '../core/records.ts';
import { type CellValue, COLUMNS, writeCell } from './columns.ts';
import { badImport } from './refusal.ts';

// What a spreadsheet would run as a formula, also in full-width characters or after spaces (OWASP, "CSV injection").
const RUNS = /^'*\s*[=+\-@\t\r＝＋－＠]/;

/** Entries as CSV (RFC 4180), the oldest first. @param entries the newest first */
export function csvOf(entries: readonly Entry[]): string {
  const rows = entries.toReversed().map((entry) => COLUMNS.map(({ name }) => cellOf(entry[name])));
  return `${Papa.unparse([COLUMNS.map(({ name }) => name), ...rows], { newline: '\r\n' })}\r\n`;
}

// Most cells of most rows are empty.
function cellOf(value: CellValue | undefined): string {
  return value === undefined ? '' : escapeFormula(writeCell(value));
}

/** Puts an apostrophe before a text that a spreadsheet would run as a formula. */
export function escapeFormula(text: string): string {
  return RUNS.test(text) ? `'${text}` : text;
}

/** Takes the apostrophe of {@link escapeFormula} away. */
export function unescapeFormula(text: string): string {
  return text.startsWith("'") && RUNS.test(text) ? text.slice(1) : text;
}

/** A row of a table, and the line of the file where it starts. */
export interface Row {
  readonly line: number;
  /** By the name of the column, in lower case. */
  readonly cells: ReadonlyMap<string, string>;
}

/** The names of the columns, as they stand in the file, and the rows. */
export interface Rows {
  readonly names: readonly string[];
  /** The same names in lower case, by which the cells of a row are found. */
  readonly keys: readonly string[];
  readonly rows: readonly Row[];
}

/** How far down a known header row is looked for: some apps write other tables above it. In rows. */
const HEADER_WITHIN = 100;

/**
 * Reads a CSV text whose first row has the names of the columns, with any line breaks and separators. Excel may put a
 * line such as `sep=;` before it.
 * @param file its name, for errors
 * @param headers names of columns, in lower case: the first row with all names of one of these is the header row, even
 *   where other rows are above it
 * @throws UsageError where it has no rows, or with the line where it isn't a table
 */
export function readRows(text: string, file: string, headers: readonly (readonly string[])[] = []): Rows {
  // Another program, or a person, may have mixed line breaks.
  const lines = text.replace(/\r\n?/g, '\n');
  const [prefix = '', separator] = /^"?sep=(.)"?\n/i.exec(lines) ?? [];
  const table = lines.slice(prefix.length);
  const first = prefix === '' ? 1 : 2;
  const parsed = parsedRows(table, separator ?? delimiterIn(table), { file, first }).filter(
    ({ cells }) => !cells.every((cell) => cell.trim() === ''),
  );
  const top = headerAt(parsed, headers);
  const head = parsed[top];
  if (!head) throw badImport(`${file} is empty`, 'use a table with a header row, which names its columns');
  const names = head.cells.map(nameOf);
  const keys = names.map((name) => name.toLowerCase());
  const twice = keys.find((key, at) => key !== '' && keys.indexOf(key) < at);
  if (twice !== undefined)
    throw badImport(`${file}:${head.line}: two columns are named "${twice}"`, 'give one of them another name');
  const rows = parsed.slice(top + 1).map(({ line, cells }) => {
    if (cells.slice(keys.length).some((cell) => cell.trim() !== '')) throw tooMany(file, head, line, cells.length);
    return { line, cells: new Map(keys.map((key, at) => [key, unescapeFormula(cells[at] ?? '').trim()])) };
  });
  if (rows.length === 0)
    throw badImport(`${file}: the table has no rows`, 'add rows below the one that names its columns');
  return { names, keys, rows };
}

function headerAt(rows: readonly Parsed[], headers: readonly (readonly string[])[]): number {
  const found = rows.slice(0, HEADER_WITHIN).findIndex(({ cells }) => {
    const names = new Set(cells.map((cell) => nameOf(cell).toLowerCase()));
    return headers.some((header) => header.every((name) => names.has(name)));
  });
  return Math.max(0, found);
}

// A name that is typed may have another form of the same letter: an é in one piece, or an e with an accent.
function nameOf(cell: string): string {
  return cell.trim().normalize('NFC');
}

function tooMany(file: string, head: Parsed, line: number, cells: number): UsageError {
  const names = head.cells.length;
  const what = `${file}:${line}: there are ${cells} cells, but ${pluralize(names, 'name')} in line ${head.line}`;
  const isTitle = names === 1;
  return badImport(
    what,
    isTitle ? 'delete the lines above the header row' : 'put a text with separators in double quotes',
  );
}

interface Source {
  readonly file: string;
  /** The line of the file where the table begins. */
  readonly first: number;
}

interface Parsed {
  readonly line: number;
  readonly cells: readonly string[];
}

// A note in quotes may go on over several lines of the file.
function parsedRows(text: string, delimiter: string, { file, first }: Source): Parsed[] {
  const rows: Parsed[] = [];
  let [line, from] = [first, 0];
  Papa.parse<string[]>(text, {
    newline: '\n',
    delimiter,
    step: ({ data, errors, meta: { cursor } }) => {
      if (errors.some(({ type }) => type === 'Quotes'))
        throw badImport(`${file}:${line}: a cell has a quote that isn't closed`, 'write a quote in a cell twice: ""');
      rows.push({ line, cells: data });
      line += text.slice(from, cursor).split('\n').length - 1;
      from = cursor;
    },
  });
  return rows;
}

// Decided by the line of names, as notes contain all kinds of characters. Spreadsheets write semicolons in many countries.
function delimiterIn(text: string): string {
  const head = text.trimStart().split('\n', 1)[0]!;
  const count = (sign: string) => head.split(sign).length;
  return [',', ';', '\t', '|'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
