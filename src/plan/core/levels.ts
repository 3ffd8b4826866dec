import type { CorePlan, CoreRules, LevelReason } from '../../content/plan-types.ts';
import type { Entry } from '../../journal/core/records.ts';

const DAY_MS = 24 * 3_600_000;

/** Where somebody is with the levels of a routine. All times are milliseconds since 1970. */
export interface Progress {
  /** The level of the next session, by its index. */
  readonly level: number;
  /** Why it isn't simply the one of the last session. */
  readonly why?: LevelReason;
  /** Whole sessions without more pain at this level so far. */
  readonly sessions: number;
  /** From when on the next level may come; absent before the first of these sessions. */
  readonly upFrom?: number;
  /** The last session, and whether it hurt. */
  readonly last?: { readonly time: number; readonly hurt: boolean };
  /** From when on a break is counted. */
  readonly breakFrom: number;
}

/** A session of the routine, or the start of an episode of pain. */
interface Event {
  readonly time: number;
  /** Absent for the start of an episode. */
  readonly session?: Entry;
}

/**
 * The level that follows from what was done and how it felt. It rises by one after enough whole sessions without more
 * pain, and not within the days that the rules set. It goes down after a session that hurt, an episode, and a break.
 * @param entries in any order, none ahead of now
 * @param episodes when episodes of pain began, in milliseconds since 1970
 */
export function progressOf(
  entries: readonly Entry[],
  episodes: readonly number[],
  plan: CorePlan,
  now: Date,
): Progress {
  let progress: Progress = { level: 0, why: 'first', sessions: 0, breakFrom: Infinity };
  for (const { time, session } of eventsOf(entries, episodes, plan.therapy)) {
    progress = afterBreak(progress, time, plan.rules);
    progress = session ? afterSession(progress, session, time, plan) : afterEpisode(progress, time, plan.rules);
  }
  return afterBreak(progress, now.getTime(), plan.rules);
}

/** Whether more pain came with a session. @param painRise from how many points on a rise of pain counts */
export function hasHurt({ ended, hurt = [], painBefore, painAfter }: Entry, painRise: number): boolean {
  if (ended === 'hurt' || hurt.length > 0) return true;
  return painBefore !== undefined && painAfter !== undefined && painAfter - painBefore >= painRise;
}

function eventsOf(entries: readonly Entry[], episodes: readonly number[], therapy: string): Event[] {
  const sessions = entries.filter((entry) => entry.kind === 'session' && entry.therapy === therapy);
  const timed = sessions.map((session) => ({ time: Date.parse(session.at), session }));
  const all: Event[] = [...episodes.map((time) => ({ time })), ...timed];
  const idOf = ({ session }: Event) => session?.id ?? '';
  return all.toSorted((a, b) => a.time - b.time || (idOf(a) < idOf(b) ? -1 : 1));
}

function afterSession(before: Progress, session: Entry, time: number, { levels, rules }: CorePlan): Progress {
  // Sessions of older versions, and single exercises, name no level.
  const named = levels.findIndex(({ id }) => id === session.routineLevel);
  const level = named < 0 ? before.level : Math.min(named, before.level);
  const hurt = hasHurt(session, rules.painRise);
  const after = { level, last: { time, hurt }, breakFrom: time };
  if (hurt) return { ...after, level: Math.max(0, level - 1), why: 'hurt', sessions: 0 };
  const upFrom = time + rules.daysBeforeUp * DAY_MS;
  if (level < before.level) return { ...after, why: 'easier', sessions: 1, upFrom };
  const counts = isWhole(session, levels[level]!) && (named >= 0 || level === 0);
  if (!counts) return { ...before, ...after };
  const sessions = before.sessions + 1;
  const isTop = level === levels.length - 1;
  if (!isTop && sessions >= rules.sessionsBeforeUp && time >= (before.upFrom ?? upFrom))
    return { ...after, level: level + 1, sessions: 0 };
  return { ...after, sessions, upFrom: before.upFrom ?? upFrom };
}

// A session that hurt has lowered the level already, and may be what the episode began with.
function afterEpisode(before: Progress, time: number, rules: CoreRules): Progress {
  const { level, last, breakFrom } = before;
  if (!last || level === 0) return before;
  if (last.hurt && time - last.time < rules.restDaysAfterPain * DAY_MS) return before;
  return { level: level - 1, why: 'episode', sessions: 0, last, breakFrom };
}

function afterBreak(before: Progress, time: number, { breakDays }: CoreRules): Progress {
  const { level, last, breakFrom } = before;
  const breaks = Math.floor((time - breakFrom) / (breakDays * DAY_MS));
  if (!last || level === 0 || breaks < 1) return before;
  const later = breakFrom + breaks * breakDays * DAY_MS;
  return { level: Math.max(0, level - breaks), why: 'break', sessions: 0, last, breakFrom: later };
}

function isWhole({ ended, stretches = [] }: Entry, { exercises }: CorePlan['levels'][number]): boolean {
  return ended === 'done' && exercises.every(({ stretch }) => stretches.includes(stretch));
}
