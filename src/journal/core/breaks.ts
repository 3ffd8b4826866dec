import { habitsOf, livedDay, today } from './habits.ts';
import type { Entry } from './records.ts';

/**
 * The entries that say how a back is, or what was done for it. Breaks from sitting don't: counted with the others, they
 * would look like days on which somebody logged something, and like exercise.
 */
export function withoutBreaks<One extends Pick<Entry, 'kind'>>(entries: readonly One[]): One[] {
  return entries.filter((entry) => !isBreak(entry));
}

/** Whether an entry holds the breaks from sitting of a day. */
export function isBreak({ kind }: Pick<Entry, 'kind'>): boolean {
  return kind === 'break';
}

/** How many breaks entries hold: those of a day are one entry. */
export function breaksIn(entries: readonly Pick<Entry, 'kind' | 'moves'>[]): number {
  return entries.reduce((sum, entry) => sum + (isBreak(entry) ? (entry.moves?.length ?? 0) : 0), 0);
}

/** The entry with the breaks of the day of `now` that this device has saved. @param entries in any order */
export function breaksOfToday(entries: readonly Entry[], device: string, now: Date): Entry | undefined {
  const [day, habits] = [today(now), habitsOf(now)];
  return entries.find((entry) => isBreak(entry) && entry.dev === device && livedDay(entry.at, habits) === day);
}
