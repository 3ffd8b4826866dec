import type { TypedExercise } from './exercise.ts';
import { BadTime } from './bad-time.ts';
import { readWhen } from './read-when.ts';

type Words = Pick<TypedExercise, 'activity' | 'note'>;

/** What looks like a time among some words, and the words without it. */
export interface TimeAmong {
  readonly time: string;
  readonly rest: Words;
}

/** Words without which a few words at an end aren't a time: "morning walk" is an activity. */
const SAYS_WHEN =
  /\b(?:yesterday|today|tonight|tomorrow|ago|(?:last|this|next) \w+|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2}(?::\d\d)? ?[ap]m|\d{1,2}:\d\d|noon|midnight)\b/i;
/** After these a time compares, or says since when: "sore since yesterday". */
const NOT_WHEN = /\b(?:since|from|until|till|than|before|after|like|as|for|of|in|every|each)$/i;

/**
 * Finds a time that somebody typed among the words of an exercise instead of with --at: "swim 30m yesterday".
 * @param words the activity and the note
 * @returns undefined where the words are no time, or only a part of what they say
 */
export function timeAmong({ activity, note }: Words, now: Date): TimeAmong | undefined {
  if (note !== '' && isTime(note, now)) return { time: note, rest: { activity, note: '' } };
  const inNote = atAnEnd(note, now);
  if (inNote) return { time: inNote.time, rest: { activity, note: inNote.rest } };
  const inActivity = atAnEnd(activity, now);
  return inActivity && { time: inActivity.time, rest: { activity: inActivity.rest, note } };
}

/** The longest time with which some words begin or end, where other words are left. */
function atAnEnd(text: string, now: Date): { readonly time: string; readonly rest: string } | undefined {
  const words = text.split(/\s+/);
  for (let count = words.length - 1; count > 0; count -= 1) {
    const ends = [
      [words.slice(0, count).join(' '), words.slice(count).join(' ')],
      [words.slice(-count).join(' '), words.slice(0, -count).join(' ')],
    ] as const;
    const found = ends.find(([time, rest]) => SAYS_WHEN.test(time) && !NOT_WHEN.test(rest) && isTime(time, now));
    if (found) return { time: found[0].replace(/,$/, ''), rest: found[1] };
  }
  return undefined;
}

// One that is refused for another reason, as it is ahead or was twice, is a time as well.
function isTime(typed: string, now: Date): boolean {
  try {
    readWhen(typed, now);
    return true;
  } catch (error) {
    return error instanceof BadTime && error.reason !== 'not a time';
  }
}
