import type { Context } from '../../app/context.ts';
import { OperationError } from '../../errors.ts';
import type { Entry } from '../../journal/core/records.ts';
import type { Advice } from '../../today/views/today.ts';
import type { Today } from '../../today/core/today.ts';

/** So many of the newest entries tell all that a session has to know; more would delay somebody in pain. */
const ENOUGH = 500;

/** What the journal says that matters before a session. */
export interface Past {
  /** Anything is known at all. */
  readonly isKnown: boolean;
  readonly today: Pick<Today, 'episode' | 'allowances'>;
  /** The names of the sessions that were ever done, as far back as was looked. */
  readonly done: ReadonlySet<string | undefined>;
  /** What the last check, or a note, says against some therapies, in words; against all where none is named. */
  readonly against: readonly { readonly text: string; readonly therapies?: readonly string[] }[];
}

/** Nothing is in the journal. */
const NOTHING: Past = { isKnown: false, today: { allowances: [] }, done: new Set(), against: [] };

/** Looks back. A journal that can't be read keeps nobody from a session. */
export async function lookBack(context: Context): Promise<Past> {
  const entries = newestEntries(context);
  if (entries.length === 0) return NOTHING;
  const { todayOf } = await import('../../today/day.ts');
  const today = todayOf(context, entries);
  const sessions = entries.filter(({ kind }) => kind === 'session');
  const done = new Set(sessions.map(({ therapy }) => therapy));
  return { isKnown: true, today, done, against: await objections(context, today) };
}

function newestEntries({ journal, note }: Context): readonly Entry[] {
  try {
    return journal.newest(ENOUGH).entries;
  } catch (error) {
    if (!(error instanceof OperationError)) throw error;
    note([`unspasm: ${error.message}`]);
    return [];
  }
}

// The plan of a check is worked out, and its code loaded, only where it may speak against something.
async function objections(context: Context, today: Today): Promise<Past['against']> {
  const checked = today.unseen ?? today.checked;
  if (!today.noteWithSigns && !(checked && mayObject(checked))) return [];
  const { adviceFor, noteWithSignsTexts } = await import('../../today/advice.ts');
  const note = today.noteWithSigns ? await noteWithSignsTexts(context, today.noteWithSigns) : [];
  return [...note.map((text) => ({ text })), ...(checked ? speaksAgainst(await adviceFor(context, today)) : [])];
}

// Where no sign was told of and nothing was urgent, a plan speaks against nothing.
function mayObject({ level, signs = [], unsure = [] }: Entry): boolean {
  return signs.length > 0 || unsure.length > 0 || (level !== 'self-care' && level !== 'clinician');
}

function speaksAgainst({ plan, headline }: Advice): Past['against'] {
  return plan.flatMap(({ text, against }) =>
    against ? [{ text: `Your last check said: ${headline}. ${text}`, therapies: against }] : [],
  );
}
