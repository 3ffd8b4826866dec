import type { Level } from '../../content/types.ts';
import type { ReportContent } from '../../content/journal-content.ts';
import type { EpisodeFacts } from '../../journal/core/episode-list.ts';
import { type Habits, livedDay } from '../../journal/core/habits.ts';
import type { Entry, Words } from '../../journal/core/records.ts';
import { sayFullDate } from '../../journal/core/say-when.ts';
import type { Summary } from '../../journal/core/summary/types.ts';

/** Everything that a report is made from. */
export interface ReportData {
  readonly summary: Summary;
  /** The entries of the period, the oldest first. */
  readonly entries: readonly Entry[];
  /** Whether every entry is added. */
  readonly all: boolean;
  /** The episodes that the period touches, the oldest first. */
  readonly episodes: readonly EpisodeFacts[];
  readonly texts: ReportContent;
  /** The therapies whose sessions are exercise, by id. */
  readonly movementTherapies: readonly string[];
  readonly words: ReportWords;
  /** The patient's own questions. */
  readonly questions: readonly string[];
  /** What of the journal isn't in the report, in words. */
  readonly leftOut: readonly string[];
  /** An ISO date. */
  readonly today: string;
  /** When the patient's days begin, and how they read the clock. */
  readonly habits: Habits;
  readonly version: string;
}

/** The day that a time counts for by the patient's own days, such as "21 Nov 2026". @param at ISO 8601 */
export function dateOfTime(at: string, { habits }: Pick<ReportData, 'habits'>): string {
  return sayFullDate(livedDay(at, habits));
}

/** The words for what entries hold. */
export interface ReportWords {
  /** Areas, triggers, therapies. */
  readonly of: Words;
  readonly sign: (id: string) => string;
  /** Where a sign sends somebody who reports it. */
  readonly signLevel: (id: string) => Level;
  /** What a check left out, from its ids. */
  readonly notAsked: (ids: readonly string[]) => readonly string[];
  /** Whether an area is one of a leg. */
  readonly isLeg: (area: string) => boolean;
  /** An entry, in one line. */
  readonly entry: (entry: Entry) => string;
}
