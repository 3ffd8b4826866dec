import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import type { EpisodeLimits } from '../../content/journal-content.ts';
import type { Entry } from './records.ts';

const HOUR_MS = 3_600_000;

/** An episode of pain, from its onset to the recovery. */
export interface Episode {
  /** Milliseconds since 1970. */
  readonly start: number;
  /** When it was over; absent while it lasts. */
  readonly end?: number;
}

/** How episodes are counted, by the data. */
export interface EpisodeRules extends EpisodeLimits {
  /** How many hours ago the pain started, for an answer to triage's question. */
  readonly onsetHours: (answer: string) => number | undefined;
}

interface State {
  readonly past: readonly Episode[];
  readonly start: number | undefined;
  /** Since when pain has been 0, in milliseconds since 1970. */
  readonly zeroSince: number | undefined;
}

/**
 * The episodes in a journal, the oldest first. An episode starts with the onset given to triage, or with enough pain
 * when there is no episode. It ends when pain has been 0 for long enough, or when the user says so.
 * @param entries the newest first
 */
export function episodesOf(entries: readonly Entry[], rules: EpisodeRules, now: Date): Episode[] {
  let state: State = { past: [], start: undefined, zeroSince: undefined };
  for (const entry of entries.toReversed()) {
    const time = Date.parse(entry.at);
    state = applyEntry(endIfRecovered(state, time, rules), time, entry, rules);
  }
  const { past, start } = endIfRecovered(state, now.getTime(), rules);
  return start === undefined ? [...past] : [...past, { start }];
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

/** The day of an episode, by calendar days from 1, and its phase, by hours since the onset. */
export function phaseOf({ start }: Episode, { earlyHours }: EpisodeLimits, now: Date): Phase {
  const hours = (now.getTime() - start) / HOUR_MS;
  const day = differenceInCalendarDays(now, new Date(start)) + 1;
  return { day, hours, phase: hours < earlyHours ? 'early' : 'later' };
}

function endIfRecovered(state: State, time: number, { recoveredHours }: EpisodeRules): State {
  const { zeroSince } = state;
  if (zeroSince === undefined || time - zeroSince < recoveredHours * HOUR_MS) return state;
  return endEpisode(state, zeroSince);
}

function endEpisode({ past, start }: State, end: number): State {
  return { past: start === undefined ? past : [...past, { start, end }], start: undefined, zeroSince: undefined };
}

function applyEntry(state: State, time: number, entry: Entry, rules: EpisodeRules): State {
  if (entry.kind === 'resolved') return endEpisode(state, time);
  const started = entry.kind === 'triage' ? withOnset(state, time, entry, rules) : state;
  return entry.pain === undefined ? started : withPain(started, time, entry.pain, rules);
}

function withOnset(state: State, time: number, { answers }: Entry, { onsetHours }: EpisodeRules): State {
  const hours = onsetHours(String(answers?.['onset']));
  if (hours === undefined) return state;
  const onset = Math.max(time - hours * HOUR_MS, state.past.at(-1)?.end ?? 0);
  return { ...state, start: Math.min(onset, state.start ?? onset), zeroSince: undefined };
}

function withPain(state: State, time: number, pain: number, { newEpisodePain }: EpisodeRules): State {
  if (state.start === undefined) return pain >= newEpisodePain ? { ...state, start: time } : state;
  return { ...state, zeroSince: pain === 0 ? (state.zeroSince ?? time) : undefined };
}
