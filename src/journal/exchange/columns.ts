import { readRating } from '../core/rating.ts';
import type { Fields } from '../core/records.ts';

type CellName = Exclude<keyof Fields, 'answers' | 'asked' | 'notAsked'> | 'id';

/** A column of the table of entries: its name, what of an entry it holds, and how that is written. */
export interface Column {
  readonly name: CellName;
  readonly kind: 'text' | 'rating' | 'minutes' | 'list' | 'flag' | 'ratings';
}

/** In the order of the table; each is a field of an entry. What a check asked and answered is in the JSON alone. */
export const COLUMNS: readonly Column[] = [
  { name: 'id', kind: 'text' },
  { name: 'at', kind: 'text' },
  { name: 'tz', kind: 'text' },
  { name: 'kind', kind: 'text' },
  { name: 'pain', kind: 'rating' },
  { name: 'areas', kind: 'list' },
  { name: 'triggers', kind: 'list' },
  { name: 'helped', kind: 'list' },
  { name: 'limited', kind: 'flag' },
  { name: 'medicine', kind: 'text' },
  { name: 'therapy', kind: 'text' },
  { name: 'form', kind: 'text' },
  { name: 'stretches', kind: 'list' },
  { name: 'minutes', kind: 'minutes' },
  { name: 'planned', kind: 'minutes' },
  { name: 'took', kind: 'minutes' },
  { name: 'ended', kind: 'text' },
  { name: 'hurt', kind: 'list' },
  { name: 'painBefore', kind: 'rating' },
  { name: 'painAfter', kind: 'rating' },
  { name: 'level', kind: 'text' },
  { name: 'signs', kind: 'list' },
  { name: 'unsure', kind: 'list' },
  { name: 'peg', kind: 'ratings' },
  { name: 'note', kind: 'text' },
];

const BETWEEN = ';';

/** A field as the text of a cell. */
export function writeCell(value: CellValue | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'object') return value.join(BETWEEN);
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}

/** What a field holds. */
export type CellValue = string | number | boolean | readonly (string | number)[];

/** How each kind of cell is read, and what it takes in words. */
const KINDS_OF_CELLS: Readonly<Record<Column['kind'], readonly [right: string, read: (text: string) => unknown]>> = {
  text: ['a text', (text) => text],
  rating: ['a whole number from 0 to 10', readRating],
  minutes: ['minutes', (text) => (/^\d{1,5}(\.\d+)?$/.test(text) ? Number(text) : undefined)],
  flag: ['yes or no', (text) => FLAGS.get(text.toLowerCase())],
  list: ['a list', partsOf],
  ratings: ['three whole numbers from 0 to 10, as 6;5;7', ratingsOf],
};

const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['true', true],
  ['no', false],
  ['false', false],
]);

/**
 * The text of a cell as a field; an empty one is none.
 * @returns the value, or in words what would be right
 */
export function readCell({ kind }: Column, text: string): { readonly value?: unknown } | string {
  const [right, read] = KINDS_OF_CELLS[kind];
  if (text === '') return {};
  const value = read(text);
  return value === undefined ? right : { value };
}

function ratingsOf(text: string): number[] | undefined {
  const ratings = partsOf(text).flatMap((part) => readRating(part) ?? []);
  return ratings.length === 3 && partsOf(text).length === 3 ? ratings : undefined;
}

function partsOf(text: string): string[] {
  return text
    .split(BETWEEN)
    .map((part) => part.trim())
    .filter(Boolean);
}
