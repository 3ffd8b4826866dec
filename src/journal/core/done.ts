import type { Entry } from './records.ts';

/** However long a session was planned, this many minutes of it count. Our own choice, as is the half below. */
const ENOUGH_MINUTES = 5;

/**
 * Whether a session was really done: for half of its planned time, or for five minutes, and of a routine at least one
 * stretch was held. What was skipped through didn't happen. What people log themselves counts as they say.
 */
export function wasDone({
  minutes,
  planned = 0,
  stretches,
}: Pick<Entry, 'minutes' | 'planned' | 'stretches'>): boolean {
  if (stretches?.length === 0) return false;
  return minutes === undefined || (minutes > 0 && minutes >= Math.min(planned / 2, ENOUGH_MINUTES));
}
