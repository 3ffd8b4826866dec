import type { TherapiesContent } from '../../content/session-types.ts';
import { wasDone } from './done.ts';
import type { Entry } from './records.ts';
import { boundedMinutes } from './timed.ts';
import { type Weeks, weeksBefore } from './weeks.ts';

/** The exercise of a week: guided sessions and what was logged. */
export interface Movement {
  /** How often, and how often is recommended. */
  readonly done: number;
  readonly goal: number;
  readonly minutes: number;
  /** What it was, by id or in the user's own words, the longest first. */
  readonly activities: readonly { readonly id: string; readonly minutes: number }[];
}

/** What counts as exercise, by the data. */
type Exercise = Pick<TherapiesContent, 'exercise'>;

/** The exercise of the week of `now`. @param entries in any order */
export function movementThisWeek(entries: readonly Entry[], exercise: Exercise, now: Date): Movement {
  return movementByWeek(entries, exercise, { weeks: weeksBefore(now), count: 1 })[0]!;
}

/**
 * The exercise of the week of `now`, and of those before it, the latest first.
 * @param entries in any order
 * @param count how many weeks
 */
export function movementByWeek(
  entries: readonly Entry[],
  { exercise }: Exercise,
  { weeks, count }: { readonly weeks: Weeks; readonly count: number },
): Movement[] {
  const byWeek = Array.from({ length: count }, (): Done[] => []);
  for (const entry of entries) {
    const id = exerciseIn(entry, exercise.therapies);
    if (id !== undefined) byWeek[weeks.ago(entry.at)]?.push({ id, minutes: boundedMinutes(entry.minutes) });
  }
  return byWeek.map((done) => movementOf(done, exercise.sessionsPerWeek));
}

interface Done {
  readonly id: string;
  readonly minutes: number;
}

function movementOf(done: readonly Done[], goal: number): Movement {
  const minutes = new Map<string, number>();
  for (const one of done) minutes.set(one.id, (minutes.get(one.id) ?? 0) + one.minutes);
  const activities = [...minutes].map(([id, sum]) => ({ id, minutes: Math.round(sum) }));
  return {
    done: done.length,
    goal,
    minutes: Math.round(done.reduce((sum, one) => sum + one.minutes, 0)),
    activities: activities.toSorted((a, b) => b.minutes - a.minutes),
  };
}

/**
 * The exercise that was done in an entry: the id of a known one or of a therapy, or the user's own words.
 * @param therapies those whose sessions are exercise
 * @returns undefined for an entry without exercise, or with too little to count
 */
export function exerciseIn(entry: Entry, therapies: readonly string[]): string | undefined {
  const { kind, activity, therapy } = entry;
  if (kind === 'exercise') return wasDone(entry) ? (activity ?? '') : undefined;
  const counts = kind === 'session' && therapy !== undefined && therapies.includes(therapy);
  return counts && wasDone(entry) ? therapy : undefined;
}
