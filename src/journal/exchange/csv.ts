import Papa from 'papaparse';
import type { UsageError } from '../../errors.ts';
import type { Entry } from '../core/records.ts';
import { COLUMNS, writeCell } from './columns.ts';
import { badImport } from './refusal.ts';

// What a spreadsheet would run as a formula, also in full-width characters or after spaces (OWASP, "CSV injection").
const RUNS = /^'*\s*[=+\-@\t\r＝＋－＠]/;

/** Entries as CSV (RFC 4180), the oldest first. @param entries the newest first */
export function csvOf(entries: readonly Entry[]): string {
  const rows = entries.toReversed().map((entry) => COLUMNS.map(({ name }) => escapeFormula(writeCell(entry[name]))));
  return `${Papa.unparse([COLUMNS.map(({ name }) => name), ...rows], { newline: '\r\n' })}\r\n`;
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

/** The names of the columns, as they stand in the file and in lower case, and the rows. */
export interface Rows {
  readonly names: readonly string[];
  readonly rows: readonly Row[];
}

/**
 * Reads a CSV text whose first line has the names of the columns, with any line breaks and separators. Excel may put a
 * line such as `sep=;` before it.
 * @param file its name, for errors
 * @throws UsageError with the line where it isn't a table
 */
export function readRows(text: string, file: string): Rows {
  // Another program, or a person, may have mixed line breaks.
  const lines = text.replace(/\r\n?/g, '\n');
  const [prefix = '', separator] = /^sep=(.)\n/i.exec(lines) ?? [];
  const table = lines.slice(prefix.length);
  const first = prefix === '' ? 1 : 2;
  const parsed = parsedRows(table, separator ?? delimiterIn(table), { file, first });
  const [head, ...rest] = parsed;
  const names = (head?.cells ?? []).map((name) => name.trim());
  const keys = names.map((name) => name.toLowerCase());
  const twice = keys.find((key, at) => key !== '' && keys.indexOf(key) < at);
  if (twice !== undefined)
    throw badImport(`${file}:${first}: two columns are named "${twice}"`, 'give one of them another name');
  const rows = rest.map(({ line, cells }) => {
    if (cells.slice(keys.length).some((cell) => cell.trim() !== '')) throw tooMany(file, line, cells, keys.length);
    return { line, cells: new Map(keys.map((key, at) => [key, unescapeFormula(cells[at] ?? '').trim()])) };
  });
  return { names, rows: rows.filter(({ cells }) => [...cells.values()].some((cell) => cell !== '')) };
}

function tooMany(file: string, line: number, cells: readonly string[], columns: number): UsageError {
  const what = `${file}:${line}: there are ${cells.length} cells, but ${columns} names in the first line`;
  return badImport(what, 'put a text with separators in double quotes');
}

interface Source {
  readonly file: string;
  /** The line of the file where the table begins. */
  readonly first: number;
}

// A note in quotes may go on over several lines of the file.
function parsedRows(
  text: string,
  delimiter: string,
  { file, first }: Source,
): { readonly line: number; readonly cells: readonly string[] }[] {
  const rows: { line: number; cells: string[] }[] = [];
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
  const head = text.split('\n', 1)[0]!;
  const count = (sign: string) => head.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
