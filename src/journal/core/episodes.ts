import type { EpisodeLimits } from '../../content/journal-content.ts';
import { type Beginning, beginningOf, type Onset } from './onset.ts';
import type { Entry } from './records.ts';
import { type DayHabits, habitsOf, livedDay, today } from './habits.ts';
import { dayNumber } from './summary/days.ts';
import { type Rating, ratingsOf, shifted } from './timed.ts';

const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;

/** An episode of pain, from its onset to the recovery. */
export interface Episode {
  /** The id of the entry with which it began. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly start: number;
  /** The same as ISO 8601, by the clock of the place where it began: the first day is the day of this time. */
  readonly at: string;
  /** The answer to triage's question that gave the start; absent where a rating is the start. */
  readonly onset?: string;
  /** The start is an estimate of days or weeks: not even its day is known. */
  readonly isEstimate?: true;
  /** When it was over; absent while it lasts. */
  readonly end?: number;
  /**
   * Why it counts as over: pain was 0 for long enough, nothing but less pain was logged, the user said so, or began a new
   * one.
   */
  readonly ended?: 'zero' | 'quiet' | 'said' | 'split' | 'spasm';
}

/** How episodes are counted, by the data. */
export interface EpisodeRules extends EpisodeLimits {
  /** What an answer to triage's question about the onset means; undefined for an answer that isn't known. */
  readonly onsetOf: (answer: string) => Onset | undefined;
}

/** How the user counts days. */
interface Days {
  readonly habits: DayHabits;
}

interface State {
  readonly past: readonly Episode[];
  readonly current: Episode | undefined;
  /** Since when pain has been 0, in milliseconds since 1970. */
  readonly zeroSince: number | undefined;
  /** The last time with enough pain, and the first one with less since then; in milliseconds since 1970. */
  readonly lastPain: number;
  readonly quietSince: number | undefined;
  /** When the user last merged two episodes. */
  readonly mergedAt?: number;
  /** The last check that has an onset, and what counted before it. */
  readonly lastCheck?: Pick<State, 'past' | 'current'> & { readonly time: number };
}

/** Something that begins, continues or ends an episode. */
interface Event {
  readonly time: number;
  /** Where it isn't a rating: a check with an onset, the end in the user's words, or a mark between episodes. */
  readonly rating?: Rating;
  readonly entry: Entry;
}

const NOTHING: State = {
  past: [],
  current: undefined,
  zeroSince: undefined,
  lastPain: -Infinity,
  quietSince: undefined,
};

/**
 * The episodes in a journal, the oldest first. An episode starts with the onset given to triage, or with enough pain
 * when there is no episode. It ends when pain has been 0 for long enough, when no enough pain was logged for longer, or
 * when the user says so.
 * @param entries the newest first
 */
export function episodesOf(entries: readonly Entry[], rules: EpisodeRules, now: Date): Episode[] {
  let state = NOTHING;
  const own = { ...rules, habits: habitsOf(now) };
  for (const event of eventsIn(entries)) state = apply(endIfRecovered(state, event.time, own), event, own);
  const { past, current } = endIfRecovered(state, now.getTime(), own);
  return current === undefined ? [...past] : [...past, current];
}

/** The episode that isn't over, if there is one. */
export function currentEpisode(episodes: readonly Episode[]): Episode | undefined {
  const last = episodes.at(-1);
  return last && last.end === undefined ? last : undefined;
}

export interface Phase {
  /** From 1. */
  readonly day: number;
  /** Since the onset. */
  readonly hours: number;
  readonly phase: 'early' | 'later';
}

/**
 * Nobody is on day 2 within these hours, even if midnight has passed: for somebody whose back locked at 23:50 it is
 * still the first day at 00:10. Our own choice.
 */
const FIRST_DAY_HOURS = 4;

/**
 * The day of an episode, by calendar days from 1, and its phase, by hours since the onset. Both days are as they were
 * lived, so the day after a flight to the west may be the same one again.
 */
export function phaseOf({ start, at }: Pick<Episode, 'start' | 'at'>, { earlyHours }: EpisodeLimits, now: Date): Phase {
  const hours = (now.getTime() - start) / HOUR_MS;
  const days = dayNumber(today(now)) - dayNumber(livedDay(at, habitsOf(now))) + 1;
  const day = hours < FIRST_DAY_HOURS ? 1 : Math.max(1, days);
  return { day, hours, phase: hours < earlyHours ? 'early' : 'later' };
}

/** The kinds of entries that say something about episodes by themselves. */
const MARKS: ReadonlySet<string> = new Set(['triage', 'resolved', 'merge', 'split']);

// Ratings at the end of sessions are given later than their entries' time, so all are put in order. What merges or splits
// episodes at an entry comes before it.
function eventsIn(newestFirst: readonly Entry[]): Event[] {
  const events: Event[] = [];
  for (const entry of newestFirst.toReversed()) {
    if (MARKS.has(entry.kind)) events.push({ time: Date.parse(entry.at), entry });
    for (const rating of ratingsOf(entry)) events.push({ time: Date.parse(rating.at), rating, entry });
  }
  const rank = ({ entry: { kind } }: Event) => (kind === 'merge' || kind === 'split' ? 0 : 1);
  return events.toSorted((a, b) => a.time - b.time || rank(a) - rank(b));
}

