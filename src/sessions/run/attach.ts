import type { Context } from '../../app/context.ts';
import { planToResume } from '../core/plan.ts';
import { interruptionState, type StoredSession } from '../core/stored-session.ts';
import { watch } from '../playback/watch.ts';
import { announcementFor } from '../views/announcement.ts';
import { backgroundLines } from '../views/background.ts';
import { interruptedText } from '../views/status.ts';
import { noticeOf } from './announcer.ts';
import { stageFor } from './choose-stage.ts';
import type { SessionEnd } from './requests.ts';
import type { SessionRun } from './session-run.ts';
import { conclude, runningSession, send } from './steer.ts';

/**
 * Shows the session in progress here, with its keys. Leaving it leaves it running.
 * @throws OperationError where there is none, or it doesn't answer
 */
export async function attach(context: Context): Promise<void> {
  const ports = await context.ports();
  const running = runningSession(ports);
  const plan = planToResume(running, context.content.therapies().therapies);
  const flags = { quiet: true, keepAwake: false, save: true, motion: true, background: false };
  const run: SessionRun = { context, ports, plan, flags };
  const words = context.content.sessions();
  await context.releaseKeyboard();
  const watched = await watch<SessionEnd>(running, {
    clock: ports.clock,
    openStage: await stageFor(run, { session: { ...running.session, runsElsewhere: true }, signals: [] }),
    read: () => ports.sessionStore.running().find(({ pid }) => pid === running.pid),
    send: (press) => send(ports, running, { press }),
    noticeOf: (signals, session) =>
      noticeOf(signals.map((signal) => announcementFor(signal, session, words, ports.clock.now()))),
  });
  if (watched.why === 'ended') return conclude(context, running, watched.end);
  const still = ports.sessionStore.of(running.pid);
  if (!still) context.print([`${running.session.script.name} is over.`]);
  else if (watched.why === 'left') context.print(backgroundLines(still.session, ports.clock.now()));
  // Its file is left where its process was killed.
  else context.print([interruptedText(still) + whatNext(still, ports.clock.now())]);
}

function whatNext(interrupted: StoredSession, now: number): string {
  return interruptionState(interrupted, now) === 'forget' ? '' : ' The next session that you start asks about it.';
}
