import type { Context } from '../../app/context.ts';
import type { SessionPorts } from '../ports.ts';
import type { Playing } from '../playback/playing.ts';
import { next } from '../core/machine.ts';
import { outcomeOf } from '../core/outcome.ts';
import { keepOutcome, recordOf } from './save.ts';
import type { SessionFlags } from './flags.ts';
import type { Plan } from './plan.ts';

/**
 * What is kept when a signal ends the program: Ctrl-C has stopped the session, and it is in the
 * journal; any other signal has cut it off, and the next start asks about it.
 */
export function saveInterrupted(
  context: Context,
  { kept }: SessionPorts,
  plan: Plan,
  flags: SessionFlags,
  playing: Playing,
  signal: NodeJS.Signals,
): void {
  const { session, pain } = playing;
  const now = context.now().getTime();
  const { session: seen } = next(session, 'time', now);
  // Nothing is lost of what had not begun.
  if (seen.begunAt === undefined) return kept.forget();
  if (signal !== 'SIGINT') {
    kept.keep({ ...recordOf({ ...playing, session: seen }, plan, flags), cutAt: now });
    return;
  }
  const { session: stopped } = next(session, 'stop', now);
  const outcome = outcomeOf(stopped, { ...plan, painBefore: pain?.value });
  if (flags.save && outcome) keepOutcome(context, stopped.begunAt!, outcome);
  // Only now can't it get lost any more.
  kept.forget();
}
