import { UsageError } from '../../errors.ts';

const EXAMPLES =
  'now, 20m ago, 3 days ago, 18:30, 6pm, yesterday at 6pm, last night, monday 08:00, 14 nov 18:30, 2026-11-20 18:30';

/** Why words are refused that aren't a time at all, whatever day it is. */
export const NOT_A_TIME = "isn't a time that unspasm can read";

/** The refusal of a time that was typed. @param hint what to type instead */
export function badTime(typed: string, why: string, hint = `use a time such as ${EXAMPLES}`): UsageError {
  return new UsageError(`"${typed}" ${why}`, { code: 'bad-time', hint });
}

/** The refusal of something with several readings: it is never guessed which one was meant. */
export function ambiguous(typed: string, what: string, readings: readonly string[]): UsageError {
  const count = readings.length === 2 ? 'two' : 'three';
  return badTime(typed, `could be ${count} different ${what}`, `say which one: ${readings.join(' or ')}`);
}
