import type { Condition, ImportMap, RowMap } from '../../content/import-maps.ts';
import type { UsageError } from '../../errors.ts';
import { offsetText } from '../core/day.ts';
import { chooser, fits, noteRated, severalRated, withoutRows } from './choose-rows.ts';
import { COLUMNS, OTHER_NAMES, readScaled } from './columns.ts';
import type { Row, Rows } from './csv.ts';
import type { ColumnMap } from './name-columns.ts';
import { badImport } from './refusal.ts';

/** How a table is read: the map of an app, or what its own columns are named. */
export interface Naming {
  readonly file: string;
  /** What --map says; it counts more than the map of an app. */
  readonly map?: ColumnMap;
  /** The map of the app that the table comes from. */
  readonly app?: ImportMap;
  /** Only the rows that fit all of these are read. */
  readonly only?: readonly Condition[];
}

/** A row by the names of fields. */
export interface NamedRow extends Row {
  /** The same row by the names of its columns. */
  readonly source: Row['cells'];
}

/** The rows of a table by the names of fields. */
export interface NamedRows {
  readonly rows: readonly NamedRow[];
  /** The fields that the table has a column for, in lower case. */
  readonly fields: ReadonlySet<string>;
  readonly unknownColumns: readonly string[];
  /** The lines of the rows that were left out, because they have nothing to save or weren't chosen. */
  readonly leftOut: readonly number[];
  /** What was rated, where the map of an app asks for one and the user hasn't chosen. */
  readonly rated?: string;
}

/** How a table becomes rows, whether an app's map says so or the names of its columns. */
type Plan = Pick<ImportMap, 'at' | 'notTimes' | 'minutesAhead' | 'rows' | 'one'>;

/**
 * Gives the cells the names of the fields. A date and a time in two columns become one cell, `at`.
 * @throws UsageError where a column is missing, or no row fits
 */
export function namedRows(table: Rows, naming: Naming): NamedRows {
  const { file, app, only = [] } = naming;
  const { keys } = table;
  for (const [column, what] of columnsAsked(naming)) {
    if (keys.includes(column)) continue;
    const right = `name one of its columns: ${table.names.filter(Boolean).join(', ')}`;
    throw badImport(`${file} has no column "${column}"${what}`, right);
  }
  const plan = app ? withMap(app, naming.map) : planOf(keys, naming.map);
  if (!plan) throw withoutTime(file, table, naming.map);
  const writers = new Map(plan.rows.map((one) => [one, writersOf(one)]));
  const timeOf = timeWriter(plan);
  const chosen = only.map((condition) => chooser(condition, table));
  const leftOut: number[] = [];
  const rated = new Map<string, string>();
  const rows = table.rows.flatMap(({ line, cells }): NamedRow[] => {
    const fitting = chosen.every((isChosen) => isChosen(cells)) ? rowMapFor(plan, cells, only) : undefined;
    const fields = fitting && fieldsOf(writers.get(fitting)!, cells);
    // An app writes rows with nothing in them, such as a day on which only the weather was noted.
    const isEmpty = fields && app && [...fields.values()].every((cell) => cell === '');
    if (!fields || isEmpty) leftOut.push(line);
    else if (plan.one !== undefined) noteRated(rated, cells.get(plan.one.toLowerCase()) ?? '');
    return !fields || isEmpty ? [] : [{ line, cells: new Map([['at', timeOf(cells)], ...fields]), source: cells }];
  });
  if (rows.length === 0 && leftOut.length > 0) throw withoutRows(table, naming);
  const isOneChosen = only.some(({ column }) => column.toLowerCase() === plan.one?.toLowerCase());
  if (rated.size > 1 && !isOneChosen) throw severalRated(file, plan.one!, [...rated.values()]);
  const used = usedIn(plan, only);
  const unknownColumns = table.names.flatMap((name, column) =>
    used.has(keys[column]!) ? [] : [name === '' ? `number ${column + 1}, without a name` : name.toLowerCase()],
  );
  const fields = new Set(plan.rows.flatMap((one) => Object.keys(one.fields).map((name) => name.toLowerCase())));
  const [first] = isOneChosen ? [] : rated.values();
  return { rows, fields, unknownColumns, leftOut, ...(first !== undefined && { rated: first }) };
}

