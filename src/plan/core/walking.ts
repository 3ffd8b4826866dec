import type { WalkingPlan, WalkingStage } from '../../content/plan-types.ts';
import { wasDone } from '../../journal/core/done.ts';
import { habitsOf, livedDay } from '../../journal/core/habits.ts';
import type { Entry } from '../../journal/core/records.ts';
import { boundedMinutes } from '../../journal/core/timed.ts';
import { weeksBefore } from '../../journal/core/weeks.ts';
import { toIso } from '../../journal/core/when.ts';
import { hasHurt } from './levels.ts';

/** Where somebody is with walking. */
export interface Walking {
  /** The stage of this week, by its index. */
  readonly stage: number;
  /** On how many days of this week it was reached so far. */
  readonly days: number;
  /** How many minutes were walked today. */
  readonly minutesToday: number;
  /** The last walk, in milliseconds since 1970. */
  readonly last?: number;
}

/** The walks of a week. */
interface Week {
  /** Minutes by the day on which they were walked. */
  readonly days: Map<string, number>;
  /** A walk hurt, or an episode of pain began. */
  pained: boolean;
}

/**
 * The stage of walking that follows from the walks of earlier weeks. The first week with walks says where somebody
 * begins. A stage that was reached in enough weeks is followed by the next one; a week in which a walk hurt or an episode
 * began, and a long break, by the one before.
 * @param entries in any order, none ahead of now
 * @param episodes when episodes of pain began, in milliseconds since 1970
 */
export function walkingOf(
  entries: readonly Entry[],
  episodes: readonly number[],
  plan: WalkingPlan,
  now: Date,
): Walking {
  const walks = entries.filter((entry) => isWalk(entry, plan));
  const weeks = weeksOf(walks, episodes, plan, now);
  const last = walks.filter(wasDone).reduce((latest, { at }) => Math.max(latest, Date.parse(at)), -Infinity);
  const first = Math.max(-1, ...[...weeks].filter(([, { days }]) => days.size > 0).map(([ago]) => ago));
  let state: State = { stage: 0, reached: 0, empty: 0 };
  for (let ago = first; ago > 0; ago--) state = afterWeek(state, weeks.get(ago), plan, ago === first);
  const current = weeks.get(0)?.days ?? new Map<string, number>();
  const habits = habitsOf(now);
  return {
    stage: state.stage,
    days: daysReached(current, plan.stages[state.stage]!),
    minutesToday: Math.round(current.get(livedDay(toIso(now), habits)) ?? 0),
    ...(last > -Infinity && { last }),
  };
}

interface State {
  readonly stage: number;
  /** In how many weeks it was reached. */
  readonly reached: number;
  /** How many weeks in a row had no walk. */
  readonly empty: number;
}

function afterWeek(state: State, week: Week | undefined, { stages, rules }: WalkingPlan, isFirst: boolean): State {
  const { stage } = state;
  const lower = { stage: Math.max(0, stage - 1), reached: 0, empty: 0 };
  if (week?.pained) return lower;
  if (!week || week.days.size === 0) {
    const empty = state.empty + 1;
    return empty < rules.breakWeeks ? { ...state, empty } : lower;
  }
  const isReached = (one: WalkingStage) => daysReached(week.days, one) >= one.days;
  if (isFirst) {
    const begun = stages.findLastIndex(isReached);
    return { stage: Math.max(0, begun), reached: begun < 0 ? 0 : 1, empty: 0 };
  }
  const reached = state.reached + (isReached(stages[stage]!) ? 1 : 0);
  if (reached < rules.weeksBeforeUp || stage === stages.length - 1) return { stage, reached, empty: 0 };
  return { stage: stage + 1, reached: 0, empty: 0 };
}

function daysReached(days: ReadonlyMap<string, number>, { minutes }: WalkingStage): number {
  return [...days.values()].filter((walked) => Math.round(walked) >= minutes).length;
}

// By how many weeks ago they were.
function weeksOf(
  walks: readonly Entry[],
  episodes: readonly number[],
  plan: WalkingPlan,
  now: Date,
): Map<number, Week> {
  const weeks = new Map<number, Week>();
  const { ago: weeksAgo } = weeksBefore(now);
  const weekOf = (at: string) => {
    const ago = weeksAgo(at);
    const week = weeks.get(ago) ?? { days: new Map<string, number>(), pained: false };
    weeks.set(ago, week);
    return week;
  };
  const habits = habitsOf(now);
  for (const entry of walks) {
    const week = weekOf(entry.at);
    if (hasHurt(entry, plan.rules.painRise)) week.pained = true;
    const day = livedDay(entry.at, habits);
    if (wasDone(entry)) week.days.set(day, (week.days.get(day) ?? 0) + boundedMinutes(entry.minutes));
  }
  for (const time of episodes) weekOf(toIso(time)).pained = true;
  return weeks;
}

function isWalk({ kind, therapy = '', activity = '' }: Entry, { therapies, activities }: WalkingPlan): boolean {
  return kind === 'session' ? therapies.includes(therapy) : kind === 'exercise' && activities.includes(activity);
}
