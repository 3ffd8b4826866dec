import type { Context } from '../app/context.ts';
import type { CoreLevel, PlanCaution } from '../content/plan-types.ts';
import { OperationError } from '../errors.ts';
import { readEntries } from '../journal/entries.ts';
import { episodesOf } from '../journal/core/episodes.ts';
import type { Entry } from '../journal/core/records.ts';
import { isAhead } from '../journal/core/timed.ts';
import { knownItems } from '../profile/known.ts';
import type { Today } from '../today/core/today.ts';
import { todayOf, todayRules } from '../today/day.ts';
import { levelWithout, type Plan, planFrom } from './core/plan.ts';

/**
 * The plan that follows from the journal and the profile.
 * @param entries all entries, the newest first
 * @param today what they say about this day
 * @param against the sessions that the last check of the warning signs advises against, by id
 */
export function planOf(
  context: Context,
  entries: readonly Entry[],
  today: Pick<Today, 'episode' | 'pains'>,
  against: readonly string[] = [],
): Plan {
  const { content } = context;
  const now = context.now();
  const counted = entries.filter(({ at }) => !isAhead(at, now));
  return planFrom(
    entries,
    {
      content: content.plan(),
      therapies: content.therapies(),
      episodes: episodesOf(counted, todayRules(context), now).map(({ start }) => start),
      phase: today.episode?.phase,
      pains: today.pains,
      profile: knownItems(context).map(({ id }) => id),
      against,
    },
    now,
  );
}

/** The levels of the core routine, as this person does them. */
export interface Levels {
  /** The level that follows from the journal. */
  readonly current: CoreLevel;
  readonly all: readonly CoreLevel[];
  readonly cautions: readonly PlanCaution[];
}

/** The levels of the core routine. A journal that can't be read keeps nobody from the first one. */
export function levelsFor(context: Context): Levels {
  const { levels } = context.content.plan().core;
  const profile = new Set(knownItems(context).map(({ id }) => id));
  const cautions = context.content.plan().cautions.filter(({ id }) => profile.has(id));
  const all = levels.map((level) => levelWithout(level, cautions));
  return { current: currentLevel(context) ?? all[0]!, all, cautions };
}

function currentLevel(context: Context): CoreLevel | undefined {
  try {
    const entries = readEntries(context);
    return planOf(context, entries, todayOf(context, entries)).core.level;
  } catch (error) {
    // Whoever started the session has been told already.
    if (error instanceof OperationError) return undefined;
    throw error;
  }
}