function endIfRecovered(state: State, time: number, { recoveredHours, quietDays }: EpisodeRules): State {
  const { current, zeroSince, lastPain, quietSince } = state;
  if (!current) return state;
  if (zeroSince !== undefined && time - zeroSince >= recoveredHours * HOUR_MS) return end(state, zeroSince, 'zero');
  if (time - lastPain < quietDays * DAY_HOURS * HOUR_MS) return state;
  return end(state, quietSince ?? lastPain, 'quiet');
}

function end({ past, current }: State, time: number, ended: NonNullable<Episode['ended']>): State {
  return { ...NOTHING, past: current ? [...past, { ...current, end: time, ended }] : past };
}

function apply(state: State, { time, rating, entry }: Event, rules: EpisodeRules & Days): State {
  if (rating) return withPain(state, time, rating, entry, rules);
  if (entry.kind === 'resolved') return end(state, time, 'said');
  if (entry.kind === 'merge') return merged(state, time);
  if (entry.kind === 'split') return split(state, time, entry);
  return withOnset(state, time, entry, rules);
}

/** What follows belongs to the episode before, however that ended. */
function merged(state: State, time: number): State {
  const { past, current } = state;
  if (current && current.start < time) return { ...state, lastPain: time, mergedAt: time };
  const last = past.at(-1);
  if (!last) return state;
  const { end: formerEnd, ended: _ended, ...again } = last;
  return { ...NOTHING, past: past.slice(0, -1), current: again, lastPain: time, quietSince: formerEnd, mergedAt: time };
}

/** What follows is a new episode; nothing changes where there is none to split. */
function split(state: State, time: number, { id, at }: Entry): State {
  const { current, lastPain, quietSince } = state;
  if (!current || current.start >= time) return state;
  return { ...end(state, quietSince ?? lastPain, 'split'), current: { id, start: time, at }, lastPain: time };
}

/**
 * What a check soon after another one says about the onset replaces what was said there: a slip can be corrected. Our own
 * choice.
 */
const CORRECTION_HOURS = 12;

function withOnset(state: State, time: number, check: Entry, rules: EpisodeRules & Days): State {
  const beginning = beginningOf(check, rules.onsetOf, rules.habits);
  if (!beginning) return state;
  const { lastCheck } = state;
  const isCorrection = lastCheck !== undefined && time - lastCheck.time <= CORRECTION_HOURS * HOUR_MS;
  const known = isCorrection ? { ...state, past: lastCheck.past, current: lastCheck.current } : state;
  const last = Math.min(known.quietSince ?? known.lastPain, Date.parse(beginning.at));
  const before = known.mergedAt !== time && isNewSpasm(known, beginning, rules) ? end(known, last, 'spasm') : known;
  const free = before.past.at(-1)?.end ?? -Infinity;
  const start = Math.max(Date.parse(beginning.at), free);
  const own = {
    id: before.current?.id ?? (isCorrection && !known.current ? state.current?.id : undefined) ?? check.id,
    start,
    at: start === free ? shifted(check.at, free - time) : beginning.at,
    onset: String(check.answers?.['onset']),
    ...(beginning.isEstimate && { isEstimate: true as const }),
  };
  const { current } = before;
  const earlier = current && current.start <= own.start ? current : own;
  return {
    ...before,
    current: earlier,
    zeroSince: undefined,
    lastPain: time,
    quietSince: undefined,
    lastCheck: { time, past: before.past, current: before.current },
  };
}

// Pain that began after a recovered spell isn't that of the episode before, even if nobody said that it was over. Nor is
// pain whose day is known to be after the first days of that episode: for somebody whose back hurts every day, too, a new
// spasm is day 1.
function isNewSpasm(
  { current, lastPain }: State,
  { earliest, isEstimate }: Beginning,
  { recoveredHours, earlyHours }: EpisodeRules,
): boolean {
  if (!current || earliest === undefined) return false;
  if (earliest - recoveredHours * HOUR_MS >= lastPain) return true;
  return !isEstimate && earliest - earlyHours * HOUR_MS >= current.start;
}

function withPain(
  state: State,
  time: number,
  { at, pain }: Rating,
  { id }: Entry,
  { newEpisodePain }: EpisodeRules,
): State {
  const hurts = pain >= newEpisodePain;
  if (!state.current) return hurts ? { ...state, current: { id, start: time, at }, lastPain: time } : state;
  return {
    ...state,
    zeroSince: pain === 0 ? (state.zeroSince ?? time) : undefined,
    ...(hurts ? { lastPain: time, quietSince: undefined } : { quietSince: state.quietSince ?? time }),
  };
}
