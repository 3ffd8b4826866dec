import type { Cautions, Therapy } from '../../content/session-types.ts';
import type { Context } from '../../context.ts';
import type { Equipment } from '../../equipment.ts';
import { Cancelled, CannotError } from '../../errors.ts';
import { mayAsk } from '../../terminal/capabilities.ts';
import { BACK } from '../../terminal/prompter.ts';
import { paragraph } from '../../views/page.ts';
import { cautionLines } from '../../views/session/cautions.ts';
import { startOrLeave } from './warnings.ts';

/**
 * Asks once who should not use a therapy, and remembers the answer. Where nobody can be asked the
 * list is shown, until it was answered.
 * @param again it is wanted again
 * @throws Cancelled when something speaks against it, CannotError when it is known and nobody can be asked
 */
export async function minding(
  context: Context,
  { remembered }: Equipment,
  therapy: Therapy,
  again: boolean,
): Promise<void> {
  const { cautions, id } = therapy;
  if (!cautions) return;
  const items = itemsOf(cautions);
  const known = remembered.cautions(id);
  const isAnswered = known && items.every((item) => known.asked.includes(item));
  if (!mayAsk(context.capabilities)) {
    if (!isAnswered || again) context.note(cautionLines(context.page, cautions));
    if (isAnswered) refuse(cautions, known.marked);
    return;
  }
  const isKnown = isAnswered && !again;
  const marked = isKnown ? known.marked : await askCautions(context, therapy.name, cautions, known?.marked);
  remembered.rememberCautions(id, { asked: items, marked });
  await heed(context, cautions, marked, isKnown ? `If that has changed: unspasm ${id} --check` : '');
}

function itemsOf({ avoid, ask }: Cautions): string[] {
  return [...avoid, ...ask].map(({ id }) => id);
}

async function askCautions(
  context: Context,
  title: string,
  cautions: Cautions,
  before: readonly string[] = [],
): Promise<string[]> {
  const prompter = await context.prompter();
  const { intro, avoid, ask } = cautions;
  const prompt = { place: '', title, intro, items: [...avoid, ...ask], canGoBack: false, marked: before };
  const said = await prompter.checklist(prompt);
  // What is doubtful is minded, too.
  return said === BACK ? [] : [...said.signs, ...said.unsure];
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
  throw new CannotError(cautions.avoided, { code: 'not-for-you', hint: 'if that has changed: the same with --check' });
}

function avoids({ avoid }: Cautions, marked: readonly string[]): boolean {
  return avoid.some(({ id }) => marked.includes(id));
}
