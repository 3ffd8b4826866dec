import { habitsOf, livedDay, today } from './habits.ts';
import type { Entry } from './records.ts';

/**
 * The entries that say how a back is, or what was done for it. Breaks from sitting don't: counted with the others, they
 * would look like days on which somebody logged something, and like exercise.
 */
export function withoutBreaks<One extends Pick<Entry, 'kind'>>(entries: readonly One[]): One[] {
  return entries.filter(({ kind }) => kind !== 'break');
}

/** How many breaks entries hold: those of a day are one entry. */
export function breaksIn(entries: readonly Pick<Entry, 'kind' | 'moves'>[]): number {
  return entries.reduce((sum, { kind, moves = [] }) => sum + (kind === 'break' ? moves.length : 0), 0);
}

/** The entry with the breaks of the day of `now` that this device has saved. @param entries in any order */
export function breaksOfToday(entries: readonly Entry[], device: string, now: Date): Entry | undefined {
  const [day, habits] = [today(now), habitsOf(now)];
  return entries.find(({ kind, dev, at }) => kind === 'break' && dev === device && livedDay(at, habits) === day);
}
