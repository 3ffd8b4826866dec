import type { Condition } from '../../content/import-maps.ts';
import { UsageError } from '../../errors.ts';
import { COLUMNS } from './columns.ts';

/** What can be mapped to a column: the fields, and a date and a time that stand apart. */
export const MAPPABLE = [...COLUMNS.map(({ name }) => name), 'date', 'time'];

/** Which column has which field: the name of a column by that of a field, both in lower case. */
export type ColumnMap = ReadonlyMap<string, string>;

/**
 * Reads what --map says.
 * @param given such as `pain=Intensity`
 * @throws UsageError for anything else
 */
export function readMap(given: readonly string[]): Map<string, string> {
  const map = new Map<string, string>();
  for (const text of given) {
    const [field = '', column] = partsOf(text);
    if (column) refuseList(text);
    const isKnown = isField(field);
    if (!isKnown || !column) {
      const what = isKnown ? `--map can't be "${text}"` : `--map: there is no field "${field}"`;
      throw new UsageError(what, {
        code: 'bad-map',
        hint: 'for example: --map pain=Intensity; fields such as date, time, pain, note, medicine, areas, triggers and helped',
      });
    }
    if (map.has(field))
      throw new UsageError(`--map names ${field} twice`, { code: 'bad-map', hint: `name one column for ${field}` });
    map.set(field, column);
  }
  return map;
}

// Somebody may write several fields with commas between them; a column is hardly ever called "Datum,pain=Schmerz".
function refuseList(text: string): void {
  const parts = text.split(/,(?=\s*[a-z]+\s*=)/i).map((part) => part.trim());
  if (parts.length < 2 || !parts.every((part) => isField(partsOf(part)[0]!))) return;
  const right = parts.map((part) => (/\s/.test(part) ? `--map "${part}"` : `--map ${part}`));
  throw new UsageError(`--map takes one field, and "${text}" has ${parts.length}`, {
    code: 'bad-map',
    hint: `use --map once for each field: ${right.join(' ')}`,
  });
}

function isField(name: string): boolean {
  return MAPPABLE.some((one) => one.toLowerCase() === name);
}

/**
 * Reads what --rows says. @param given such as `FeatureName=Back pain`
 * @throws UsageError for anything else
 */
export function readRowChoice(given: readonly string[]): Condition[] {
  return given.map((text) => {
    const [column = '', has] = partsOf(text);
    if (column !== '' && has) return { column, has: [has] };
    const hint = 'name a column and a text in it, for example: --rows FeatureName="back pain"';
    throw new UsageError(`--rows can't be "${text}"`, { code: 'bad-rows', hint });
  });
}

function partsOf(text: string): string[] {
  return text.split(/=(.*)/s).map((part) => part.trim().normalize('NFC').toLowerCase());
}
