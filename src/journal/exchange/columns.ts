import { pluralize } from '../../text/plural.ts';
import { readRating } from '../core/rating.ts';
import type { Entry } from '../core/records.ts';
import { FIELD_NAMES, type FieldName, FIELDS, fieldOf, type FieldType } from '../core/fields.ts';

type WithoutColumn = {
  [Name in FieldName]: (typeof FIELDS)[Name] extends { column: false } ? Name : never;
}[FieldName];

/** A column of the table of entries. */
export interface Column {
  readonly name: Exclude<FieldName, WithoutColumn> | 'id';
  readonly type: FieldType;
}

/** The columns in their order: the id of an entry, and its fields. */
export const COLUMNS: readonly Column[] = [
  { name: 'id', type: 'text' },
  ...FIELD_NAMES.filter(hasColumn).map((name) => ({ name, type: fieldOf(name).type })),
];

/**
 * What other programs, and people, call the columns of some fields, in lower case. A rating has only names that say that it
 * rates pain: an intensity may be that of a run.
 */
export const OTHER_NAMES: ReadonlyMap<string, readonly string[]> = new Map([
  ['at', ['timestamp', 'datetime', 'date time', 'date/time', 'date and time']],
  ['pain', ['pain level', 'pain score', 'pain rating', 'pain intensity', 'pain severity', 'level of pain']],
  ['areas', ['area', 'location', 'locations', 'pain location', 'body part', 'body parts', 'place', 'places']],
  ['triggers', ['trigger', 'cause', 'causes']],
  ['helped', ['what helped', 'relief', 'pain relief']],
  ['medicine', ['medicines', 'medication', 'medications', 'meds', 'painkiller', 'painkillers']],
  [
    'note',
    ['notes', 'comment', 'comments', 'remark', 'remarks', 'description', 'symptom', 'symptoms', 'details', 'diary'],
  ],
]);

function hasColumn(name: FieldName): name is Exclude<FieldName, WithoutColumn> {
  return fieldOf(name).column !== false;
}

/** What some entries say that no column has room for, in words. */
export function leftOutOfTable(entries: readonly Entry[]): string[] {
  const count = entries.filter((entry) => WITHOUT_COLUMN.some((name) => entry[name] !== undefined)).length;
  if (count === 0) return [];
  return [
    `what was asked in ${pluralize(count, 'entry', 'entries')}, and the answers of a check, are not in the table; JSON has them`,
  ];
}

const WITHOUT_COLUMN = FIELD_NAMES.filter((name) => !hasColumn(name));

const BETWEEN = ';';

/** Writes a field as the text of a cell. */
export function writeCell(value: CellValue | undefined): string {
  if (value === undefined) return '';
  // A trigger in the user's own words may have a semicolon in it.
  if (typeof value === 'object')
    return value.map((one) => String(one).replace(/[\\;]/g, String.raw`\$&`)).join(BETWEEN);
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}

/** A value of a field that has a column. */
export type CellValue = string | number | boolean | readonly (string | number)[];

const TEXT: Cell = ['some text', (text) => text];

/** For each type of field: what a cell has to contain, in words, and how it is read. */
const CELLS: Readonly<Record<FieldType, Cell>> = {
  text: TEXT,
  kind: TEXT,
  time: TEXT,
  rating: ['a whole number from 0 to 10', (text, scale) => readScaled(text, scale)?.value],
  minutes: ['a number of minutes', (text) => (/^\d{1,5}(\.\d+)?$/.test(text) ? Number(text) : undefined)],
  flag: ['yes or no', (text) => FLAGS.get(text.toLowerCase())],
  list: ['a list', partsOf],
  ratings: ['three whole numbers from 0 to 10, such as 6;5;7', ratingsOf],
  answers: ['an empty cell', () => undefined],
};

type Cell = readonly [right: string, read: (text: string, scale: number) => unknown];

const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['true', true],
  ['no', false],
  ['false', false],
]);

/**
 * Reads a rating of another program: 6, 6.0, 6,5, 7/10 or 65 %. It is rounded to the nearest whole number from 0 to 10, a
 * half upwards.
 * @param scale what the worst pain is called there, where no other is named
 * @returns the rating, and whether more than its form was changed; undefined for anything else
 */
export function readScaled(text: string, scale: number): { value: number; isExact: boolean } | undefined {
  const inWords = scale === 10 ? readRating(text) : undefined;
  if (inWords !== undefined) return { value: inWords, isExact: true };
  const [, number = '', of, percent] = /^(\d{1,4}(?:[.,]\d{1,9})?) ?(?:\/ ?(\d{1,3})|(%))?$/.exec(text) ?? [];
  const worst = percent ? 100 : of === undefined ? scale : Number(of);
  const value = number === '' || worst === 0 ? NaN : (Number(number.replace(',', '.')) * 10) / worst;
  // Whole tens of a scale to 100 are exact, and so is 6.0.
  return value >= 0 && value <= 10 ? { value: Math.round(value), isExact: Number.isInteger(value) } : undefined;
}

/**
 * Reads the text of a cell.
 * @param scale the worst pain of a rating
 * @returns its value, no value for an empty cell, or in words what the cell has to contain
 */
export function readCell({ type }: Column, text: string, scale = 10): { readonly value?: unknown } | string {
  const [right, read] = CELLS[type];
  if (text === '') return {};
  const value = read(text, scale);
  return value === undefined ? right : { value };
}

function ratingsOf(text: string): number[] | undefined {
  const ratings = partsOf(text).flatMap((part) => readRating(part) ?? []);
  return ratings.length === 3 && partsOf(text).length === 3 ? ratings : undefined;
}

const PART = /(?:\\[\\;]|[^;])+/g;

function partsOf(text: string): string[] {
  const parts = text.match(PART) ?? [];
  return parts.map((part) => part.replace(/\\([\\;])/g, '$1').trim()).filter(Boolean);
}
