import { UsageError } from '../../errors.ts';
import { type DurationIn, durationIn } from './duration.ts';

/** An exercise as somebody typed it. */
export interface TypedExercise {
  readonly activity: string;
  readonly minutes: number;
  /** What was typed after the duration; empty without any. */
  readonly note: string;
}

const DAY_MINUTES = 1440;

const LENGTHS = 'use a length such as 30m, 1h, 1:15 or "half an hour"';
const HINT = 'say what you did and for how long, such as: unspasm exercise swim 30m';

/**
 * Reads an exercise: the activity, how long, and a note ("swim 30m cold water"), or first how long ("half an hour of yoga").
 * @throws UsageError without an activity, or without a duration that can be true
 */
export function readExercise(words: readonly string[]): TypedExercise {
  const typed = words.join(' ').trim();
  const found = durationIn(words);
  if (!found) throw refusal(`"${typed}" doesn't say how long it was`);
  const [activity, note] = partsOf(found);
  if (activity === '') throw refusal(`"${typed}" doesn't say what you did`);
  return { activity, minutes: checkedMinutes(found), note };
}

/**
 * Reads how long something was, with nothing around it. @returns minutes
 * @throws UsageError for anything else
 */
export function readLength(typed: string): number {
  const found = durationIn([typed]);
  if (!found || found.before !== '' || found.after !== '') throw refusal(`"${typed}" isn't a length`, LENGTHS);
  return checkedMinutes(found);
}

// "swim for 30m" and "30 minutes of swimming" name the activity on either side.
function partsOf({ before, after }: DurationIn): [activity: string, note: string] {
  const first = before
    .replace(/[\s,;:–-]+$/, '')
    .replace(/(?:^|\s)(?:for|about|around|roughly)$/i, '')
    .replace(/^(?:i |went |did |had )+/i, '')
    .trim();
  const second = after.replace(/^[\s,;:–-]+/, '').trim();
  if (first !== '') return [first, second];
  return [second.replace(/^(?:of|doing|on the|at the|at)\s+/i, ''), ''];
}

function checkedMinutes({ minutes, typed }: DurationIn): number {
  if (/^\d+ ?m$/i.test(typed) && minutes >= 100)
    throw refusal(`"${typed}" could be metres`, 'write the minutes as 100 min');
  if (typed.includes(':') && minutes >= 6 * 60)
    throw refusal(`"${typed}" could be a time of day`, 'write a length as 6h, and a time with --at');
  if (minutes > 0 && minutes <= DAY_MINUTES) return Math.round(minutes * 10) / 10;
  throw refusal(`"${typed}" can't be how long it was`, LENGTHS);
}

function refusal(what: string, hint = HINT): UsageError {
  return new UsageError(what, { code: 'bad-exercise', hint });
}
