import { UsageError } from '../../errors.ts';
import { COLUMNS } from './columns.ts';
import type { Row, Rows } from './csv.ts';
import { badImport } from './refusal.ts';

/** What can be mapped to a column: the fields, and a date and a time that stand apart. */
export const MAPPABLE = [...COLUMNS.map(({ name }) => name), 'date', 'time'];

/**
 * Reads what --map says.
 * @param given such as `pain=Intensity`
 * @returns the name of a column by the name of a field, both in lower case
 * @throws UsageError for anything else
 */
export function readMap(given: readonly string[]): Map<string, string> {
  const map = new Map<string, string>();
  for (const text of given) {
    const [field = '', column] = text.split(/=(.*)/s).map((part) => part.trim().toLowerCase());
    const isKnown = MAPPABLE.some((name) => name.toLowerCase() === field);
    if (!isKnown || !column) {
      const what = isKnown ? `--map can't be "${text}"` : `--map: there is no field "${field}"`;
      throw new UsageError(what, {
        code: 'bad-map',
        hint: `for example: --map pain=Intensity; fields: ${MAPPABLE.join(', ')}`,
      });
    }
    if (map.has(field))
      throw new UsageError(`--map names ${field} twice`, { code: 'bad-map', hint: `name one column for ${field}` });
    map.set(field, column);
  }
  return map;
}

/** Where a table comes from, and which of its columns has which field. */
interface Naming {
  readonly file: string;
  readonly map?: ReadonlyMap<string, string>;
}

/**
 * Gives the cells the names of the fields. A date and a time in two columns become one cell, `at`.
 * @throws UsageError where a column is missing
 */
export function namedRows({ names, rows }: Rows, { file, map = new Map() }: Naming) {
  const keys = names.map((name) => name.toLowerCase());
  for (const [field, column] of map) {
    if (keys.includes(column)) continue;
    const right = `name one of its columns: ${names.filter(Boolean).join(', ')}`;
    throw badImport(`${file} has no column "${column}" for ${field}`, right);
  }
  const taken = new Set(map.values());
  const columnOf = (field: string) => {
    const name = field.toLowerCase();
    return map.get(name) ?? (keys.includes(name) && !taken.has(name) ? name : undefined);
  };
  const [at, date, time] = [columnOf('at'), columnOf('date'), columnOf('time')];
  if (at === undefined && date === undefined) throw withoutTime(file, names);
  const fields = COLUMNS.map(({ name }) => name.toLowerCase()).filter((name) => name !== 'at');
  const used = new Set([at ?? date, ...(at === undefined ? [time] : []), ...fields.map(columnOf)]);
  const named = rows.map(({ line, cells }): Row => {
    const cell = (column: string | undefined) => (column === undefined ? '' : (cells.get(column) ?? ''));
    const moment = at === undefined ? `${cell(date)} ${cell(time)}`.trim() : cell(at);
    return { line, cells: new Map([['at', moment], ...fields.map((name) => [name, cell(columnOf(name))] as const)]) };
  });
  const unknownColumns = names.flatMap((name, column) =>
    used.has(keys[column]) ? [] : [name === '' ? `number ${column + 1}, without a name` : name.toLowerCase()],
  );
  return { rows: named, unknownColumns };
}

function withoutTime(file: string, names: readonly string[]): UsageError {
  const right = `say which column it is: --map at="…"; its columns: ${names.filter(Boolean).join(', ')}; unspasm's own: ${COLUMNS.map(({ name }) => name).join(', ')}`;
  return badImport(`${file} has no column "at"`, right);
}
