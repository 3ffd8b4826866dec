import type { Level } from '../../content/types.ts';
import type { TherapiesContent, Therapy } from '../../content/session-types.ts';
import {
  currentEpisode,
  type Episode,
  type EpisodeRules,
  episodesOf,
  type Phase,
  phaseOf,
} from '../../journal/core/episodes.ts';
import { withoutBreaks } from '../../journal/core/breaks.ts';
import type { Entry } from '../../journal/core/records.ts';
import { daysAgo } from '../../journal/core/say-when.ts';
import { wasDone } from '../../journal/core/done.ts';
import { lastTaken, type Taken } from '../../journal/core/medicine-names.ts';
import { type Movement, movementThisWeek } from '../../journal/core/movement.ts';
import { habitsOf, livedDay, today as dayOf } from '../../journal/core/habits.ts';
import { noteToCheck } from './notes.ts';
import { endOf, isAhead, type Rating, ratingsInOrder, splitAhead } from '../../journal/core/timed.ts';

const MINUTE_MS = 60_000;

/** What the journal says about this day. */
export interface Today {
  /** The last check that sent the user to get help, if no health professional has seen the user since. */
  readonly unseen?: SentForHelp;
  readonly episode?: Episode & Phase;
  /** When each episode began, in milliseconds since 1970, the first one first. */
  readonly episodeStarts: readonly number[];
  /** The note with the gravest warning sign, the latest of equals, if no check has been made since. */
  readonly noteWithSigns?: Entry;
  /** The last check of this episode. */
  readonly checked?: Entry;
  /** Whether a health professional has seen the user since that check. */
  readonly isSeen: boolean;
  /** The last episode, if it ended by itself in the last weeks, without anybody saying so. */
  readonly quiet?: Episode;
  /** The ratings of this episode, the oldest first. */
  readonly pains: readonly Rating[];
  /** Whether the last rating is young enough to be called "now". */
  readonly lastIsNow: boolean;
  /** Entries about a time that is ahead of now, the latest first: a clock was wrong. */
  readonly ahead: readonly Entry[];
  /** Whether anything was logged about this day. */
  readonly isLogged: boolean;
  /** Today's sessions that were really done, the oldest first. */
  readonly sessions: readonly Entry[];
  readonly allowances: readonly TherapyAllowance[];
  /** The medicines of the last 24 hours, the latest first. */
  readonly medicines: readonly Taken[];
  /** The exercise of this week. */
  readonly exercise: Movement;
}

/** A check whose result was one of the two upper levels. */
export type SentForHelp = Entry & { readonly level: 'ambulance' | 'emergency' };

/** A therapy that needs a pause before it is applied again. */
export type LimitedTherapy = Therapy & { readonly limits: NonNullable<Therapy['limits']> };

/** When a therapy may be applied again. */
export interface TherapyAllowance {
  readonly therapy: LimitedTherapy;
  /** How often it was applied today. */
  readonly done: number;
  /** From when on, in milliseconds since 1970; absent when it may be applied now. */
  readonly from?: number;
}

/** What the journal is read by. */
export interface TodayRules extends EpisodeRules {
  /** Where a warning sign sends somebody who reports it. */
  readonly levelOf: (sign: string) => Level;
}

/**
 * What the journal says about the day of `now`. Entries that are ahead of now are named, and count for nothing but the
 * need for help; breaks from sitting count for nothing at all.
 * @param all the newest first
 */
