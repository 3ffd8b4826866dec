import Papa from 'papaparse';
import type { Entry } from '../core/records.ts';
import { COLUMNS, writeCell } from './columns.ts';

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

/** Reads a CSV text whose first line has the names of the columns, with any line breaks and separators. */
export function readRows(text: string): { readonly names: readonly string[]; readonly rows: readonly Row[] } {
  // Another program, or a person, may have mixed line breaks.
  const lines = text.replace(/\r\n?/g, '\n');
  const [head, ...rest] = parsedRows(lines);
  const names = (head?.cells ?? []).map((name) => name.trim().toLowerCase());
  const rows = rest.map(({ line, cells }) => ({
    line,
    cells: new Map(names.map((name, column) => [name, unescapeFormula(cells[column] ?? '').trim()])),
  }));
  return { names, rows: rows.filter(({ cells }) => [...cells.values()].some((cell) => cell !== '')) };
}

// A note in quotes may go on over several lines of the file.
function parsedRows(text: string): { readonly line: number; readonly cells: readonly string[] }[] {
  const rows: { line: number; cells: string[] }[] = [];
  let [line, from] = [1, 0];
  Papa.parse<string[]>(text, {
    newline: '\n',
    delimiter: delimiterIn(text),
    step: ({ data, meta: { cursor } }) => {
      rows.push({ line, cells: data });
      line += text.slice(from, cursor).split('\n').length - 1;
      from = cursor;
    },
  });
  return rows;
}

// Decided by the line of names, as notes contain all kinds of characters. Spreadsheets write semicolons in many countries.
function delimiterIn(text: string): string {
  const head = text.slice(0, text.indexOf('\n'));
  const count = (sign: string) => head.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
