import type { Context } from '../../context.ts';
import { CannotError } from '../../errors.ts';
import type { Entry } from '../../journal/records.ts';
import type { Today } from '../../journal/today.ts';
import { adviceFor, todayOf } from '../today/advice.ts';

/** So many of the newest entries tell all that a session has to know; more would delay somebody in pain. */
const ENOUGH = 500;

/** What the journal says that matters before a session. */
export interface Past {
  readonly today: Today;
  /** The names of the sessions that were ever done, as far back as was looked. */
  readonly done: ReadonlySet<string | undefined>;
  /** What the last check says against some therapies, in words. */
  readonly against: readonly { readonly text: string; readonly therapies: readonly string[] }[];
}

/** Looks back. A journal that can't be read keeps nobody from a session. */
export function lookBack(context: Context): Past {
  const entries = newestEntries(context);
  const today = todayOf(context, entries);
  const sessions = entries.filter(({ kind }) => kind === 'session');
  return { today, done: new Set(sessions.map(({ therapy }) => therapy)), against: speaksAgainst(context, today) };
}

function newestEntries({ journal, note }: Context): readonly Entry[] {
  try {
    return journal.newest(ENOUGH).entries;
  } catch (error) {
    if (!(error instanceof CannotError)) throw error;
    note([`unspasm: ${error.message}`]);
    return [];
  }
}

// The plan of a check is worked out only where there was one.
function speaksAgainst(context: Context, today: Today): Past['against'] {
  if (!today.unseen && !today.checked) return [];
  const { plan, headline } = adviceFor(context, today);
  return plan.flatMap(({ text, against }) =>
    against ? [{ text: `Your last check said: ${headline}. ${text}`, therapies: against }] : [],
  );
}
