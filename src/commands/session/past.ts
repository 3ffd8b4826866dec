import type { Context } from '../../context.ts';
import { CannotError } from '../../errors.ts';
import type { Entry } from '../../journal/records.ts';
import { type Advice, heardText } from '../../views/today.ts';
import { labelsOf } from '../signs/labels.ts';
import type { Today } from '../../journal/today.ts';

/** So many of the newest entries tell all that a session has to know; more would delay somebody in pain. */
const ENOUGH = 500;

/** What the journal says that matters before a session. */
export interface Past {
  /** Anything is known at all. */
  readonly isKnown: boolean;
  readonly today: Pick<Today, 'episode' | 'applications'>;
  /** The names of the sessions that were ever done, as far back as was looked. */
  readonly done: ReadonlySet<string | undefined>;
  /** What the last check, or a note, says against some therapies, in words; against all where none is named. */
  readonly against: readonly { readonly text: string; readonly therapies?: readonly string[] }[];
}

/** Nothing is in the journal. */
const NOTHING: Past = { isKnown: false, today: { applications: [] }, done: new Set(), against: [] };

/** Looks back. A journal that can't be read keeps nobody from a session. */
export async function lookBack(context: Context): Promise<Past> {
  const entries = newestEntries(context);
  if (entries.length === 0) return NOTHING;
  const { todayOf, adviceFor } = await import('../today/advice.ts');
  const today = todayOf(context, entries);
  const sessions = entries.filter(({ kind }) => kind === 'session');
  const done = new Set(sessions.map(({ therapy }) => therapy));
  // The plan of a check is worked out only where there was one.
  const against = today.unseen || today.checked ? speaksAgainst(adviceFor(context, today)) : [];
  return { isKnown: true, today, done, against: [...heardBefore(context, today), ...against] };
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

function heardBefore(context: Context, { heard }: Today): Past['against'] {
  if (!heard) return [];
  const texts = { journal: context.content.journal(), labelOf: labelsOf(context) };
  return [{ text: heardText(heard, texts, context.now()) }];
}

function speaksAgainst({ plan, headline }: Advice): Past['against'] {
  return plan.flatMap(({ text, against }) =>
    against ? [{ text: `Your last check said: ${headline}. ${text}`, therapies: against }] : [],
  );
}
