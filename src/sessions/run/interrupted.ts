import type { Context } from '../../app/context.ts';
import type { SessionPorts } from '../ports.ts';
import { type CutOff, cutOffState, type KeptSession, leftOfStep } from '../core/kept.ts';
import { elapsed } from '../core/state.ts';
import { inMinutes } from '../core/outcome.ts';
import { mayAsk } from '../../terminal/capabilities.ts';
import { BACK, type Option, type Prompter } from '../../terminal/prompter.ts';
import { cutOffText } from '../views/status.ts';
import { leftInWords } from '../views/times.ts';
import { keepOutcome } from './save.ts';

const MINUTE_MS = 60_000;

/**
 * Deals with sessions that were cut off: one that still makes sense can be taken up again; of the
 * others the true length is asked, and kept.
 * @returns the one to take up
 */
export async function settleInterrupted(
  context: Context,
  { kept }: SessionPorts,
  cutOff: readonly KeptSession[],
): Promise<KeptSession | undefined> {
  for (const one of cutOff) {
    const state = cutOffState(one, context.now().getTime());
    if (state === 'too-old') kept.settle(one);
    else if (!mayAsk(context.capabilities))
      context.note([`unspasm: ${cutOffText(one)} A session on a terminal asks about it.`]);
    else {
      const chosen = await ask(context, one, state);
      if (chosen !== undefined) kept.settle(one);
      if (chosen === 'take-up') return one;
      if (typeof chosen === 'number') keepLength(context, one, chosen);
    }
  }
  return undefined;
}

async function ask(context: Context, one: KeptSession, state: CutOff): Promise<'take-up' | 'none' | number> {
  const prompter = await context.prompter();
  const left = leftInWords(leftOfStep(one, context.now().getTime()));
  const options: Option[] = [
    ...(state === 'take-up' ? [{ id: 'take-up', label: `go on with it (${left} of this step left)`, key: 'g' }] : []),
    { id: 'length', label: 'it is over: keep how long it was', key: 'k' },
    { id: 'none', label: "forget it, it wasn't done", key: 'f' },
  ];
  const chosen = await prompter.choice({
    title: 'Cut off',
    intro: cutOffText(one),
    options,
    default: options[0]!.id,
  });
  return chosen === 'length' ? askLength(prompter, one, context.now().getTime()) : (chosen as 'take-up' | 'none');
}

// It can't have been longer than the time since; and without a sign of its end it was likely as planned.
async function askLength(prompter: Prompter, one: KeptSession, now: number): Promise<number> {
  const { session, planned, cutAt } = one;
  const most = Math.max(1, Math.ceil((now - (session.begunAt ?? session.startedAt)) / MINUTE_MS));
  const likely = inMinutes(Math.min(planned, elapsed(session, session.ended?.at ?? cutAt ?? now)));
  const asked = { title: 'Cut off', intro: 'How many minutes was it, in truth?' };
  for (;;) {
    const typed = await prompter.text({ ...asked, default: String(likely) });
    const minutes = typed === BACK ? likely : Number(typed.replace(',', '.'));
    if (minutes >= 0 && minutes <= most) return minutes;
    prompter.show([`A number of minutes from 0 to ${most}, as in 7 or 7.5.`]);
  }
}

function keepLength(context: Context, cut: KeptSession, minutes: number): void {
  const { session, form, planned, painBefore, unsaved } = cut;
  if (unsaved) return;
  keepOutcome(context, session.begunAt ?? session.startedAt, {
    therapy: session.script.therapy,
    minutes,
    planned: inMinutes(planned),
    ended: 'cut',
    ...(form !== undefined && { form }),
    ...(session.hurt.length > 0 && { hurt: session.hurt }),
    ...(painBefore !== undefined && { painBefore }),
  });
}
