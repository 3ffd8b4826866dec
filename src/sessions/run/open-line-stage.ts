import type { Context } from '../../app/context.ts';
import type { Equipment } from '../devices.ts';
import { linesStage } from '../playback/lines-stage.ts';
import type { OpenStage } from '../playback/stage.ts';
import type { Next } from '../core/state.ts';
import { canAnswer } from '../../terminal/capabilities.ts';
import { introLines } from '../views/intro.ts';
import type { Manner } from './flags.ts';
import type { Plan } from './plan.ts';

/** A session told line by line. */
export function toldStage(
  context: Context,
  equipment: Equipment,
  plan: Plan,
  { quiet }: Manner,
  first: Next,
): OpenStage {
  const { capabilities } = context;
  const canType = canAnswer(capabilities);
  return linesStage({
    write: (line) => context.print([line]),
    words: context.content.sessions(),
    listen: canType ? equipment.listenToLines : undefined,
    ring: () => (quiet ? undefined : equipment.bell()),
    intro: introLines(first.session, plan.notes, canType, context.now().getTime()),
  });
}