export function lookAtToday(all: readonly Entry[], rules: TodayRules, therapies: TherapiesContent, now: Date): Today {
  const { ahead, soFar: entries } = splitAhead(withoutBreaks(all), now);
  const episodes = episodesOf(entries, rules, now);
  const episode = currentEpisode(episodes);
  const quiet = episode ? undefined : endedQuietly(episodes.at(-1), now);
  const [date, habits] = [dayOf(now), habitsOf(now)];
  const oldestFirst = entries.toReversed();
  const sessions = oldestFirst.filter(({ kind }) => kind === 'session');
  const unseen = unseenTriage(all, now);
  const noteWithSigns = noteToCheck(all, rules.levelOf, now);
  const pains = episode ? ratingsSince(oldestFirst, episode.start, now) : [];
  const checked = episode && entries.find(({ kind, at }) => kind === 'triage' && Date.parse(at) >= episode.start);
  return {
    ...(unseen && { unseen }),
    ...(noteWithSigns && { noteWithSigns }),
    ...(checked && { checked }),
    isSeen: checked !== undefined && entries.slice(0, entries.indexOf(checked)).some(({ kind }) => kind === 'seen'),
    ...(quiet && { quiet }),
    ...(episode && { episode: { ...episode, ...phaseOf(episode, rules, now) } }),
    episodeStarts: episodes.map(({ start }) => start),
    pains,
    lastIsNow: isFresh(pains.at(-1), now),
    ahead,
    isLogged: entries.some(({ at }) => livedDay(at, habits) === date),
    sessions: sessions.filter((session) => daysAgo(session.at, now) === 0 && wasDone(session)),
    allowances: allowancesOf(therapies, sessions, now),
    medicines: lastTaken(entries, now),
    exercise: movementThisWeek(entries, therapies, now),
  };
}

/** For how many days after its end it is said that an episode ended by itself: somebody may know better. */
const QUIET_SHOWN_DAYS = 28;

function endedQuietly(last: Episode | undefined, now: Date): Episode | undefined {
  if (last?.end === undefined || last.ended !== 'quiet') return undefined;
  return now.getTime() - last.end <= QUIET_SHOWN_DAYS * 24 * 60 * MINUTE_MS ? last : undefined;
}

function unseenTriage(newestFirst: readonly Entry[], now: Date): SentForHelp | undefined {
  const visits = newestFirst.filter(({ kind }) => kind === 'seen');
  const last = visits.find(({ at }) => !isAhead(at, now));
  return newestFirst.filter(isSentForHelp).find((check) => {
    // The times don't say what came first where a clock was wrong; the revisions do, as each is greater than the last.
    if (isAhead(check.at, now)) return !visits.some(({ rev }) => rev > check.rev);
    return !last || newestFirst.indexOf(check) < newestFirst.indexOf(last);
  });
}

function isSentForHelp(entry: Entry): entry is SentForHelp {
  return entry.kind === 'triage' && (entry.level === 'ambulance' || entry.level === 'emergency');
}

/**
 * How long a rating is still called "now": four hours. Pain changes within hours, and what was taken or applied for it
 * wears off in about that time. Our own choice.
 */
const NOW_MINUTES = 240;

function isFresh(rating: Rating | undefined, now: Date): boolean {
  return rating !== undefined && now.getTime() - Date.parse(rating.at) < NOW_MINUTES * MINUTE_MS;
}

function ratingsSince(oldestFirst: readonly Entry[], start: number, now: Date): Rating[] {
  const since = oldestFirst.filter((entry) => endOf(entry) >= start);
  return ratingsInOrder(since).filter(({ at }) => Date.parse(at) >= start && !isAhead(at, now));
}

/** When each therapy may be applied again. @param sessions the sessions of the journal, in any order */
export function allowancesOf(
  { therapies }: TherapiesContent,
  sessions: readonly Entry[],
  now: Date,
): TherapyAllowance[] {
  return therapies.filter(isLimited).map((therapy) => {
    const others = therapies.filter(({ applies }) => applies?.includes(therapy.id)).map(({ id }) => id);
    const names = new Set<string | undefined>([therapy.id, ...others]);
    const { leastMinutes } = therapy.limits;
    const applied = sessions.filter(
      ({ therapy: name, minutes = Infinity }) => names.has(name) && minutes >= leastMinutes,
    );
    return allowanceOf(therapy, applied, now);
  });
}

function isLimited(therapy: Therapy): therapy is LimitedTherapy {
  return therapy.limits !== undefined;
}

function allowanceOf(therapy: LimitedTherapy, applied: readonly Entry[], now: Date): TherapyAllowance {
  const done = applied.filter(({ at }) => daysAgo(at, now) === 0).length;
  const lastEnd = applied.reduce((latest, session) => Math.max(latest, endOf(session)), -Infinity);
  const from = lastEnd + therapy.limits.gapMinutes * MINUTE_MS;
  return { therapy, done, ...(from > now.getTime() && { from }) };
}
