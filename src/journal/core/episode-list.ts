import { worstRating } from './rating.ts';
import type { Episode } from './episodes.ts';
import { NO_TRIGGER, NOTHING_HELPED } from './no-answers.ts';
import type { Entry } from './records.ts';
import { habitsOf, livedDay, today } from './habits.ts';
import { dayNumber } from './summary/days.ts';
import { endOf, ratingsOf } from './timed.ts';
import { toIso } from './when.ts';

/** An episode with what was logged in it. */
export interface EpisodeFacts extends Episode {
  /** The first day and the last, as the user counts days; ISO dates. No last day while it lasts. */
  readonly from: string;
  readonly to?: string;
  /** How many days, the first and the last counted; so far, while it lasts. */
  readonly days: number;
  /** The worst rating; absent without any. */
  readonly worst?: number;
  /** Ids of what set it off, the most frequent first. */
  readonly triggers: readonly string[];
  /** Ids of what helped, the most frequent first. */
  readonly helped: readonly string[];
}

/**
 * What was logged in some episodes, the newest first.
 * @param episodes the oldest first
 * @param entries without those that are ahead of now
 */
export function factsOf(episodes: readonly Episode[], entries: readonly Entry[], now: Date): EpisodeFacts[] {
  const habits = habitsOf(now);
  // Each time is read once, and not for every episode again.
  const timed = entries.map((entry) => ({ entry, from: Date.parse(entry.at), to: endOf(entry) }));
  return episodes.toReversed().map((episode) => {
    const { start, end } = episode;
    const isIn = (time: number) => time >= start && (end === undefined || time <= end);
    const own = timed.filter(({ from, to }) => isIn(to) || isIn(from)).map(({ entry }) => entry);
    const ratings = own.flatMap(ratingsOf).filter(({ at }) => isIn(Date.parse(at)));
    const from = livedDay(episode.at, habits);
    const to = end === undefined ? undefined : livedDay(toIso(end), habits);
    return {
      ...episode,
      from,
      ...(to !== undefined && { to }),
      days: Math.max(1, dayNumber(to ?? today(now)) - dayNumber(from) + 1),
      ...(ratings.length > 0 && { worst: worstRating(ratings.map(({ pain }) => pain)) }),
      triggers: byFrequency(own.flatMap(triggersOf)).filter((id) => id !== NO_TRIGGER),
      helped: byFrequency(own.flatMap(({ helped = [] }) => helped)).filter((id) => id !== NOTHING_HELPED),
    };
  });
}

function triggersOf({ triggers = [], answers }: Entry): string[] {
  const answer = answers?.['trigger'];
  return typeof answer === 'string' ? [...triggers, answer] : [...triggers];
}

function byFrequency(ids: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([id]) => id);
}
