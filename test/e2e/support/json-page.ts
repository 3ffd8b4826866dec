import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A row of a table: the types that a field may have, and whether it may be absent. */
interface Row {
  readonly types: readonly string[];
  readonly isOptional: boolean;
}
type Rows = ReadonlyMap<string, Row>;

const PAGE = join(import.meta.dirname, '..', '..', '..', 'docs', 'json.md');
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?([+-]\d\d:\d\d|Z)?$/;
const DATE = /^\d{4}-\d\d-\d\d$/;
/** A field of this name stands for any. */
const ANY = '…';

const FITS: Readonly<Record<string, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  flag: (value) => typeof value === 'boolean',
  time: (value) => TIME.test(String(value)),
  date: (value) => DATE.test(String(value)),
  null: (value) => value === null,
  list: Array.isArray,
};

/** The tables of docs/json.md by what their headings name: "log list", "rest --moves". */
export function jsonPage(): ReadonlyMap<string, Rows> {
  const sections = readFileSync(PAGE, 'utf8').split(/^### /m).slice(1);
  return new Map(
    sections.flatMap((section) => {
      const [heading = '', ...lines] = section.split('\n');
      const rows = new Map(lines.filter((line) => line.startsWith('| `')).map(rowOf));
      return heading
        .replaceAll('`', '')
        .split(', ')
        .map((name) => [name, rows] as const);
    }),
  );
}

function rowOf(line: string): [string, Row] {
  const [, name = '', type = ''] = line.split('|').map((cell) => cell.trim());
  const isOptional = type.includes(', maybe absent');
  const types = type.replace(', maybe absent', '').split(/, | or /);
  return [name.replaceAll('`', ''), { types, isOptional }];
}

/** What a document has that the page doesn't say, and what it lacks. */
export function problemsWith(document: unknown, name: string, page = jsonPage()): string[] {
  const rows = page.get(name);
  if (!rows) return [`the page has no "${name}"`];
  const { schemaVersion, ...fields } = document as Record<string, unknown>;
  return [...(schemaVersion === 1 ? [] : ['no schemaVersion']), ...problemsIn(fields, '', { rows, page })].map(
    (problem) => `${name}: ${problem}`,
  );
}

interface Place {
  readonly rows: Rows;
  readonly page: ReadonlyMap<string, Rows>;
}

function problemsIn(object: object, path: string, { rows, page }: Place): string[] {
  const at = (name: string) => (path === '' ? name : `${path}.${name}`);
  const missing = [...rows].flatMap(([field, { isOptional }]) => {
    const name = field.slice(path === '' ? 0 : path.length + 1);
    const isHere = at(name) === field && /^\w+$/.test(name);
    return isHere && !isOptional && !Object.hasOwn(object, name) ? [`${field} is missing`] : [];
  });
  const wrong = Object.entries(object).flatMap(([name, value]) => {
    const row = rows.get(at(name));
    if (row) return valueProblems(value, at(name), { rows, page }, row);
    return rows.has(at(ANY)) ? [] : [`${at(name)} isn't on the page`];
  });
  return [...missing, ...wrong];
}

function valueProblems(value: unknown, path: string, place: Place, { types }: Row): string[] {
  const attempts = types.map((type) => problemsAs(type, value, path, place));
  return attempts.some((found) => found.length === 0) ? [] : attempts[0]!;
}

function problemsAs(type: string, value: unknown, path: string, place: Place): string[] {
  const wrong = [`${path} is ${JSON.stringify(value)?.slice(0, 80)}, and not: ${type}`];
  const [, listed] = /^list of (.+)$/.exec(type) ?? [];
  if (listed !== undefined) {
    if (!Array.isArray(value)) return wrong;
    return value.flatMap((one) => problemsAs(listed === 'objects' ? 'object' : listed, one, `${path}[]`, place));
  }
  const [, shape] = /^\[[a-z]+\]\(#(.+)\)$/.exec(type) ?? [];
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (shape !== undefined) {
    const rows = place.page.get(shape);
    return isObject && rows ? problemsIn(value, '', { rows, page: place.page }) : wrong;
  }
  if (type === 'object') return isObject ? problemsIn(value, path, place) : wrong;
  return FITS[type]?.(value) ? [] : wrong;
}
