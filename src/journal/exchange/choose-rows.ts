import type { Condition, ImportMap } from '../../content/import-maps.ts';
import type { UsageError } from '../../errors.ts';
import type { Row, Rows } from './csv.ts';
import { badImport } from './refusal.ts';

type Cells = Row['cells'];

/** What rows are chosen by. */
interface Asked {
  readonly file: string;
  readonly app?: ImportMap;
  readonly only?: readonly Condition[];
}

/** Whether a row is one of those that a map means. */
export function fits(conditions: readonly Condition[], cells: Cells): boolean {
  return conditions.every(({ column, has, hasNot = [] }) => {
    const words = wordsIn(cells.get(column.toLowerCase()) ?? '');
    const contains = (text: string) => words.includes(wordsIn(text));
    return has.some(contains) && !hasNot.some(contains);
  });
}

// "Painting" doesn't rate pain, and "backpack" isn't the back: only whole words count.
function wordsIn(text: string): string {
  return ` ${text
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)
    .join(' ')} `;
}

/**
 * Whether a row is one of those that the user chose. What is typed may be a part of a cell, unless it is a whole one:
 * "Back pain" isn't also "Back pain at night" then.
 */
export function chooser({ column, has }: Condition, { rows }: Rows): (cells: Cells) => boolean {
  const cellOf = (cells: Cells) => (cells.get(column.toLowerCase()) ?? '').normalize('NFC').toLowerCase();
  const texts = has.map((text) => text.toLowerCase());
  const isWhole = rows.some(({ cells }) => texts.includes(cellOf(cells)));
  return (cells) => texts.some((text) => (isWhole ? cellOf(cells) === text : cellOf(cells).includes(text)));
}

/** Notes what a row rates. Two spellings of one name are the same. */
export function noteRated(rated: Map<string, string>, cell: string): void {
  const key = cell.normalize('NFC').toLowerCase();
  if (!rated.has(key)) rated.set(key, cell);
}

/** The error where several columns or trackers may rate the pain. */
export function severalRated(file: string, column: string, names: readonly string[]): UsageError {
  const what = `${file} has several things that may rate your pain: ${someOf(names)}`;
  return badImport(what, `choose one: --rows ${column}="${names[0]}"`);
}

/** How many different cells of a column are named. */
const NAMED = 8;

function someOf(cells: readonly string[]): string {
  const shown = cells.slice(0, NAMED).map((cell) => `"${cell}"`);
  return `${shown.join(', ')}${cells.length > NAMED ? ` and ${cells.length - NAMED} more` : ''}`;
}

/** The error where no row can be imported. */
export function withoutRows({ rows }: Rows, { file, app, only = [] }: Asked): UsageError {
  const column = (only[0] ?? app?.rows.flatMap(({ where = [] }) => where).at(-1))?.column;
  if (column === undefined)
    return badImport(`${file} has nothing that unspasm saves`, 'export it again, with all of its columns');
  const cells = [...new Set(rows.map((row) => row.cells.get(column.toLowerCase()) ?? ''))].filter(Boolean);
  const right = `choose them with --rows "${column}=…"; that column has ${someOf(cells)}`;
  return badImport(`${file}: no row fits`, right);
}
