import { followForHook, type HookEvent } from '../core/hook-events.ts';
import { next } from '../core/machine.ts';
import type { Session, Signal } from '../core/state.ts';
import type { RunHook } from '../ports.ts';
import { type HookFacts, hookInput } from '../views/hook.ts';
import type { ComputerNotes } from './awake.ts';
import type { SessionRun } from './session-run.ts';

/** Runs the user's hook for what happens in a session. */
export interface SessionHook {
  /** @param session as it is after the signals */
  readonly follow: (signals: readonly Signal[], session: Session) => void;
  /** The session isn't played any more. */
  readonly end: (session: Session) => void;
  /** Says what failed after the session had left the screen. */
  readonly sayLate: () => void;
}

const NONE: SessionHook = { follow: () => {}, end: () => {}, sayLate: () => {} };

/** @param note is called once if the hook fails */
export function openHook(run: SessionRun, note: ComputerNotes['note']): SessionHook {
  const command = run.context.settings.hook;
  return command === undefined ? NONE : hookOf(run, command, note);
}

function hookOf(
  { context, ports, plan, flags }: SessionRun,
  command: string,
  note: ComputerNotes['note'],
): SessionHook {
  const follower = followForHook();
  const words = context.content.sessions();
  const facts = { isResumed: plan.interrupted !== undefined, isSaved: flags.save, isInterrupted: false };
  const failures = onceFailed(context, note);
  let latest: Session | undefined;
  let runHook: RunHook | undefined;
  const loaded = ports.hookRunner().then((loadedRunner) => (runHook = loadedRunner));
  const tell = (events: readonly HookEvent[], session: Session, what: HookFacts = facts): void => {
    for (const event of events) {
      const input = hookInput(event, session, words, context.now().getTime(), what);
      if (runHook) runHook(command, input, failures.add);
      else void loaded.then((run) => run(command, input, failures.add));
    }
  };
  const stopListening = ports.onExitSignal((signal) => {
    if (latest === undefined) return;
    const { session } = next(latest, signal === 'SIGINT' ? 'stop' : 'time', context.now().getTime());
    tell(follower.end(session), session, { ...facts, isInterrupted: true });
  });
  return {
    follow: (signals, session) => {
      latest = session;
      tell(follower.follow(signals, session), session);
    },
    end: (session) => {
      stopListening();
      failures.close();
      tell(follower.end(session), session);
    },
    sayLate: failures.sayLate,
  };
}

/** The first failure: noted in the session, or said after it. */
function onceFailed({ note: print }: SessionRun['context'], note: ComputerNotes['note']) {
  let isOver = false;
  let isKnown = false;
  let late: string | undefined;
  return {
    add: (why: string): void => {
      const text = `Your hook failed (${why}). To read about hooks, run: unspasm help hook`;
      if (isKnown) return;
      isKnown = true;
      if (isOver) late = text;
      else note(text);
    },
    close: () => (isOver = true),
    sayLate: () => {
      if (late !== undefined) print([`unspasm: ${late}`]);
      late = undefined;
    },
  };
}
