import type { Context } from '../../app/context.ts';
import type { ImportMap } from '../../content/import-maps.ts';
import { UsageError } from '../../errors.ts';
import { oneOf } from '../../text/did-you-mean.ts';
import { sanitize } from '../../text/sanitize.ts';
import { readWhole } from '../../text/whole-number.ts';
import type { JournalLine } from '../core/records.ts';
import type { Rows } from '../exchange/csv.ts';
import { decode } from '../exchange/decode.ts';
import type { ColumnMap } from '../exchange/name-columns.ts';
import type { Naming } from '../exchange/named-rows.ts';
import { readOperations } from '../exchange/operations.ts';
import { badImport } from '../exchange/refusal.ts';
import type { DateOrder } from '../exchange/table-time.ts';

/** How a table is read, as options say. */
export interface TableOptions {
  readonly app?: string | undefined;
  readonly map?: readonly string[] | undefined;
  readonly rows?: readonly string[] | undefined;
  readonly dates?: DateOrder | undefined;
  readonly scale?: string | undefined;
  readonly strict?: true | undefined;
}

/** Lines that were read from a file. */
export interface ImportedLines {
  readonly lines: readonly JournalLine[];
  /** The ids of those whose words haven't been checked for warning signs yet; absent for lines of another journal. */
  readonly unread?: ReadonlySet<string>;
}

/** What --app takes for a table that isn't from any of the apps. */
const NO_APP = 'none';

/** A table to read, and the journal that its rows are added to. */
interface Source {
  readonly file: string;
  readonly text: string;
  /** The lines of the journal. */
  readonly lines: readonly JournalLine[];
  /** Whether the user may be asked which column is which. */
  readonly asks: boolean;
}

/**
 * Reads a file to import, and names on standard error what could be read in another way.
 * @throws UsageError, with the line, for what can't be read
 */
