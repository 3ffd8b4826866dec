import type { ImportMap } from '../../content/import-maps.ts';
import type { DateOrder } from './table-time.ts';

/** How a table was read. */
interface Read {
  readonly app?: ImportMap;
  /** The cells that were rounded, in words. */
  readonly rounded: readonly string[];
  /** The order of the dates, and what the user said about it. */
  readonly order: DateOrder | undefined;
  readonly dates?: DateOrder;
}

/**
 * Says how cells were read that could be read in another way, and which rows were left out.
 * @param leftOut the lines of those rows
 * @param rated what the pain ratings are of, where that was recognised
 */
export function notesOn(
  { app, rounded, order, dates }: Read,
  leftOut: readonly number[],
  rated: string | undefined,
): string[] {
  const ratings = rounded.length === 1 ? '1 rating was' : `${rounded.length} ratings were`;
  const rows = leftOut.length === 1 ? '1 row was' : `${leftOut.length} rows were`;
  const why = app?.leftOut === undefined ? '' : ` (${app.leftOut})`;
  return [
    ...(rated === undefined ? [] : [`the pain ratings are those of "${rated}"`]),
    ...(leftOut.length > 0 ? [`${rows} left out${why}; the first is in line ${leftOut[0]}`] : []),
    ...(rounded.length > 0 ? [`${ratings} rounded, the first: ${rounded[0]}; --strict refuses them`] : []),
    ...(order !== undefined && dates === undefined ? [`the dates were read as ${ORDER_WORDS[order]}`] : []),
  ];
}

const ORDER_WORDS = { dmy: 'day, month, year', mdy: 'month, day, year', ymd: 'year, month, day' } as const;
