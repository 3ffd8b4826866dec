import { differenceInCalendarWeeks } from 'date-fns/differenceInCalendarWeeks';
import type { TherapiesContent } from '../../content/session-types.ts';
import { wasDone } from './done.ts';
import { habitsOf, livedDay, localNoon, today } from './habits.ts';
import type { Entry } from './records.ts';
import { boundedMinutes } from './timed.ts';

/** The exercise of a week: guided sessions and what was logged. */
export interface Movement {
  /** How often, and how often is recommended. */
  readonly done: number;
  readonly goal: number;
  readonly minutes: number;
  /** What it was, by id or in the user's own words, the longest first. */
  readonly activities: readonly { readonly id: string; readonly minutes: number }[];
}

/** The exercise of the week of `now`. @param entries in any order */
export function movementThisWeek(
  entries: readonly Entry[],
  { exercise }: Pick<TherapiesContent, 'exercise'>,
  now: Date,
): Movement {
  const habits = habitsOf(now);
  const noon = localNoon(today(now));
  const weekStartsOn = habits.weekBegins;
  const done = entries.flatMap((entry) => {
    const id = exerciseIn(entry, exercise.therapies);
    // Counting weeks takes longest, and most entries of a long journal are no exercise.
    if (id === undefined) return [];
    const day = localNoon(livedDay(entry.at, habits));
    if (differenceInCalendarWeeks(noon, day, { weekStartsOn }) !== 0) return [];
    return [{ id, minutes: boundedMinutes(entry.minutes) }];
  });
  const minutes = new Map<string, number>();
  for (const one of done) minutes.set(one.id, (minutes.get(one.id) ?? 0) + one.minutes);
  const activities = [...minutes].map(([id, sum]) => ({ id, minutes: Math.round(sum) }));
  return {
    done: done.length,
    goal: exercise.sessionsPerWeek,
    minutes: Math.round(done.reduce((sum, one) => sum + one.minutes, 0)),
    activities: activities.toSorted((a, b) => b.minutes - a.minutes),
  };
}

function exerciseIn(entry: Entry, therapies: readonly string[]): string | undefined {
  const { kind, activity, therapy } = entry;
  if (kind === 'exercise') return wasDone(entry) ? (activity ?? '') : undefined;
  const counts = kind === 'session' && therapy !== undefined && therapies.includes(therapy);
  return counts && wasDone(entry) ? therapy : undefined;
}
