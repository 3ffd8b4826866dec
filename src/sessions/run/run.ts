import type { Context } from '../../app/context.ts';
import type { SessionPorts } from '../ports.ts';
import { type KeptSession, takeUp } from '../core/kept.ts';
import { begin } from '../core/machine.ts';
import type { Next } from '../core/state.ts';
import type { SessionFlags } from './flags.ts';
import { perform } from './perform.ts';
import type { Plan } from './plan.ts';
import { settleSpeech } from './speech.ts';

/** Runs a session that was decided on, to what follows it. */
export async function runSession(
  context: Context,
  ports: SessionPorts,
  plan: Plan,
  flags: SessionFlags,
): Promise<void> {
  await playAndFollow(context, ports, plan, flags, () => begin(plan.script, ports.clock.now()));
}

/**
 * Deals with what was cut off before, if anything was.
 * @returns whether one of them was taken up, in the place of what was asked for
 */
export async function resumedInterrupted(context: Context, ports: SessionPorts, flags: SessionFlags): Promise<boolean> {
  const cutOff = ports.kept.cutOff();
  if (cutOff.length === 0) return false;
  const { settleInterrupted } = await import('./interrupted.ts');
  const cut = await settleInterrupted(context, ports, cutOff);
  if (cut) await goOnWith(context, ports, cut, flags);
  return cut !== undefined;
}

async function goOnWith(context: Context, ports: SessionPorts, cut: KeptSession, flags: SessionFlags): Promise<void> {
  const { session, form, planned, painBefore } = cut;
  const therapy = context.content.therapies().therapies.find(({ id }) => id === session.script.therapy);
  const plan = {
    script: session.script,
    planned,
    namesParts: therapy === undefined,
    notes: [],
    ...(form && { form }),
    ...(therapy && { therapy }),
  };
  await playAndFollow(
    context,
    ports,
    plan,
    { ...flags, save: flags.save && !cut.unsaved },
    () => takeUp(cut, ports.clock.now()),
    painBefore,
  );
}

async function playAndFollow(
  context: Context,
  ports: SessionPorts,
  plan: Plan,
  asked: SessionFlags,
  from: () => Next,
  painBefore?: number,
): Promise<void> {
  const flags = await settleSpeech(context, ports, asked);
  await context.releaseKeyboard();
  const playing = await perform(context, ports, plan, flags, from(), painBefore);
  // Nobody waits for this before the session.
  const { followUp } = await import('./after.ts');
  await followUp(context, ports, plan, flags, playing);
}
