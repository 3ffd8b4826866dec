import { UsageError } from '../../errors.ts';
import { type DurationIn, durationIn } from './duration.ts';
import { type Named, readNamed } from './own-words.ts';

/** An exercise as somebody typed it. */
export interface TypedExercise {
  readonly activity: string;
  readonly minutes: number;
  /** What was typed after the duration; empty without any. */
  readonly note: string;
}

const DAY_MINUTES = 1440;
/** From these on a number may be metres: a pool is often 50 m long. Our own choice. */
const FROM_M = 50;
const FROM_BARE = 100;

const LENGTHS = 'use a length such as 30m, 1h, 1:15 or "half an hour"';
const HINT = 'say what you did and for how long, such as: unspasm exercise swim 30m';

/**
 * Reads an exercise: the activity, how long, and a note ("swim 30m cold water"), or first how long ("half an hour of yoga").
 * @throws UsageError without an activity, or without a duration that can be true and be read in one way
 */
export function readExercise(words: readonly string[]): TypedExercise {
  const found = foundIn(words, HINT);
  const [activity, note] = partsOf(found);
  if (activity === '') throw refusal(`"${words.join(' ').trim()}" doesn't say what you did`);
  return { activity, minutes: checkedMinutes(found), note };
}

/**
 * Whether words that can't be read were meant as an exercise: they have a number or a length, or begin with a known one.
 * @param known the exercises that unspasm knows
 */
export function isAboutExercise(words: readonly string[], known: readonly Named[]): boolean {
  const text = words.join(' ').trim();
  const [first = ''] = text.split(/[\s,;:]+/);
  return HAS_LENGTH.test(text) || readNamed(first, known).kind === 'known';
}

const HAS_LENGTH = /\d|[½¼¾]|\b(?:hours?|hrs?|min(?:ute)?s?|seconds?)\b/i;

/**
 * Reads how long something was, with nothing around it. @returns minutes
 * @throws UsageError for anything else
 */
export function readLength(typed: string): number {
  const found = foundIn([typed], LENGTHS);
  if (found.before !== '' || found.after !== '') throw refusal(`"${typed}" isn't a length`, LENGTHS);
  return checkedMinutes(found);
}

function foundIn(words: readonly string[], hint: string): DurationIn {
  const typed = words.join(' ').trim();
  const found = durationIn(words);
  switch (found) {
    case 'none':
      throw refusal(`"${typed}" doesn't say how long it was`, hint);
    case 'several':
      throw refusal(
        `"${typed}" doesn't say one length`,
        'say how long it was in all, such as 40 min; for the rest use --note',
      );
    case 'a time of day':
      throw refusal(`"${typed}" could name a time of day`, 'write a length as 6h or 40 min, and a time with --at');
    case 'something else':
      throw refusal(`the number in "${typed}" may not be minutes`, 'if it is, write min after it, such as 30 min');
    default:
      return found;
  }
}

/** What stands between an activity and its length. */
const BETWEEN =
  /(?:[\s,;:(~≈–—-]|(?<![a-z])(?:for|about|around|roughly|approximately|approx|circa|nearly|almost|just|over|under|in|lasting|was|took|it))+$/i;

// "swim for 30m" and "30 minutes of swimming" name the activity on either side.
function partsOf({ before, after }: DurationIn): [activity: string, note: string] {
  const first = before
    .replace(BETWEEN, '')
    .replace(/^(?:(?:i|went|did|had|for|about|my)(?:\s+|$))+/i, '')
    .trim();
  const second = after.replace(/^(?:[\s,;:.)–—-]|or so\b)+/i, '').trim();
  if (first !== '') return [first, second];
  return [second.replace(/^(?:(?:long|of|doing|on the|at the|at|in the|a|an)\s+)+/i, ''), ''];
}

/** Two figures after the point that are a part of an hour, and can't be minutes: 1.25 h. */
const PART_OF_HOUR = /[.,](?:25|50|75|[6-9]\d)/;

function checkedMinutes({ minutes, typed }: DurationIn): number {
  if (/^\d+ ?m?$/i.test(typed) && minutes >= (/m$/i.test(typed) ? FROM_M : FROM_BARE))
    throw refusal(`"${typed}" could be metres`, `if it was minutes, write ${minutes} min`);
  if (typed.includes(':') && minutes >= 4 * 60)
    throw refusal(`"${typed}" could be a time of day`, 'write a length as 6h, and a time with --at');
  if (/^\d+[.,]\d\d ?h/i.test(typed) && !PART_OF_HOUR.test(typed))
    throw refusal(`"${typed}" could be hours and minutes`, 'write it as 1h30 or 1.5h');
  if (minutes > 0 && minutes <= DAY_MINUTES) return Math.max(0.1, Math.round(minutes * 10) / 10);
  throw refusal(`"${typed}" can't be how long it was`, LENGTHS);
}

function refusal(what: string, hint = HINT): UsageError {
  return new UsageError(what, { code: 'bad-exercise', hint });
}
