import type { Context } from '../../app/context.ts';
import type { Option } from '../../terminal/prompter.ts';
import { excerpt } from '../../text/excerpt.ts';
import { readScaled } from '../exchange/columns.ts';
import type { Rows } from '../exchange/csv.ts';
import type { ColumnMap } from '../exchange/name-columns.ts';
import { columnsIn, fieldsIn, hasTime } from '../exchange/named-rows.ts';
import { NEEDED } from '../exchange/row-kind.ts';
import { type DateOrder, twoReadings } from '../exchange/table-time.ts';

/** How many rows are looked at to know what a column contains. */
const LOOKED_AT = 50;
/** How many characters of a cell are shown beside the name of its column. */
const EXAMPLE = 30;
/** No column has this name, as names are trimmed. */
const NONE = ' ';

/** A table whose columns are asked about. */
interface Asked {
  readonly rows: Rows;
  readonly map: ColumnMap;
  readonly scale: number;
}

/**
 * Asks which column of a table is which, one question for each field that is needed and isn't known: when it was, and
 * the pain and the note if there are columns of ratings and of texts.
 * @returns what was mapped already, and what was answered
 */
export async function askColumns(context: Context, { rows, map, scale }: Asked): Promise<ColumnMap> {
  const answers = new Map(map);
  const free = () => freeColumns(rows, answers);
  if (!hasTime(rows, map) && free().length > 0) {
    const at = await askColumn(context, rows, 'Which column says when it was?', free());
    const isDay = sample(rows, at).every((cell) => !/\d:\d|\d ?[ap]\.?m/i.test(cell));
    answers.set(isDay ? 'date' : 'at', at);
    const times = isDay ? free().filter((column) => hasAll(rows, column, isClock)) : [];
    const time =
      times.length > 0 ? await askColumn(context, rows, 'Which column has the time of day?', times, NONE) : NONE;
    if (time !== NONE) answers.set('time', time);
  }
  const known = () => fieldsIn(rows, answers).filter((field) => CONTENT.has(field));
  const ratings = free().filter((column) => hasAll(rows, column, (cell) => readScaled(cell, scale) !== undefined));
  if (!known().includes('pain') && ratings.length > 0) {
    const worst = scale === 10 ? '0 to 10' : `0 to ${scale}`;
    const pain = await askColumn(context, rows, `Which column has your pain, from ${worst}?`, ratings, NONE);
    if (pain !== NONE) answers.set('pain', pain);
  }
  const texts = free().filter((column) => !ratings.includes(column) && sample(rows, column).length > 0);
  if (!known().includes('note') && texts.length > 0) {
    const note = await askColumn(context, rows, 'Which column has your notes?', texts, NONE);
    if (note !== NONE) answers.set('note', note);
  }
  return answers;
}

/** The fields that an entry can be about. */
const CONTENT = new Set<string>(NEEDED);

function freeColumns(rows: Rows, map: ColumnMap): string[] {
  const taken = new Set([...map.values(), ...columnsIn(rows, map), 'at', 'date', 'time']);
  return rows.keys.filter((key) => key !== '' && !taken.has(key));
}

function sample({ rows }: Rows, column: string): string[] {
  return rows.slice(0, LOOKED_AT).flatMap(({ cells }) => cells.get(column) || []);
}

function hasAll(rows: Rows, column: string, test: (cell: string) => boolean): boolean {
  const cells = sample(rows, column);
  return cells.length > 0 && cells.every(test);
}

function isClock(cell: string): boolean {
  return /^\d{1,2}([:.]\d\d)*( ?[ap]\.?m\.?)?$/i.test(cell) && /\D/.test(cell);
}

/** The name of a column as it stands in the file. */
function nameOf({ names, keys }: Rows, column: string): string {
  return names[keys.indexOf(column)] ?? column;
}

/** @param none the id of the answer that no column is meant; without it one has to be chosen */
async function askColumn(
  context: Context,
  rows: Rows,
  question: string,
  columns: readonly string[],
  none?: string,
): Promise<string> {
  const options: Option[] = columns.map((column, at) => {
    const name = nameOf(rows, column);
    const [example] = sample(rows, column);
    return { id: column, label: example ? `${name} (${excerpt(example, EXAMPLE)})` : name, key: String(at + 1) };
  });
  const prompter = await context.prompter();
  const answer = await prompter.choice({
    title: 'Import',
    intro: question,
    options: none === undefined ? options : [...options, { id: none, label: 'none of these', key: '0' }],
  });
  return answer as string;
}

/** Asks for the order of day, month and year, where the dates of a table don't show it. */
export async function askDates(context: Context, cells: readonly string[]): Promise<DateOrder | undefined> {
  const open = twoReadings(cells);
  if (!open) return undefined;
  const prompter = await context.prompter();
  const options = open.readings.map(({ order, words }, at) => ({ id: order, label: words, key: String(at + 1) }));
  return (await prompter.choice({
    title: 'Import',
    intro: `Which day is ${open.cell}?`,
    options,
  })) as DateOrder;
}

/** The options that give the same answers without a question. */
export function asOptions(asked: ColumnMap, given: ColumnMap, rows: Rows): string[] {
  return [...asked]
    .filter(([field]) => !given.has(field))
    .map(([field, column]) => `--map ${field}="${nameOf(rows, column)}"`);
}
