import type { Context } from '../app/context.ts';
import type { CoreLevel, PlanCaution } from '../content/plan-types.ts';
import { OperationError } from '../errors.ts';
import type { Entry } from '../journal/core/records.ts';
import { journalWords } from '../journal/content.ts';
import { splitAhead } from '../journal/core/timed.ts';
import { knownItems } from '../profile/known.ts';
import type { Today } from '../today/core/today.ts';
import { type Day, readDay } from '../today/day.ts';
import type { PlanView } from './views/plan.ts';
import { levelWithout, type Plan, type PlanFacts, planFrom } from './core/plan.ts';

/**
 * The plan that follows from the journal and the profile.
 * @param entries all entries, the newest first
 * @param today what they say about this day and the episodes
 * @param against the sessions that the last check of the warning signs advises against, by id
 */
export function planOf(
  context: Context,
  entries: readonly Entry[],
  { episode, episodeStarts, pains }: Pick<Today, 'episode' | 'episodeStarts' | 'pains'>,
  against: readonly string[] = [],
): Plan {
  const { content } = context;
  const facts: PlanFacts = {
    content: content.plan(),
    therapies: content.therapies(),
    episodes: episodeStarts,
    phase: episode?.phase,
    pains,
    profile: knownItems(context).map(({ id }) => id),
    against,
  };
  const now = context.now();
  return planFrom(splitAhead(entries, now).soFar, facts, now);
}

/** The plan as it is shown; nothing while somebody has an episode, has to get help, or has to check a warning sign. */
export function planViewOf(context: Context, { entries, today }: Day): PlanView | undefined {
  if (today.unseen || today.noteWithSigns || today.episode) return undefined;
  const { content } = context;
  return {
    plan: planOf(context, entries, today),
    content: content.plan(),
    words: journalWords(context),
    now: context.now(),
  };
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
    const { entries, today } = readDay(context);
    return planOf(context, entries, today).core.level;
  } catch (error) {
    // Whoever started the session has been told already.
    if (error instanceof OperationError) return undefined;
    throw error;
  }
}
