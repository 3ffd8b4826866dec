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

/** What the journal says about this day. */
export interface Today {
  /** The last check that sent the user to get help, if no health professional has seen the user since. */
  readonly unseen?: SentForHelp;
  readonly episode?: Episode & Phase;
  /** The last note that mentions a warning sign, if no check has been made since. */
  readonly noteWithSigns?: Entry;
  /** The last check of this episode. */
  readonly checked?: Entry;
  /** The ratings of this episode, the oldest first. */
  readonly pains: readonly Rating[];
  /** Today's sessions, the oldest first. */
  readonly sessions: readonly Entry[];
  readonly allowances: readonly TherapyAllowance[];
  /** Exercise sessions this week, and how many are recommended. */
  readonly exercise: { readonly done: number; readonly goal: number };
}

/** A check whose result was one of the two upper levels. */
export type SentForHelp = Entry & { readonly level: 'ambulance' | 'emergency' };

export interface Rating {
  readonly at: string;
  readonly pain: number;
}

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

/** What the journal says about the day of `now`. @param entries the newest first */
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
  const noteWithSigns = latestNoteWithSigns(entries, now);
  const checked = episode && entries.find(({ kind, at }) => kind === 'triage' && Date.parse(at) >= episode.start);
  return {
    ...(unseen && { unseen }),
    ...(noteWithSigns && { noteWithSigns }),
    ...(checked && { checked }),
    ...(episode && { episode: { ...episode, ...phaseOf(episode, rules, now) } }),
    pains: episode ? ratingsSince(oldestFirst, episode.start) : [],
    sessions: sessions.filter(({ at }) => daysAgo(at, now) === 0),
    allowances: allowancesOf(therapies, sessions, now),
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

/** How many days a note with a warning sign is shown again. */
const NOTE_DAYS = 14;

function latestNoteWithSigns(newestFirst: readonly Entry[], now: Date): Entry | undefined {
  const latest = newestFirst.find((entry) => mentionsSigns(entry) || answersSigns(entry));
  return latest && mentionsSigns(latest) && daysAgo(latest.at, now) <= NOTE_DAYS ? latest : undefined;
}

function mentionsSigns({ kind, signs = [] }: Entry): boolean {
  return kind !== 'triage' && signs.length > 0;
}

// After a check, a visit or the end of the episode, earlier notes need no answer any more.
function answersSigns({ kind }: Entry): boolean {
  return kind === 'triage' || kind === 'seen' || kind === 'resolved';
}

function ratingsSince(oldestFirst: readonly Entry[], start: number): Rating[] {
  const last = oldestFirst.filter((entry) => endOf(entry) >= start);
  return last.flatMap(ratingsOf).filter(({ at }) => Date.parse(at) >= start);
}

// A session has two ratings: one at its start, one at its end.
function ratingsOf(entry: Entry): Rating[] {
  const { at, pain, painBefore, painAfter } = entry;
  return [
    ...(pain !== undefined ? [{ at, pain }] : []),
    ...(painBefore !== undefined ? [{ at, pain: painBefore }] : []),
    ...(painAfter !== undefined ? [{ at: toIso(endOf(entry)), pain: painAfter }] : []),
  ];
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
