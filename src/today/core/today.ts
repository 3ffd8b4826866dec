import { differenceInCalendarWeeks } from 'date-fns/differenceInCalendarWeeks';
import type { TherapiesContent, Therapy } from '../../content/session-types.ts';
import {
  currentEpisode,
  type Episode,
  type EpisodeRules,
  episodesOf,
  type Phase,
  phaseOf,
} from '../../journal/core/episodes.ts';
import type { Entry } from '../../journal/core/records.ts';
import { daysAgo, wallDay } from '../../journal/core/say-when.ts';
import { toIso } from '../../journal/core/when.ts';

const MINUTE_MS = 60_000;

/** What the journal tells of this day. */
export interface Today {
  /** The last check that sent the user to get help, if nobody has seen the user since. */
  readonly unseen?: SentForHelp;
  readonly episode?: Episode & Phase;
  /** The last note that told of a warning sign, if no check has been made since. */
  readonly heard?: Entry;
  /** The last check of this episode. */
  readonly checked?: Entry;
  /** The ratings of this episode, the oldest first. */
  readonly pains: readonly Rating[];
  /** What was done today, the oldest first. */
  readonly sessions: readonly Entry[];
  readonly applications: readonly TherapyAllowance[];
  readonly exercise: { readonly done: number; readonly goal: number };
}

/** A check that came to one of the two upper levels. */
export type SentForHelp = Entry & { readonly level: 'ambulance' | 'emergency' };

export interface Rating {
  readonly at: string;
  readonly pain: number;
}

/** A therapy that must not be applied again at once. */
export type LimitedTherapy = Therapy & { readonly limits: NonNullable<Therapy['limits']> };

/** When a therapy may be applied again. */
export interface TherapyAllowance {
  readonly therapy: LimitedTherapy;
  /** How often today. */
  readonly done: number;
  /** Milliseconds since 1970; absent when it may be now. */
  readonly from?: number;
}

/** Looks at the journal as of now. @param entries the newest first */
export function lookAtToday(
  entries: readonly Entry[],
  rules: EpisodeRules,
  therapies: TherapiesContent,
  now: Date,
): Today {
  const episode = currentEpisode(episodesOf(entries, rules, now));
  const oldestFirst = entries.toReversed();
  const sessions = oldestFirst.filter(({ kind }) => kind === 'session');
  const unseen = unseenTriage(entries);
  const heard = heardNote(entries, now);
  const checked = episode && entries.find(({ kind, at }) => kind === 'triage' && Date.parse(at) >= episode.start);
  return {
    ...(unseen && { unseen }),
    ...(heard && { heard }),
    ...(checked && { checked }),
    ...(episode && { episode: { ...episode, ...phaseOf(episode, rules, now) } }),
    pains: episode ? ratingsSince(oldestFirst, episode.start) : [],
    sessions: sessions.filter(({ at }) => daysAgo(at, now) === 0),
    applications: applicationsOf(therapies, sessions, now),
    exercise: { done: exerciseThisWeek(sessions, therapies, now), goal: therapies.exercise.sessionsPerWeek },
  };
}

function unseenTriage(newestFirst: readonly Entry[]): SentForHelp | undefined {
  const seen = newestFirst.findIndex(({ kind }) => kind === 'seen');
  return (seen < 0 ? newestFirst : newestFirst.slice(0, seen)).find(isSentForHelp);
}

function isSentForHelp(entry: Entry): entry is SentForHelp {
  return entry.kind === 'triage' && (entry.level === 'ambulance' || entry.level === 'emergency');
}

/** For so many days a note is worth coming back to. */
const HEARD_DAYS = 14;

function heardNote(newestFirst: readonly Entry[], now: Date): Entry | undefined {
  const last = newestFirst.find((entry) => tellsOfSign(entry) || settlesSigns(entry));
  return last && tellsOfSign(last) && daysAgo(last.at, now) <= HEARD_DAYS ? last : undefined;
}

function tellsOfSign({ kind, signs = [] }: Entry): boolean {
  return kind !== 'triage' && signs.length > 0;
}

function settlesSigns({ kind }: Entry): boolean {
  return kind === 'triage' || kind === 'seen' || kind === 'resolved';
}

function ratingsSince(oldestFirst: readonly Entry[], start: number): Rating[] {
  return oldestFirst.flatMap(ratingsOf).filter(({ at }) => Date.parse(at) >= start);
}

// A session holds two ratings: one of its beginning, and one of its end.
function ratingsOf(entry: Entry): Rating[] {
  const { at, pain, painBefore, painAfter } = entry;
  return [
    ...(pain !== undefined ? [{ at, pain }] : []),
    ...(painBefore !== undefined ? [{ at, pain: painBefore }] : []),
    ...(painAfter !== undefined ? [{ at: toIso(endOf(entry)), pain: painAfter }] : []),
  ];
}

/** When each therapy may be applied again. @param sessions the sessions of the journal, in any order */
export function applicationsOf(
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
    return applicationOf(therapy, applied, now);
  });
}

function isLimited(therapy: Therapy): therapy is LimitedTherapy {
  return therapy.limits !== undefined;
}

function applicationOf(therapy: LimitedTherapy, applied: readonly Entry[], now: Date): TherapyAllowance {
  const done = applied.filter(({ at }) => daysAgo(at, now) === 0).length;
  const lastEnd = applied.reduce((latest, session) => Math.max(latest, endOf(session)), -Infinity);
  const from = lastEnd + therapy.limits.gapMinutes * MINUTE_MS;
  return { therapy, done, ...(from > now.getTime() && { from }) };
}

/** When a session ended, in milliseconds since 1970. */
export function endOf({ at, minutes = 0, took = minutes }: Entry): number {
  return Date.parse(at) + took * MINUTE_MS;
}

function exerciseThisWeek(sessions: readonly Entry[], { exercise }: TherapiesContent, now: Date): number {
  return sessions.filter(({ at, therapy }) => {
    const thisWeek = differenceInCalendarWeeks(now, wallDay(at), { weekStartsOn: 1 }) === 0;
    return thisWeek && therapy !== undefined && exercise.therapies.includes(therapy);
  }).length;
}
