import type { Context } from '../../context.ts';
import type { Equipment } from '../../equipment.ts';
import type { Playing } from '../../player/playing.ts';
import type { KeptSession } from '../../session/kept.ts';
import { next } from '../../session/machine.ts';
import { outcomeOf } from '../../session/outcome.ts';
import { keepOutcome } from './keep.ts';
import type { Manner } from './options.ts';
import type { Plan } from './plan.ts';

/** How a session lies on the disk while it runs. */
export function recordOf(
  { session, pain }: Pick<Playing, 'session'> & { readonly pain?: Playing['pain'] | undefined },
  { form, planned }: Plan,
  { save }: Manner,
): Omit<KeptSession, 'v' | 'pid' | 'host'> {
  return {
    session,
    planned,
    ...(form && { form }),
    ...(pain && { painBefore: pain.value }),
    ...(!save && { unsaved: true }),
  };
}

/**
 * What is kept when a signal ends the program: Ctrl-C has stopped the session, and it is in the
 * journal; any other signal has cut it off, and the next start asks about it.
 */
export function keepCut(
  context: Context,
  { kept }: Equipment,
  plan: Plan,
  manner: Manner,
  { session, pain }: Playing,
  signal: NodeJS.Signals,
): void {
  const now = context.now().getTime();
  const { form, planned, namesParts } = plan;
  const painBefore = pain?.value;
  const { session: seen } = next(session, 'time', now);
  // Nothing is lost of what had not begun.
  if (seen.begunAt === undefined) return kept.forget();
  if (signal !== 'SIGINT') {
    kept.keep({ ...recordOf({ session: seen, pain }, plan, manner), cutAt: now });
    return;
  }
  const { session: stopped } = next(session, 'stop', now);
  const outcome = outcomeOf(stopped, { form, planned, namesParts, painBefore });
  kept.forget();
  if (manner.save && outcome) keepOutcome(context, stopped.begunAt!, outcome);
}
