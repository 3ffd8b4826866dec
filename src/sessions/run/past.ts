import type { Context } from '../../app/context.ts';
import { OperationError } from '../../errors.ts';
import { withoutBreaks } from '../../journal/core/breaks.ts';
import { wasDone } from '../../journal/core/done.ts';
import type { Entry } from '../../journal/core/records.ts';
import { readUnread } from '../../journal/read-unread.ts';
import type { Plan } from '../core/plan.ts';
import type { Advice } from '../../today/views/today.ts';
import type { Today } from '../../today/core/today.ts';

/** This many of the newest entries say all that a session has to know; more would delay somebody in pain. */
const ENOUGH_ENTRIES = 500;

/** What the journal says that matters before a session. */
export interface Past {
  /** Whether the journal has any entry. */
  readonly isKnown: boolean;
  /** Whether the warning signs were checked in this episode. */
  readonly isChecked: boolean;
  readonly today: Pick<Today, 'episode' | 'allowances'>;
  /** The ids of the therapies that were really done, as far back as it was read. */
  readonly done: ReadonlySet<string | undefined>;
  /** What the last check, or a note, says against therapies, in words; against all of them if none is named. */
  readonly against: readonly { readonly text: string; readonly therapies?: readonly string[] }[];
}

const EMPTY: Past = { isKnown: false, isChecked: false, today: { allowances: [] }, done: new Set(), against: [] };

/** Reads what the journal says before a session. A journal that can't be read keeps nobody from one. */
export async function lookBack(context: Context): Promise<Past> {
  await readUnread(context, false);
  const entries = newestEntries(context);
  if (entries.length === 0) return EMPTY;
  const { todayOf } = await import('../../today/day.ts');
  const today = todayOf(context, entries);
  const sessions = entries.filter(({ kind }) => kind === 'session');
  const done = new Set(sessions.filter(wasDone).map(({ therapy }) => therapy));
  const isChecked = (today.unseen ?? today.checked) !== undefined;
  return { isKnown: true, isChecked, today, done, against: await objections(context, today) };
}

/** The plan of a session, with what the person should know before it starts. */
export function withNotes(plan: Plan, { isChecked }: Past): Plan {
  return isChecked ? plan : { ...plan, unchecked: true };
}

/** The phase of the episode to choose stretches for; if nothing is known, the one with the gentlest. */
export function phaseToStretchIn({ isKnown, today }: Past): 'early' | 'later' | 'none' {
  return isKnown ? (today.episode?.phase ?? 'none') : 'early';
}

function newestEntries({ journal, note }: Context): readonly Entry[] {
  try {
    return withoutBreaks(journal.newest(ENOUGH_ENTRIES).entries);
  } catch (error) {
    if (!(error instanceof OperationError)) throw error;
    note([`unspasm: ${error.message}`]);
    return [];
  }
}

// The plan of a check is made, and its code loaded, only if it may advise against something.
async function objections(context: Context, today: Today): Promise<Past['against']> {
  const checked = today.unseen ?? today.checked;
  if (!today.noteWithSigns && !(checked && mayObject(checked))) return [];
  const { adviceFor, noteWithSignsTexts } = await import('../../today/advice.ts');
  const note = today.noteWithSigns
    ? await noteWithSignsTexts(context, today.noteWithSigns, { namesCommand: true })
    : [];
  return [...note.map((text) => ({ text })), ...(checked ? objectionsOf(await adviceFor(context, today)) : [])];
}

// Without a warning sign and without urgency, a plan advises against nothing.
function mayObject({ level, signs = [], unsure = [] }: Entry): boolean {
  return signs.length > 0 || unsure.length > 0 || (level !== 'self-care' && level !== 'clinician');
}

function objectionsOf({ plan, headline }: Advice): Past['against'] {
  return plan.flatMap(({ text, against }) =>
    against ? [{ text: `Your last warning-sign check said: ${headline}. ${text}`, therapies: against }] : [],
  );
}
