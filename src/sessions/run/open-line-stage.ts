import type { Context } from '../../app/context.ts';
import type { SessionPorts } from '../ports.ts';
import { linesStage } from '../playback/lines-stage.ts';
import type { OpenStage } from '../playback/stage.ts';
import type { Next } from '../core/state.ts';
import { canAnswer } from '../../terminal/capabilities.ts';
import { introLines } from '../views/intro.ts';
import type { SessionFlags } from './flags.ts';
import type { Plan } from './plan.ts';

/** A session told line by line. */
export function openLineStage(
  context: Context,
  ports: SessionPorts,
  plan: Plan,
  { quiet }: SessionFlags,
  first: Next,
): OpenStage {
  const { capabilities } = context;
  const canType = canAnswer(capabilities);
  return linesStage({
    write: (line) => context.print([line]),
    words: context.content.sessions(),
    listen: canType ? ports.listenToLines : undefined,
    ring: () => (quiet ? undefined : ports.bell()),
    intro: introLines(first.session, plan.notes, canType, context.now().getTime()),
  });
}
