import { UsageError } from '../../errors.ts';

const EXAMPLES =
  'now, 20m ago, 3 days ago, 18:30, 6pm, yesterday at 6pm, last night, monday 08:00, 14 nov 18:30, 2026-11-20 18:30';

/**
 * Why a time is refused, as far as that matters to whoever catches the error: it isn't a time at all, whatever day it is;
 * it is ahead; or the clocks changed at that hour.
 */
type Reason = 'not a time' | 'ahead' | 'clocks changed' | 'other';

/** A time that was typed and can't be used. */
export class BadTime extends UsageError {
  readonly reason: Reason;

  constructor(message: string, hint: string, reason: Reason) {
    super(message, { code: 'bad-time', hint });
    this.reason = reason;
  }
}

interface Refusal {
  /** What to type instead. */
  readonly hint?: string;
  readonly reason?: Reason;
}

/** The refusal of a time that was typed. @param why what is wrong with it, after its own words */
export function badTime(
  typed: string,
  why: string,
  { hint = `use a time such as ${EXAMPLES}`, reason = 'other' }: Refusal = {},
): BadTime {
  return new BadTime(`"${typed}" ${why}`, hint, reason);
}

/** The refusal of something with several readings: it is never guessed which one was meant. */
export function ambiguous(typed: string, what: string, readings: readonly string[]): BadTime {
  const count = readings.length === 2 ? 'two' : 'three';
  return badTime(typed, `could be ${count} different ${what}`, { hint: `say which one: ${readings.join(' or ')}` });
}
