import type { Sourced } from './types.ts';

/** What is done between episodes to lower the risk of another one. */
export interface PlanContent {
  /** What the guide recommends. */
  readonly aim: Sourced & { readonly text: string; readonly passage: string };
  readonly core: CorePlan;
  readonly walking: WalkingPlan;
  readonly cautions: readonly PlanCaution[];
  readonly tips: readonly Tip[];
  readonly texts: PlanTexts;
}

/** The levels of a routine, the easiest first. */
export interface CorePlan {
  /** The id of the routine in stretches.json, and what a session of it is called in the journal. */
  readonly routine: string;
  readonly therapy: string;
  readonly levels: readonly CoreLevel[];
  readonly rules: CoreRules;
}

export interface CoreLevel extends Sourced {
  /** As it is saved in the journal and shown: it never changes, even if a level is added before it. */
  readonly id: string;
  readonly exercises: readonly LevelExercise[];
}

/** How often an exercise is done at a level, and for how many seconds it is held. */
export interface LevelExercise {
  readonly stretch: string;
  readonly rounds: number;
  readonly seconds: number;
}

/** When a level goes up or down, and when core exercises wait. */
export interface CoreRules extends Sourced {
  /** Whole sessions without more pain at a level before the next one, and the days since the first of them. */
  readonly sessionsBeforeUp: number;
  readonly daysBeforeUp: number;
  /** By how many points pain has to rise in a session for it to count as one that hurt. */
  readonly painRise: number;
  /** The level is one lower for each time that this many days have passed without a session. */
  readonly breakDays: number;
  /** For how many days after a session the other kind of exercise comes first, and after one that hurt. */
  readonly restDays: number;
  readonly restDaysAfterPain: number;
  /** In an episode, core exercises wait until pain is no more than this. */
  readonly mostPain: number;
}

/** Walking that is built up over weeks. */
export interface WalkingPlan {
  /** What counts as walking: sessions, and exercise that was logged. */
  readonly therapies: readonly string[];
  readonly activities: readonly string[];
  /** The shortest first. */
  readonly stages: readonly WalkingStage[];
  readonly rules: WalkingRules;
  readonly goal: Sourced & { readonly text: string };
}

/** How many minutes a day, and on how many days a week. */
export interface WalkingStage {
  readonly id: string;
  readonly minutes: number;
  readonly days: number;
}

export interface WalkingRules extends Sourced {
  /** The next stage comes after this many weeks in which the stage was reached. */
  readonly weeksBeforeUp: number;
  readonly painRise: number;
  /** The stage is one lower for each time that this many whole weeks have passed without a walk. */
  readonly breakWeeks: number;
}

/** What somebody's health means for the plan; its id is that of an item of the profile. */
export interface PlanCaution extends Sourced {
  readonly id: string;
  readonly text: string;
  /** Somebody has to be asked first. */
  readonly ask?: true;
  /** Exercises that aren't done. */
  readonly leavesOut?: readonly string[];
}

/** A piece of advice from the guide. */
export interface Tip extends Sourced {
  readonly id: string;
  readonly text: string;
  /** The triggers and the marks of a check-in that it helps against. */
  readonly triggers: readonly string[];
  readonly passage: string;
}

/** Why a level is what it is. */
export type LevelReason = 'first' | 'hurt' | 'break' | 'episode' | 'easier';

export interface PlanTexts {
  readonly title: string;
  /** What to do when an exercise hurts. */
  readonly hurts: string;
  readonly why: Readonly<Record<LevelReason, string>>;
  /** When the next level comes: `{level}` and `{sessions}` are filled in. */
  readonly up: string;
  /** The same with the first day on which it may come: `{day}`. */
  readonly upFrom: string;
  readonly top: string;
  /** After the first days of an episode. */
  readonly episode: string;
  /** For somebody who opens the home page in pain. */
  readonly painNow: string;
  /** Why exercise waits: the first days of an episode, pain after them (`{pain}` is filled in), or enough for today. */
  readonly wait: Readonly<Record<'early' | 'later' | 'done', string>>;
}
