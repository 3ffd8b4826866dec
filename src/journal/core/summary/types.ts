/** Days by the user's own calendar, from the first to the last. */
export interface Period {
  /** ISO dates. */
  readonly from: string;
  readonly to: string;
}

/** What `unspasm log stats` and the report say of a period; times and days are those of the user's own clock. */
export interface Summary {
  readonly period: Period;
  /** Every day of the period, the oldest first. */
  readonly days: readonly Day[];
  /** How many of them have a rating. */
  readonly ratedDays: number;
  /**
   * How many entries were written more than 24 hours after what they are about, of those for which that is known. When
   * an imported entry was written isn't known.
   */
  readonly late: { readonly entries: number; readonly of: number; readonly imported: number };
  /** Weeks counted back from the last day, the oldest first; the first may be short. */
  readonly weeks: readonly Week[];
  /** Days with a rating of 7 or more, and days on which pain kept the user from doing things. */
  readonly severeDays: number;
  readonly limitedDays: number;
  /** The most frequent first. */
  readonly therapies: readonly TherapyUse[];
  /** Exercise outside sessions, by id or in the user's own words. */
  readonly exercises: readonly { readonly id: string; readonly times: number; readonly minutes: number }[];
  readonly triggers: readonly TriggerDays[];
  /** Where it hurt, and on how many days; the most frequent first. */
  readonly areas: readonly { readonly id: string; readonly days: number }[];
  /** Medicines in the user's words, and on how many days; the most frequent first. */
  readonly medicines: readonly { readonly name: string; readonly days: number }[];
  readonly medicineDays: number;
  /** The oldest first. */
  readonly peg: readonly PegRating[];
  /** Checks of the warning signs, the oldest first. */
  readonly checks: readonly Check[];
  /** Entries other than checks that mention warning signs, the oldest first. */
  readonly notesWithSigns: readonly {
    readonly at: string;
    readonly signs: readonly string[];
    /** The note. */
    readonly words: string;
  }[];
}

export interface Day {
  /** An ISO date. */
  readonly date: string;
  /** Every rating of the day in order, also those before and after sessions; a day without any is a gap. */
  readonly ratings: readonly number[];
  readonly worst?: number;
  readonly limited: boolean;
  /** The ids of the therapies that were really done, in order. */
  readonly therapies: readonly string[];
  /** Exercise outside sessions, by id or in the user's own words, in order. */
  readonly exercises: readonly string[];
}

export interface Week {
  readonly period: Period;
  readonly ratedDays: number;
  /** Of all ratings of the week; absent if there is none. */
  readonly pain?: { readonly lowest: number; readonly median: number; readonly worst: number };
}

export interface TherapyUse {
  readonly id: string;
  /** How many were really done. */
  readonly sessions: number;
  readonly minutes: number;
  /** How many have a rating before and after, and the means of those. */
  readonly rated: number;
  readonly before?: number;
  readonly after?: number;
  /** In how many it hurt, even if they were stopped soon. */
  readonly hurt: number;
}

/** A trigger, and the rated days with and without it. */
export interface TriggerDays {
  readonly id: string;
  readonly daysWith: number;
  readonly daysWithout: number;
  /** The medians of the worst pain of those days; absent with fewer than five days on either side. */
  readonly medians?: { readonly with: number; readonly without: number };
}

export interface PegRating {
  readonly at: string;
  readonly pain: number;
  readonly enjoyment: number;
  readonly activity: number;
  /** The mean of the three, 0 to 10. */
  readonly score: number;
}

export interface Check {
  readonly at: string;
  readonly level: string;
  readonly signs: readonly string[];
  readonly unsure: readonly string[];
  /** Checklists, signs and questions that were left out because the result was already clear. */
  readonly notAsked: readonly string[];
}
