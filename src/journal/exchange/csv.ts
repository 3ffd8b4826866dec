import Papa from 'papaparse';
import type { Entry } from '../core/records.ts';
import { COLUMNS, writeCell } from './columns.ts';

// What a spreadsheet would run, its wide forms and hidden beginnings included; see OWASP, "CSV injection".
const RUNS = /^'*\s*[=+\-@\t\r＝＋－＠]/;

/** Entries as CSV (RFC 4180), the oldest first. @param entries the newest first */
export function csvOf(entries: readonly Entry[]): string {
  const rows = entries.toReversed().map((entry) => COLUMNS.map(({ name }) => neutral(writeCell(entry[name]))));
  return `${Papa.unparse([COLUMNS.map(({ name }) => name), ...rows], { newline: '\r\n' })}\r\n`;
}

/** A text that no spreadsheet takes for a formula: an apostrophe stands before it. */
export function neutral(text: string): string {
  return RUNS.test(text) ? `'${text}` : text;
}

/** The text that {@link neutral} was given. */
export function original(text: string): string {
  return text.startsWith("'") && RUNS.test(text) ? text.slice(1) : text;
}

/** A row of a table, and the line of the file it begins at. */
export interface Row {
  readonly line: number;
  /** By the name of the column, in lower case. */
  readonly cells: ReadonlyMap<string, string>;
}

/** The rows of a CSV text with a line of names, whatever its line ends and its sign between cells. */
export function readRows(text: string): { readonly names: readonly string[]; readonly rows: readonly Row[] } {
  // A hand, or another program, may have mixed them.
  const lines = text.replace(/\r\n?/g, '\n');
  const { data } = Papa.parse<string[]>(lines, { newline: '\n', delimiter: delimiterIn(lines) });
  const [head = [], ...rest] = data;
  const names = head.map((name) => name.trim().toLowerCase());
  const rows = rest.map((cells, at) => ({
    line: at + 2,
    cells: new Map(names.map((name, column) => [name, original(cells[column] ?? '').trim()])),
  }));
  return { names, rows: rows.filter(({ cells }) => [...cells.values()].some((cell) => cell !== '')) };
}

// By the line of names: notes hold all kinds of signs. A German spreadsheet writes semicolons.
function delimiterIn(text: string): string {
  const head = text.slice(0, text.indexOf('\n'));
  const count = (sign: string) => head.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
