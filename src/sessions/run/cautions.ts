import type { Caution, Cautions, Therapy } from '../../content/session-types.ts';
import type { Context } from '../../app/context.ts';
import type { SessionPorts } from '../ports.ts';
import { Cancelled, OperationError } from '../../errors.ts';
import { mayAsk } from '../../terminal/capabilities.ts';
import { BACK, type ChecklistPrompt } from '../../terminal/prompter.ts';
import { paragraph } from '../../terminal/page.ts';
import { cautionLines } from '../views/cautions.ts';
import { startOrLeave } from './warnings.ts';

/** What can pass is asked anew on another day. Half a day is our own, cautious choice. */
const PASSED_AFTER_MS = 12 * 3_600_000;

type Answer = NonNullable<ReturnType<SessionPorts['answerStore']['cautions']>>;
const NEVER: Answer = { asked: [], marked: [], at: 0 };

/**
 * Asks who should not use a therapy, and remembers the answer; but what can come and go within a
 * day, as a fever, is asked anew. Where nobody can be asked the list is shown, until it was answered.
 * @param again all of it is wanted again
 * @throws Cancelled when something speaks against it, CannotError when it is known and nobody can be asked
 */
export async function checkCautions(
  context: Context,
  { answerStore }: SessionPorts,
  therapy: Therapy,
  again: boolean,
): Promise<void> {
  const { cautions, id } = therapy;
  if (!cautions) return;
  const known = answerStore.cautions(id) ?? NEVER;
  const now = context.now().getTime();
  const all = [...cautions.avoid, ...cautions.ask];
  const due = all.filter((item) => isDue(item, known, now));
  const holds = known.marked.filter((one) => !due.some((item) => item.id === one));
  if (!mayAsk(context.capabilities)) {
    if (again || due.length > 0) context.note(cautionLines(context.page, cautions));
    return refuse(cautions, holds);
  }
  if (!again && (due.length === 0 || avoids(cautions, holds)))
    return heed(context, cautions, holds, `If that has changed: unspasm ${id} --check`);
  const asked = again ? { items: all, marked: known.marked } : { items: due, marked: [] };
  const { shown, applies } = await askCautions(context, therapy, asked);
  const marked = again ? applies : [...holds, ...applies];
  // What wasn't on the screen is asked next time.
  const unread = new Set(asked.items.map((item) => item.id).filter((one) => !shown.includes(one)));
  const answered = all.map((item) => item.id).filter((one) => !unread.has(one));
  answerStore.rememberCautions(id, { asked: answered, marked, at: now });
  await heed(context, cautions, marked, '');
}

// A clock that was put back makes an answer look as if it were to come: that is no reason to trust it.
function isDue({ id, passes }: Caution, { asked, at }: Answer, now: number): boolean {
  return !asked.includes(id) || (passes === true && Math.abs(now - at) > PASSED_AFTER_MS);
}

async function askCautions(
  context: Context,
  { name, cautions }: Therapy,
  asked: Pick<ChecklistPrompt, 'items' | 'marked'>,
): Promise<{ readonly shown: readonly string[]; readonly applies: readonly string[] }> {
  const prompter = await context.prompter();
  const intro = cautions!.intro;
  const said = await prompter.checklist({ title: name, intro, ...asked });
  // Going back is no answer, and nothing here may pass for a no.
  if (said === BACK) throw new Cancelled('left before the cautions were answered');
  // What is doubtful is minded, too.
  return { shown: said.shown, applies: [...said.signs, ...said.unsure] };
}

// What is known from another day may be over: nobody should be kept out by a fever that has gone.
async function heed(context: Context, cautions: Cautions, marked: readonly string[], changed: string): Promise<void> {
  if (avoids(cautions, marked)) {
    const lines = cautionLines(context.page, cautions, marked);
    context.print([...lines, ...(changed ? paragraph(context.page, changed) : [])]);
    throw new Cancelled('something speaks against it');
  }
  if (marked.length > 0) await startOrLeave(context, 'Ask first', cautions.asked, 'I have asked: start');
}

function refuse(cautions: Cautions, marked: readonly string[]): void {
  if (!avoids(cautions, marked)) return;
  throw new OperationError(cautions.avoided, {
    code: 'not-for-you',
    hint: 'if that has changed: the same with --check',
  });
}

function avoids({ avoid }: Cautions, marked: readonly string[]): boolean {
  return avoid.some(({ id }) => marked.includes(id));
}
