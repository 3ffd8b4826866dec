import type { Context } from '../../app/context.ts';
import type { Equipment } from '../devices.ts';
import { type KeptSession, takeUp } from '../core/kept.ts';
import { begin } from '../core/machine.ts';
import type { Next } from '../core/state.ts';
import type { Manner } from './flags.ts';
import { perform } from './perform.ts';
import type { Plan } from './plan.ts';
import { settleSpeech } from './speech.ts';

/** Runs a session that was decided on, to what follows it. */
export async function runSession(context: Context, equipment: Equipment, plan: Plan, manner: Manner): Promise<void> {
  await playAndFollow(context, equipment, plan, manner, () => begin(plan.script, equipment.clock.now()));
}

/**
 * Deals with what was cut off before, if anything was.
 * @returns whether one of them was taken up, in the place of what was asked for
 */
export async function tookUp(context: Context, equipment: Equipment, manner: Manner): Promise<boolean> {
  const cutOff = equipment.kept.cutOff();
  if (cutOff.length === 0) return false;
  const { settleCutOff } = await import('./interrupted.ts');
  const cut = await settleCutOff(context, equipment, cutOff);
  if (cut) await goOnWith(context, equipment, cut, manner);
  return cut !== undefined;
}

async function goOnWith(context: Context, equipment: Equipment, cut: KeptSession, manner: Manner): Promise<void> {
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
    equipment,
    plan,
    { ...manner, save: manner.save && !cut.unsaved },
    () => takeUp(cut, equipment.clock.now()),
    painBefore,
  );
}

async function playAndFollow(
  context: Context,
  equipment: Equipment,
  plan: Plan,
  asked: Manner,
  from: () => Next,
  painBefore?: number,
): Promise<void> {
  const manner = await settleSpeech(context, equipment, asked);
  await context.doneAsking();
  const playing = await perform(context, equipment, plan, manner, from(), painBefore);
  // Nobody waits for this before the session.
  const { followUp } = await import('./after.ts');
  await followUp(context, equipment, plan, manner, playing);
}
