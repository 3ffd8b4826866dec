/** A stretch of days of the user's own calendar, both ends included. */
export interface Period {
  /** ISO dates. */
  readonly from: string;
  readonly to: string;
}

/** The journal over a period, as numbers; times and days are those of the user's own clock. */
export interface Summary {
  readonly period: Period;
  /** Every day of the period, the oldest first. */
  readonly days: readonly Day[];
  /** On how many of them pain was rated. */
  readonly ratedDays: number;
  /** Entries written more than 24 hours after what they are about, of all entries of the period. */
  readonly late: { readonly entries: number; readonly of: number };
  /** Weeks counted from the last day backwards, the oldest first; the first may be short. */
  readonly weeks: readonly Week[];
  /** Days with a rating of 7 or more, and days that somebody was kept from things. */
  readonly severeDays: number;
  readonly limitedDays: number;
  /** By how often each was done. */
  readonly therapies: readonly TherapyUse[];
  readonly triggers: readonly TriggerDays[];
  /** Where it hurt: on how many days, the most first. */
  readonly areas: readonly { readonly id: string; readonly days: number }[];
  /** What was taken, in the user's words: on how many days. */
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
    /** What was written. */
    readonly words: string;
  }[];
}

export interface Day {
  /** An ISO date. */
  readonly date: string;
  /** Every rating of the day in order, those before and after sessions among them; none is a gap. */
  readonly ratings: readonly number[];
  readonly worst?: number;
  readonly limited: boolean;
  /** What was done, by id of the therapy, in order. */
  readonly therapies: readonly string[];
}

export interface Week {
  readonly period: Period;
  readonly ratedDays: number;
  /** Of all ratings of the week; absent where there is none. */
  readonly pain?: { readonly lowest: number; readonly median: number; readonly worst: number };
}

export interface TherapyUse {
  readonly id: string;
  readonly sessions: number;
  readonly minutes: number;
  /** How many were rated before and after, and the means of those. */
  readonly rated: number;
  readonly before?: number;
  readonly after?: number;
  /** In how many it hurt. */
  readonly hurt: number;
}

/** A trigger and the days that it was noted on; days without a rating count for nothing. */
export interface TriggerDays {
  readonly id: string;
  readonly daysWith: number;
  readonly daysWithout: number;
  /** The medians of the worst pain of those days; only from five days each. */
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
  /** Checklists, single signs and questions that were not asked, as the result had been decided. */
  readonly notAsked: readonly string[];
}
