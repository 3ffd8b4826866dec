import type { Caution, Cautions, Therapy } from '../../content/session-types.ts';
import type { Context } from '../../app/context.ts';
import type { SessionPorts } from '../ports.ts';
import { Cancelled, OperationError } from '../../errors.ts';
import { mayAsk } from '../../terminal/capabilities.ts';
import { BACK, type ChecklistPrompt } from '../../terminal/prompter.ts';
import { knownItems, learnFrom } from '../../profile/known.ts';
import { paragraph } from '../../terminal/page.ts';
import { cautionLines } from '../views/therapy.ts';
import { startOrLeave } from './warnings.ts';

/** A caution that can pass is asked about again after this time. Half a day is our own, cautious choice. */
const ASKED_AGAIN_AFTER_MS = 12 * 3_600_000;

type Answer = NonNullable<ReturnType<SessionPorts['answerStore']['cautions']>>;
const NEVER: Answer = { asked: [], marked: [], at: 0 };

/** What the check of the cautions needs. */
export interface CautionCheck {
  readonly context: Context;
  readonly ports: Pick<SessionPorts, 'answerStore'>;
  readonly therapy: Therapy;
  /** Ask all of them again, whatever was answered before. */
  readonly again: boolean;
}

/**
 * Asks whether a caution of a therapy applies, and remembers the answer; but one that comes and goes
 * within a day, such as a fever, is asked again. Where nobody can be asked, the list is shown until
 * somebody has answered it.
 * @throws Cancelled when the therapy is not for this person, OperationError when that is known and nobody can be asked
 */
export async function checkCautions({ context, ports, therapy, again }: CautionCheck): Promise<void> {
  const { answerStore } = ports;
  const { cautions, id } = therapy;
  if (!cautions) return;
  const known = answerStore.cautions(id) ?? NEVER;
  const now = context.now().getTime();
  const all = [...cautions.avoid, ...cautions.ask];
  const fromProfile = new Set(knownItems(context).flatMap(({ means }) => means.cautions ?? []));
  const isNew = ({ id: one }: Caution) => fromProfile.has(one) && !known.marked.includes(one);
  const due = all.filter((item) => isDue(item, known, now) || isNew(item));
  const stillMarked = known.marked.filter((one) => !due.some((item) => item.id === one));
  if (!mayAsk(context.capabilities)) {
    if (again || due.length > 0) context.note(cautionLines(context.page, cautions));
    return refuse(cautions, stillMarked, [...fromProfile]);
  }
  if (!again && (due.length === 0 || avoids(cautions, stillMarked)))
    return applyCautions(context, cautions, stillMarked, `If that has changed, run: unspasm ${id} --check`);
  const items = again ? all : due;
  const marked = items
    .map((item) => item.id)
    .filter((one) => (again && known.marked.includes(one)) || fromProfile.has(one));
  const asked = { items, marked };
  const { shown, applies } = await askCautions(context, therapy, asked);
  const applying = again ? applies : [...stillMarked, ...applies];
  // A caution that wasn't on the screen is asked about next time.
  const unread = new Set(asked.items.map((item) => item.id).filter((one) => !shown.includes(one)));
  const answered = all.map((item) => item.id).filter((one) => !unread.has(one));
  answerStore.rememberCautions(id, { asked: answered, marked: applying, at: now });
  learnFrom(context, 'cautions', applies);
  await applyCautions(context, cautions, applying, '');
}

// After the clock was set back an answer seems to be from the future: that is no reason to trust it.
function isDue({ id, passes }: Caution, { asked, at }: Answer, now: number): boolean {
  return !asked.includes(id) || (passes === true && Math.abs(now - at) > ASKED_AGAIN_AFTER_MS);
}

async function askCautions(
  context: Context,
  { name, cautions }: Therapy,
  asked: Pick<ChecklistPrompt, 'items' | 'marked'>,
): Promise<{ readonly shown: readonly string[]; readonly applies: readonly string[] }> {
  const prompter = await context.prompter();
  const intro = cautions!.intro;
  const answer = await prompter.checklist({ title: name, intro, ...asked });
  // Going back isn't an answer, and nothing here may count as a no.
  if (answer === BACK) throw new Cancelled('left before the cautions were answered');
  // "Not sure" counts as a yes.
  return { shown: answer.shown, applies: [...answer.signs, ...answer.unsure] };
}

// An answer from another day may be out of date: nobody should be refused because of a fever that is over.
async function applyCautions(
  context: Context,
  cautions: Cautions,
  marked: readonly string[],
  changed: string,
): Promise<void> {
  if (avoids(cautions, marked)) {
    const lines = cautionLines(context.page, cautions, marked);
    context.print([...lines, ...(changed ? paragraph(context.page, changed) : [])]);
    throw new Cancelled('a caution applies');
  }
  if (marked.length > 0) await startOrLeave(context, 'Ask first', cautions.asked, 'I have asked, so start');
}

function refuse(cautions: Cautions, marked: readonly string[], fromProfile: readonly string[]): void {
  if (!avoids(cautions, [...marked, ...fromProfile])) return;
  const change = avoids(cautions, fromProfile) ? 'run: unspasm profile' : 'run the same command with --check';
  throw new OperationError(cautions.avoided, {
    code: 'not-for-you',
    hint: `if that has changed, ${change}`,
  });
}

function avoids({ avoid }: Cautions, marked: readonly string[]): boolean {
  return avoid.some(({ id }) => marked.includes(id));
}