function columnsAsked({ map = new Map(), only = [] }: Naming): (readonly [column: string, what: string])[] {
  return [
    ...[...map].map(([field, column]) => [column, ` for ${field}`] as const),
    ...only.map(({ column }) => [column, ''] as const),
  ];
}

/** The plan for a table whose columns have the names of fields, or whose fields are mapped. */
function planOf(keys: readonly string[], map: ColumnMap = new Map()): Plan | undefined {
  const taken = new Set(map.values());
  const columnsOf = (field: string): readonly string[] => {
    const mapped = map.get(field);
    if (mapped !== undefined) return [mapped];
    return [field, ...(OTHER_NAMES.get(field) ?? [])].filter((name) => keys.includes(name) && !taken.has(name));
  };
  const [at, date, time] = ['at', 'date', 'time'].map((field) => columnsOf(field)[0]);
  const times = at === undefined ? [date, time] : [at];
  if (times[0] === undefined) return undefined;
  const fields = COLUMNS.filter(({ name }) => name !== 'at').flatMap(({ name, type }) => {
    // Of several columns with words none is lost; there can be only one rating.
    const named = columnsOf(name.toLowerCase());
    const columns = type === 'text' || type === 'list' ? named : named.slice(0, 1);
    return columns.length === 0 ? [] : [[name.toLowerCase(), columns.map((column) => `{${column}}`)] as const];
  });
  return {
    at: times.flatMap((column) => (column === undefined ? [] : [`{${column}}`])),
    rows: [{ fields: Object.fromEntries(fields) }],
  };
}

/** Whether a table has a column that says when its rows were. */
export function hasTime({ keys }: Rows, map?: ColumnMap): boolean {
  return planOf(keys, map) !== undefined;
}

/** The columns that are read, in lower case. */
export function columnsIn({ keys }: Rows, map?: ColumnMap): ReadonlySet<string> {
  const plan = planOf(keys, map);
  return plan ? usedIn(plan, []) : new Set();
}

/** The fields that a table has columns for, in lower case. */
export function fieldsIn({ keys }: Rows, map?: ColumnMap): string[] {
  return planOf(keys, map)?.rows.flatMap(({ fields }) => Object.keys(fields)) ?? [];
}

function withMap(app: ImportMap, map: ColumnMap = new Map()): Plan {
  const column = (field: string) => {
    const name = map.get(field);
    return name === undefined ? [] : [`{${name}}`];
  };
  const at = map.has('at') ? column('at') : [...column('date'), ...column('time')];
  const own = [...map.keys()].filter((field) => !['at', 'date', 'time'].includes(field));
  const fields = Object.fromEntries(own.map((field) => [field, column(field)]));
  // What the user maps isn't said once more in words.
  const mapped = new Set(own.map((field) => map.get(field)!));
  const isOther = (template: string) =>
    ![...template.matchAll(COLUMN_IN)].some(([, name]) => mapped.has(name!.toLowerCase()));
  const rows = app.rows.map((one) => ({ ...one, fields: { ...lowerCased(one.fields, isOther), ...fields } }));
  return { ...app, rows, ...(at.length > 0 && { at }) };
}

function lowerCased(fields: RowMap['fields'], isMeant: (template: string) => boolean): RowMap['fields'] {
  return Object.fromEntries(
    Object.entries(fields).map(([name, templates]) => [name.toLowerCase(), [templates].flat().filter(isMeant)]),
  );
}

type Cells = Row['cells'];

function rowMapFor({ rows }: Plan, cells: Cells, only: readonly Condition[]): RowMap | undefined {
  // What --rows says of a column replaces what the map says of it.
  const chosen = new Set(only.map(({ column }) => column));
  return rows.find(({ where = [] }) =>
    fits(
      where.filter(({ column }) => !chosen.has(column.toLowerCase())),
      cells,
    ),
  );
}

