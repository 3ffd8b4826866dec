import type { Context } from '../../app/context.ts';
import { OperationError } from '../../errors.ts';
import type { Fields } from '../../journal/core/fields.ts';
import type { Entry } from '../../journal/core/records.ts';
import { toIso, zoneOf } from '../../journal/core/when.ts';
import { next } from '../core/machine.ts';
import { type Outcome, outcomeOf } from '../core/outcome.ts';
import type { Session } from '../core/state.ts';
import type { SessionRecord } from '../core/stored-session.ts';
import type { PlayPorts } from '../playback/play.ts';
import type { PlaybackState } from '../playback/react.ts';
import type { SessionRun } from './session-run.ts';

/**
 * Saves the outcome of a session in the journal. If that fails, it says so and goes on.
 * @param begunAt milliseconds since 1970
 * @param former the entry to replace, now that more is known
 * @returns the entry; nothing if it couldn't be saved
 */
export function saveOutcome(
  context: Context,
  begunAt: number,
  outcome: Outcome & Pick<Fields, 'painAfter'>,
  former?: Entry,
): Entry | undefined {
  try {
    const fields: Fields = { kind: 'session', at: toIso(begunAt), ...zoneOf(context.locale()), ...outcome };
    return context.journal.put(fields, former);
  } catch (error) {
    const hint = error instanceof OperationError && error.hint ? [`  ${error.hint}`] : [];
    context.note([`unspasm: this session couldn't be saved: ${(error as Error).message}`, ...hint]);
    return undefined;
  }
}

/**
 * Saves the state of a run while it is played, and what it came to if a signal ends the program.
 * @returns `stop` ends the latter
 */
export function saveDuring(run: SessionRun, session: Session): { save: PlayPorts['save']; stop: () => void } {
  let state: PlaybackState = { session, isOver: false };
  return {
    save: (now, isNews) => {
      state = now;
      if (isNews) run.ports.sessionStore.save(recordOf(run, now));
    },
    stop: run.ports.onExitSignal((signal) => saveOnSignal(run, state, signal)),
  };
}

/**
 * Saves a session when a signal ends the program: Ctrl-C has stopped it, and it goes into the journal;
 * any other signal has interrupted it, and the next start asks about it.
 */
function saveOnSignal(run: SessionRun, state: PlaybackState, signal: NodeJS.Signals): void {
  const { sessionStore } = run.ports;
  const now = run.context.now().getTime();
  const { session } = next(state.session, 'time', now);
  // A session that hadn't begun leaves nothing to save.
  if (session.begunAt === undefined) return void sessionStore.forget();
  if (signal === 'SIGINT') saveStopped(run, state, now);
  else sessionStore.save({ ...recordOf(run, { ...state, session }), cutAt: now });
}

function saveStopped({ context, ports, plan, flags }: SessionRun, { session, pain }: PlaybackState, now: number): void {
  const { session: stopped } = next(session, 'stop', now);
  const outcome = outcomeOf(stopped, { ...plan, painBefore: pain?.value });
  if (flags.save && outcome) saveOutcome(context, stopped.begunAt!, outcome);
  // Only once it is in the journal, so that it can't get lost.
  ports.sessionStore.forget();
}

/** What is saved of a run at a moment. */
export function recordOf(
  { plan: { form, routineLevel, planned }, flags }: SessionRun,
  { session, pain }: PlaybackState,
): SessionRecord {
  return {
    session,
    planned,
    ...(form && { form }),
    ...(routineLevel !== undefined && { routineLevel }),
    ...(pain && { painBefore: pain.value }),
    ...(!flags.save && { unsaved: true }),
  };
}
