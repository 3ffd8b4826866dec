import { normal } from '../../text/normal.ts';
import type { Entry } from './records.ts';
import { isAhead } from './timed.ts';

const HOUR_MS = 3_600_000;

/** For how long it is said when a medicine was taken: packages give their limits for a day. Our own choice. */
const SHOWN_HOURS = 24;

const NUMBER = String.raw`\d+(?:[.,/]\d+)*`;
const COUNT = `(?:an?|one|two|three|four|half(?: an?)?|${NUMBER})(?: (?:whole|half))?`;
const UNIT = '(?:x|mg|mcg|µg|g|ml|(?:tablet|tab|pill|capsule|cap|sachet|packet|drop|puff|spoon|patch)(?:e?s)?)';
/** How much was taken, in the words that people have for it: "400 mg", "2x", "two tablets of", or a number by itself. */
const AMOUNT = new RegExp(
  String.raw`(?<![\w.,/-])(?:${COUNT} ?${UNIT}(?: of)?|x ?${NUMBER}|${NUMBER})(?![\w/-])`,
  'gi',
);

/** A medicine that was taken, and when. */
export interface Taken {
  /** In the user's words, without an amount. */
  readonly name: string;
  /** ISO 8601. */
  readonly at: string;
}

/** The medicines in a field that names one or several: "ibuprofen, paracetamol". */
export function medicinesNamed(medicine: string): string[] {
  return medicine
    .split(/[,;+&]|\band\b/i)
    .map((part) => part.trim())
    .filter(Boolean);
}

/**
 * The medicines that were taken in the last 24 hours, each when it was last taken, the latest first.
 * @param newestFirst entries
 */
export function lastTaken(newestFirst: readonly Entry[], now: Date): Taken[] {
  const since = now.getTime() - SHOWN_HOURS * HOUR_MS;
  const recent = newestFirst.filter(
    ({ medicine, at }) => medicine !== undefined && Date.parse(at) > since && !isAhead(at, now),
  );
  const taken = recent.flatMap(({ medicine = '', at }) =>
    medicinesNamed(medicine).map((name) => ({ name: bare(name), at })),
  );
  const latest = new Map<string, Taken>();
  for (const one of taken.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))) {
    if (!latest.has(normal(one.name))) latest.set(normal(one.name), one);
  }
  return [...latest.values()];
}

// The amount is in the entry. Beside an age it could be read as advice.
function bare(medicine: string): string {
  const name = medicine
    .replace(AMOUNT, ' ')
    .replace(/\(\s*\)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return name === '' ? medicine : name;
}
