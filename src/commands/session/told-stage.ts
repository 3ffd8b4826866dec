import type { Context } from '../../context.ts';
import type { Equipment } from '../../equipment.ts';
import { linesStage } from '../../player/lines-stage.ts';
import type { OpenStage } from '../../player/stage.ts';
import type { Next } from '../../session/state.ts';
import { canAnswer } from '../../terminal/capabilities.ts';
import { introLines } from '../../views/session/intro.ts';
import type { Manner } from './options.ts';
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
