import type { Choice } from './types.ts';

/** The texts of the journal, of its questions and of the page of today. */
export interface JournalTexts {
  /** Questions that triage doesn't ask. */
  readonly prompts: Readonly<Record<'area' | 'helped' | 'limited' | 'note', string>>;
  readonly areas: readonly (Choice & { readonly leg?: boolean })[];
  readonly helped: readonly Choice[];
  /** Sentences of the page of today. */
  readonly today: Readonly<
    Record<
      'unseen' | 'noteWithSigns' | 'checkNote' | 'checkFirst' | 'changes' | 'quiet' | 'over' | 'ahead' | 'aheadMany',
      string
    >
  >;
  /** Sentences about episodes: that there are none so far, and why one ended. */
  readonly episodes: Readonly<Record<'none' | 'zero' | 'quiet' | 'said' | 'split' | 'spasm', string>>;
  /** Sentences about a period. */
  readonly stats: { readonly empty: string; readonly association: string };
  readonly peg: PegTexts;
}

/** Three questions about the past week. */
export interface PegTexts {
  readonly title: string;
  readonly offer: string;
  /** What the scale is; its source is named after it. */
  readonly about: string;
  readonly items: readonly PegItem[];
  /** How often it is offered. */
  readonly everyDays: number;
  readonly sources: readonly string[];
}

export interface PegItem {
  readonly id: string;
  readonly prompt: string;
  readonly lowest: string;
  readonly highest: string;
}

/** Exercise that can be logged, beside what people name in their own words. */
export interface ExerciseContent {
  readonly activities: readonly (Choice & Synonyms)[];
}

/** Other words that people have for something, in small letters. */
export interface Synonyms {
  readonly id: string;
  readonly words: readonly string[];
}

/** Other words for places, triggers and what helped. */
export type JournalWords = Readonly<Record<'area' | 'trigger' | 'helped', readonly Synonyms[]>>;

/** A rating a day, also on good days, and what can be marked beside it. */
export interface CheckInContent {
  readonly title: string;
  readonly pain: string;
  readonly since: string;
  /** Said when exercise was marked: the mark alone isn't counted for the week. */
  readonly toCount: string;
  readonly off: string;
  /** One with the id of a trigger means the same as that trigger. */
  readonly marks: readonly Pick<Choice, 'id' | 'label'>[];
  /** With fewer days with a check-in, or fewer spasms, nothing is compared. Our own choice. */
  readonly leastDays: number;
  readonly leastSpasms: number;
}

/** How episodes of pain are counted. */
export interface EpisodeLimits {
  /** Pain from which a new episode begins. */
  readonly newEpisodePain: number;
  /** A smaller change counts as about the same. */
  readonly samePain: number;
  /** How many hours pain has to stay 0 before an episode is over. */
  readonly recoveredHours: number;
  /** After how many days without enough pain for a new episode the last one counts as over. Our own choice. */
  readonly quietDays: number;
  /** How many hours the guide's first days last. */
  readonly earlyHours: number;
}

/** Sentences of the page for a clinician. */
export interface ReportContent {
  readonly title: string;
  readonly selfReported: string;
  readonly byHand: string;
  readonly usual: string;
  readonly signs: { readonly never: string; readonly none: string; readonly silence: string };
  readonly association: string;
  readonly legUnknown: string;
  readonly peg: string;
  readonly noRatings: string;
  /** For the report for a physiotherapist: its title, and which sessions count. */
  readonly physio: { readonly title: string; readonly done: string };
  /** Said in a PDF. */
  readonly lettersMissing: string;
}
