import type { Context } from '../../app/context.ts';
import { leftAlone, nextLook } from '../core/due.ts';
import { outcomeOf } from '../core/outcome.ts';
import { planToResume } from '../core/plan.ts';
import { currentStep, type Next } from '../core/state.ts';
import type { OpenStage } from '../playback/stage.ts';
import type { PlaybackState } from '../playback/react.ts';
import { playRun } from './run.ts';
import { recordOf, saveOutcome } from './save.ts';
import type { SessionFlags, SessionRun } from './session-run.ts';
import { openRequests, type Requests } from './requests.ts';

/** Nothing is shown: what has to be said reaches people by ear, or by a notification. */
const NOWHERE: OpenStage = () => ({
  show: () => {},
  changesAt: () => undefined,
  ring: () => {},
  notify: () => {},
  close: () => {},
});

/**
 * Takes a session over from the process that has asked all questions, and runs it without a terminal. If that process
 * has given up meanwhile, nothing happens.
 * @param pid the number of that process
 */
export async function takeOver(context: Context, pid: number, flags: SessionFlags): Promise<void> {
  const ports = await context.ports();
  const handed = ports.sessionStore.of(pid);
  if (!handed || !ports.sessionStore.claim(handed)) return;
  const { interrupted: _, ...plan } = planToResume(handed, context.content.therapies().therapies);
  const save = flags.save && !handed.unsaved;
  const run: SessionRun = { context, ports, plan, flags: { ...flags, background: true, save } };
  const now = ports.clock.now();
  const session = leftAlone(handed.session, now, now);
  const first: Next = { session, signals: [{ kind: 'step', step: currentStep(session) }] };
  ports.mailbox.clear();
  ports.sessionStore.saveSurely({ ...handed, session });
  if (!ports.sessionStore.resolve(handed)) return void ports.sessionStore.forget();
  const requests = openRequests(run, false);
  const { played } = await playRun(run, first, {
    openStage: NOWHERE,
    waitPolicy: { canAnswer: true, linger: 0 },
    nextLook,
    listen: requests.listen,
    painBefore: handed.painBefore,
  });
  conclude(run, played, requests);
}

/**
 * Saves what a session came to. If the journal can't be written, its own file stays, and the next start asks about it.
 * Whoever has ended it asks what is still open.
 */
function conclude(run: SessionRun, played: PlaybackState, requests: Requests): void {
  const { context, ports, plan, flags } = run;
  const { session, pain } = played;
  const outcome = outcomeOf(session, { ...plan, painBefore: pain?.value });
  const entry = outcome && flags.save ? saveOutcome(context, session.begunAt!, outcome) : undefined;
  const isLost = outcome !== undefined && flags.save && entry === undefined;
  if (isLost) ports.sessionStore.save({ ...recordOf(run, played), cutAt: ports.clock.now() });
  else ports.sessionStore.forget();
  requests.conclude(played, { entry: entry?.id, isLost });
}
