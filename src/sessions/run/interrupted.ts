import type { Context } from '../../app/context.ts';
import type { SessionPorts } from '../ports.ts';
import { type InterruptionState, interruptionState, leftOfStep, type StoredSession } from '../core/stored-session.ts';
import { elapsed } from '../core/state.ts';
import { inMinutes } from '../core/outcome.ts';
import { mayAsk } from '../../terminal/capabilities.ts';
import { BACK, type Option, type Prompter } from '../../terminal/prompter.ts';
import { interruptedText } from '../views/status.ts';
import { leftInWords } from '../views/times.ts';
import { saveOutcome } from './save.ts';

const MINUTE_MS = 60_000;

/**
 * Asks about interrupted sessions: one that still makes sense can be resumed; of the others it asks
 * how long they really were, and saves that.
 * @returns the one to resume, if any
 */
export async function resolveInterrupted(
  context: Context,
  { sessionStore }: SessionPorts,
  interrupted: readonly StoredSession[],
): Promise<StoredSession | undefined> {
  for (const one of interrupted) {
    const state = interruptionState(one, context.now().getTime());
    if (state === 'forget') sessionStore.resolve(one);
    else if (!mayAsk(context.capabilities))
      context.note([`unspasm: ${interruptedText(one)} Start a session in a terminal to say how it went.`]);
    else {
      const chosen = await ask(context, one, state);
      if (chosen !== undefined) sessionStore.resolve(one);
      if (chosen === 'resume') return one;
      if (typeof chosen === 'number') saveLength(context, one, chosen);
    }
  }
  return undefined;
}

async function ask(
  context: Context,
  one: StoredSession,
  state: InterruptionState,
): Promise<'resume' | 'none' | number> {
  const prompter = await context.prompter();
  const left = leftInWords(leftOfStep(one, context.now().getTime()));
  const options: Option[] = [
    ...(state === 'resume' ? [{ id: 'resume', label: `continue (${left} of this step left)`, key: 'g' }] : []),
    { id: 'length', label: 'it is over: save how long it lasted', key: 'k' },
    { id: 'none', label: "delete it: I didn't do it", key: 'f' },
  ];
  const chosen = await prompter.choice({
    title: 'Interrupted session',
    intro: interruptedText(one),
    options,
    default: options[0]!.id,
  });
  return chosen === 'length' ? askLength(prompter, one, context.now().getTime()) : (chosen as 'resume' | 'none');
}

// It can't have been longer than the time since; without a trace of its end it was probably as planned.
async function askLength(prompter: Prompter, one: StoredSession, now: number): Promise<number> {
  const { session, planned, cutAt } = one;
  const most = Math.max(1, Math.ceil((now - (session.begunAt ?? session.startedAt)) / MINUTE_MS));
  const likely = inMinutes(Math.min(planned, elapsed(session, session.ended?.at ?? cutAt ?? now)));
  const asked = { title: 'Interrupted session', intro: 'How many minutes did you actually do?' };
  for (;;) {
    const typed = await prompter.text({ ...asked, default: String(likely) });
    const minutes = typed === BACK ? likely : Number(typed.replace(',', '.'));
    if (minutes >= 0 && minutes <= most) return minutes;
    prompter.show([`Type a number of minutes from 0 to ${most}, such as 7 or 7.5.`]);
  }
}

function saveLength(context: Context, interrupted: StoredSession, minutes: number): void {
  const { session, form, routineLevel, planned, painBefore, unsaved } = interrupted;
  if (unsaved) return;
  saveOutcome(context, session.begunAt ?? session.startedAt, {
    therapy: session.script.therapy,
    minutes,
    planned: inMinutes(planned),
    ended: 'cut',
    ...(form !== undefined && { form }),
    ...(routineLevel !== undefined && { routineLevel }),
    ...(session.hurt.length > 0 && { hurt: session.hurt }),
    ...(painBefore !== undefined && { painBefore }),
  });
}
