import type { CoreLevel, PlanCaution, PlanContent, Tip, WalkingStage } from '../../content/plan-types.ts';
import type { TherapiesContent } from '../../content/session-types.ts';
import type { Entry } from '../../journal/core/records.ts';
import { daysAgo } from '../../journal/core/say-when.ts';
import type { Rating } from '../../journal/core/timed.ts';
import { type Movement, movementByWeek } from '../../journal/core/movement.ts';
import { weeksBefore } from '../../journal/core/weeks.ts';
import { toIso } from '../../journal/core/when.ts';
import { type Progress, progressOf } from './levels.ts';
import { tipFor } from './tip.ts';
import { type Walking, walkingOf } from './walking.ts';

const DAY_MS = 24 * 3_600_000;

/** How many weeks before this one are shown. */
const WEEKS_BACK = 4;

/** What comes next in prevention, and how far somebody is. */
export interface Plan {
  /** This week first, then those before it, as far back as the journal goes. */
  readonly weeks: readonly PlannedWeek[];
  readonly core: CoreStep;
  readonly walking: WalkingStep;
  /** Absent where exercise waits. */
  readonly next?: NextStep;
  /** Why exercise waits: the first days of an episode, what a check said, or everything was done. */
  readonly waits?: 'early' | 'check' | 'done';
  /** Of the current episode, if there is one. */
  readonly phase?: 'early' | 'later';
  readonly tip: Tip;
  readonly cautions: readonly PlanCaution[];
}

export interface PlannedWeek extends Movement {
  /** Its first day, as an ISO date. */
  readonly from: string;
}

/** The level of the core exercises. */
export interface CoreStep extends Pick<Progress, 'why'> {
  readonly level: CoreLevel;
  /** Its number, from 1, and how many there are. */
  readonly number: number;
  readonly of: number;
  /** The next level; absent at the highest one, and where an exercise is left out. */
  readonly up?: UpStep;
  /** The pain from which it waits, in an episode. */
  readonly waitsForPain?: number;
}

export interface UpStep {
  readonly level: CoreLevel;
  /** How many sessions it takes at least. */
  readonly sessions: number;
  /** Not before this time, as ISO 8601; absent where that has passed. */
  readonly from?: string;
}

export interface WalkingStep extends WalkingStage {
  readonly of: number;
  /** On how many days of this week it was reached. */
  readonly done: number;
}

/** A session that can be started now. */
export type NextStep = { readonly id: 'core' } | { readonly id: 'walk'; readonly minutes: number };

/** What a plan follows from, beside the journal. */
export interface PlanFacts {
  readonly content: PlanContent;
  readonly therapies: TherapiesContent;
  /** When episodes of pain began, in milliseconds since 1970. */
  readonly episodes: readonly number[];
  /** Of the current episode, if there is one. */
  readonly phase?: 'early' | 'later' | undefined;
  /** The ratings of the current episode, the oldest first. */
  readonly pains: readonly Rating[];
  /** What applies in the profile, by id. */
  readonly profile: readonly string[];
  /** The sessions that the last check of the warning signs advises against, by their ids in the journal. */
  readonly against: readonly string[];
}

/** The plan that follows from a journal. @param entries in any order, none ahead of now */
export function planFrom(entries: readonly Entry[], facts: PlanFacts, now: Date): Plan {
  const { content, profile, phase, episodes } = facts;
  const cautions = content.cautions.filter(({ id }) => profile.includes(id));
  const progress = progressOf(entries, episodes, content.core, now);
  const walking = walkingOf(entries, episodes, content.walking, now);
  const core = coreStep(progress, cautions, facts, now);
  const next = phase === 'early' ? undefined : nextStep(core, progress, walking, facts, now);
  return {
    weeks: weeksOf(entries, facts.therapies, now),
    core,
    walking: walkingStep(walking, content),
    ...(next ? { next } : { waits: whyItWaits(facts) }),
    ...(phase && { phase }),
    tip: tipFor(entries, content.tips),
    cautions,
  };
}

/** The level as it is done: without what somebody's health leaves out. */
export function levelWithout(level: CoreLevel, cautions: readonly PlanCaution[]): CoreLevel {
  const out = new Set(cautions.flatMap(({ leavesOut = [] }) => leavesOut));
  return { ...level, exercises: level.exercises.filter(({ stretch }) => !out.has(stretch)) };
}

function coreStep(
  { level, why, sessions, upFrom }: Progress,
  cautions: readonly PlanCaution[],
  { content, phase, pains }: PlanFacts,
  now: Date,
): CoreStep {
  const { levels, rules } = content.core;
  const whole = levels[level]!;
  const done = levelWithout(whole, cautions);
  const above = levels[level + 1];
  const pain = pains.at(-1)?.pain;
  const isSore = phase === 'later' && pain !== undefined && pain > rules.mostPain;
  const mayRise = above && done.exercises.length === whole.exercises.length;
  const from = upFrom ?? now.getTime() + rules.daysBeforeUp * DAY_MS;
  const up = mayRise && {
    level: above,
    sessions: Math.max(1, rules.sessionsBeforeUp - sessions),
    ...(from > now.getTime() && { from: toIso(from) }),
  };
  return {
    level: done,
    number: level + 1,
    of: levels.length,
    ...(why && { why }),
    ...(up && { up }),
    ...(isSore && { waitsForPain: rules.mostPain }),
  };
}

function walkingStep({ stage, days }: Walking, { walking: { stages } }: PlanContent): WalkingStep {
  return { ...stages[stage]!, of: stages.length, done: days };
}

// Of the two kinds, the one that was done longer ago: the guide says to vary them.
function nextStep(
  core: CoreStep,
  { last }: Progress,
  walking: Walking,
  { content, against }: PlanFacts,
  now: Date,
): NextStep | undefined {
  const { rules } = content.core;
  const { minutes } = content.walking.stages[walking.stage]!;
  const mayWalk = walking.minutesToday < minutes && !against.some((id) => content.walking.therapies.includes(id));
  const walk = mayWalk ? { id: 'walk' as const, minutes } : undefined;
  const rest = last?.hurt ? rules.restDaysAfterPain : rules.restDays;
  const isRested = !last || daysAgo(toIso(last.time), now) > rest;
  const isFree = core.waitsForPain === undefined && !against.includes(content.core.therapy);
  const mayDoCore = isRested && isFree && core.level.exercises.length > 0;
  if (!mayDoCore) return walk;
  const coreIsOlder = !last || (walking.last !== undefined && last.time <= walking.last);
  return walk && !coreIsOlder ? walk : { id: 'core' };
}

function whyItWaits({ phase, against }: PlanFacts): NonNullable<Plan['waits']> {
  if (phase === 'early') return 'early';
  return against.length > 0 ? 'check' : 'done';
}

// Weeks before the first entry aren't empty: nobody had a plan then.
function weeksOf(entries: readonly Entry[], therapies: TherapiesContent, now: Date): PlannedWeek[] {
  const weeks = weeksBefore(now);
  const movement = movementByWeek(entries, therapies, { weeks, count: WEEKS_BACK + 1 });
  const known = movement.slice(0, weeks.ago(earliest(entries, now)) + 1);
  return known.map((week, ago) => ({ from: weeks.firstDay(ago), ...week }));
}

// To the day: texts are compared faster than times, and a journal can be long.
function earliest(entries: readonly Entry[], now: Date): string {
  return entries.reduce((first, { at }) => (at < first ? at : first), toIso(now));
}