/** For each field the functions that write its texts from the cells of a row. */
type Writers = readonly (readonly [field: string, texts: readonly ((cells: Cells) => string)[]])[];

// Each template is read once, not for every row.
function writersOf({ fields }: RowMap): Writers {
  return Object.entries(fields).map(([name, templates]) => [name, [templates].flat().map(writerOf)]);
}

function writerOf(template: string): (cells: Cells) => string {
  const [, only] = /^\{([^{}]+)\}$/.exec(template) ?? [];
  if (only === undefined) return (cells) => filled(template, cells);
  const column = only.toLowerCase();
  return (cells) => cells.get(column) ?? '';
}

function fieldsOf(writers: Writers, cells: Cells): Map<string, string> {
  return new Map(
    writers.map(([name, texts]) => [
      name,
      texts
        .map((text) => text(cells))
        .filter(Boolean)
        .join('; '),
    ]),
  );
}

const COLUMN_IN = /\{([^{}]+)\}/g;

function filled(template: string, cells: Cells): string {
  let isEmpty = false;
  const text = template.replace(COLUMN_IN, (_, column: string) => {
    const cell = cells.get(column.toLowerCase()) ?? '';
    isEmpty ||= cell === '';
    return cell;
  });
  return isEmpty ? '' : text;
}

/** @returns a function that writes when a row was */
function timeWriter({ at, notTimes = [], minutesAhead }: Plan): (cells: Cells) => string {
  const texts = at.map(writerOf);
  const aheadIn = minutesAhead?.toLowerCase();
  return (cells) => {
    const parts = texts.map((text) => text(cells)).filter((part) => !notTimes.includes(part.toLowerCase()));
    const ahead = aheadIn === undefined ? '' : (cells.get(aheadIn) ?? '');
    const zone = /^-?\d{1,3}$/.test(ahead) ? offsetText(Number(ahead)) : '';
    return [...parts, zone].filter(Boolean).join(' ');
  };
}

function usedIn(plan: Plan, only: readonly Condition[]): ReadonlySet<string> {
  const templates = [...plan.at, ...plan.rows.flatMap(({ fields }) => Object.values(fields).flat())];
  const columns = [
    ...templates.flatMap((template) => [...template.matchAll(COLUMN_IN)].map(([, column]) => column!)),
    ...[...only, ...plan.rows.flatMap(({ where = [] }) => where)].map(({ column }) => column),
    ...(plan.minutesAhead === undefined ? [] : [plan.minutesAhead]),
  ];
  return new Set(columns.map((column) => column.toLowerCase()));
}

function withoutTime(file: string, { names, rows }: Rows, map: ColumnMap = new Map()): UsageError {
  const cellsOf = (name: string) => rows.flatMap(({ cells }) => cells.get(name.toLowerCase()) || []);
  const all = (name: string, test: (cell: string) => boolean) => cellsOf(name).length > 0 && cellsOf(name).every(test);
  const free = names.filter((name) => name !== '' && ![...map.values()].includes(name.toLowerCase()));
  const date = free.find((name) => all(name, (cell) => /\d[^\d\s]\d|\d \p{L}+ \d/u.test(cell)));
  const pain = free.find((name) => name !== date && all(name, (cell) => readScaled(cell, 100) !== undefined));
  const note = free.find((name) => all(name, (cell) => /\p{L}/u.test(cell)) && name !== date);
  const example = Object.entries({ date: date ?? free[0], pain, note: map.has('note') ? undefined : note })
    .filter(([field, name]) => name !== undefined && !map.has(field))
    .map(([field, name]) => `--map ${field}="${name}"`);
  const right = `say which of its columns is which, such as ${example.join(' ')}; its columns: ${names.filter(Boolean).join(', ')}`;
  return badImport(`${file} has no column "at" or "date"`, right);
}