export async function readImport(
  context: Context,
  path: string,
  options: TableOptions,
  { lines, asks }: Pick<Source, 'lines' | 'asks'>,
): Promise<ImportedLines> {
  const file = path === '-' ? 'standard input' : path;
  const { text, encoding } = decode(context.readBytes(path), file);
  if (/^\s*[{[]/.test(text)) {
    refuseTableOptions(file, options);
    return { lines: readOperations(text, file) };
  }
  if (encoding !== undefined) say(context, [`the file was read as ${encoding}`]);
  return readTableText(context, options, { file, text, lines, asks });
}

async function readTableText(context: Context, options: TableOptions, source: Source): Promise<ImportedLines> {
  const { file, text, lines, asks } = source;
  const [{ readRows }, { readTable }, { readMap, readRowChoice }] = await Promise.all([
    import('../exchange/csv.ts'),
    import('../exchange/read-table.ts'),
    import('../exchange/name-columns.ts'),
  ]);
  const map = readMap(options.map ?? []);
  const apps = appsFor(context, options.app, map);
  const headers = apps.map(({ header }) => header.map((name) => name.toLowerCase()));
  const rows = readRows(text, file, headers);
  const app = appOf(apps, rows);
  if (!app && options.app !== undefined && options.app !== NO_APP) throw notFrom(file, apps[0]!, rows);
  if (app) say(context, [aboutText(app, map)]);
  const given: Naming = { file, map, only: readRowChoice(options.rows ?? []), ...(app && { app }) };
  const asked = asks ? await askAbout(context, rows, given, options) : {};
  const table = readTable(rows, {
    ...given,
    lines,
    now: context.now(),
    ...(options.dates !== undefined && { dates: options.dates }),
    ...asked,
    ...(options.scale !== undefined && { scale: scaleOf(options.scale) }),
    strict: options.strict === true,
  });
  const { notes, unknownColumns, fields } = table;
  say(context, [...notes, ...ignoredText(unknownColumns, app !== undefined || fields.has('note'))]);
  return table;
}

// Lines of another journal are read as they are: somebody who names columns expects something else.
function refuseTableOptions(file: string, options: TableOptions): void {
  const names = ['app', 'map', 'rows', 'dates', 'scale', 'strict'] as const;
  const given = names.filter((name) => options[name] !== undefined).map((name) => `--${name}`);
  if (given.length === 0) return;
  const which = given.length === 1 ? `${given[0]} is` : `${given.join(', ')} are`;
  throw badImport(`${file} is JSON, and ${which} for tables`, 'leave that out, or import a table');
}

/** @param hasNote whether the notes come from another column */
function ignoredText(columns: readonly string[], hasNote: boolean): string[] {
  if (columns.length === 0) return [];
  const how = hasNote ? '' : `. To import one as the note, import the file again with --map note="${columns[0]}"`;
  return [`these columns were not imported: ${columns.join(', ')}${how}`];
}

function say(context: Context, notes: readonly string[]): void {
  if (notes.length > 0) context.note(notes.map((note) => sanitize(`unspasm: ${note}`)));
}

/** The apps that a table may be from: the one that is named, or all, unless the user says which columns to read. */
function appsFor({ content }: Context, typed: string | undefined, map: ColumnMap): readonly ImportMap[] {
  if (typed === undefined) return map.has('at') || map.has('date') ? [] : content.importMaps();
  const apps = content.importMaps();
  const known = [...apps.map(({ id }) => id), NO_APP];
  const id = oneOf('app', typed.toLowerCase(), known);
  return apps.filter((app) => app.id === id);
}

function appOf(apps: readonly ImportMap[], rows: Rows): ImportMap | undefined {
  return apps.find((app) => missingFrom(app, rows).length === 0);
}

function missingFrom({ header }: ImportMap, { keys }: Rows): string[] {
  return header.filter((name) => !keys.includes(name.toLowerCase()));
}

function aboutText({ name, about, offer }: ImportMap, map: ColumnMap): string {
  const more = offer && !map.has(offer.field) ? ` ${offer.text}` : '';
  return `this is a table from ${name}. ${about}${more}`;
}

function notFrom(file: string, app: ImportMap, rows: Rows): UsageError {
  const missing = missingFrom(app, rows);
  const what = `${file} isn't a table from ${app.name}: it has no column ${missing.map((one) => `"${one}"`).join(', ')}`;
  return badImport(what, 'leave out --app, or export the table again');
}

/** Asks which column is which, and for the order of the dates, as far as it isn't known; then says how to do without. */
async function askAbout(
  context: Context,
  rows: Rows,
  given: Naming,
  { dates, scale }: TableOptions,
): Promise<{ readonly map?: ColumnMap; readonly dates?: DateOrder }> {
  const [{ askColumns, askDates, asOptions }, { namedRows }] = await Promise.all([
    import('./import-columns.ts'),
    import('../exchange/named-rows.ts'),
  ]);
  const { app, map: before = new Map<string, string>() } = given;
  const worst = scale === undefined ? 10 : scaleOf(scale);
  const map = app ? before : await askColumns(context, { rows, map: before, scale: worst });
  const cells = namedRows(rows, { ...given, map }).rows.map((row) => row.cells.get('at') ?? '');
  const order = dates ?? app?.dates ?? (await askDates(context, cells));
  const typed = [...asOptions(map, before, rows), ...(order === (dates ?? app?.dates) ? [] : [`--dates ${order}`])];
  if (typed.length > 0) say(context, [`to do this without questions, use ${typed.join(' ')}`]);
  return { map, ...(order !== undefined && { dates: order }) };
}

function scaleOf(text: string): number {
  const worst = readWhole(text);
  if (worst && worst <= 9999) return worst;
  throw new UsageError(`--scale can't be "${text}"`, {
    code: 'bad-scale',
    hint: 'use a whole number from 1 to 9999, such as 100',
  });
}
